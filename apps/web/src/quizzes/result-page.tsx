// After handing in: the verdict in words, why, what to review, when to try again, and every answer. Not passed is not red.
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { enrolments, quizzes, type AttemptResult, type EnrolmentDetail } from '@onetouch/contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { redirect, useLoaderData, useNavigate, useRevalidator, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { localized } from '../platform/i18n.js';
import { hasWaiting, onSent, takeRefused, useOutboxStatus } from '../platform/outbox.js';
import { isProblem } from '../platform/problem.js';
import { IconButton } from '../ui/button.js';
import { PlainHeader, PlainMain } from '../ui/layout/plain-layout.js';
import { Callout } from '../ui/notice.js';
import { EveryAnswer } from './every-answer.js';
import { answerKey, waitingAnswers } from './load-attempt.js';
import { ResultActions } from './result-actions.js';
import styles from './result-page.module.css';
import { Competences, Hidden, Parts, Retry, Reviews, StillMissing } from './result-sections.js';
import { useReadAgainAt } from './use-read-again-at.js';
import { Verdict } from './verdict.js';

interface LoadedResult {
  result: AttemptResult;
  /** What is still missing in the course; only read when the test is passed and the course is not complete. */
  enrolment: EnrolmentDetail | null;
}

/** The result; an attempt that is not handed in leads to itself. */
export async function loader({ params }: LoaderFunctionArgs): Promise<LoadedResult | Response> {
  const attemptId = params['attemptId'] ?? '';
  try {
    const result = await call(quizzes.readResult, { params: { attemptId } });
    const isMissing = result.hasPassed && !result.courseCompletedAt;
    const { enrolmentId } = result;
    const enrolment = isMissing
      ? await call(enrolments.read, { params: { enrolmentId } }).catch(() => null)
      : null;
    return { result, enrolment };
  } catch (error) {
    if (isProblem(error, 'attempt.not-submitted')) return redirect(paths.attempt(attemptId));
    throw error;
  }
}

/** The name of the test. */
export function title({ result }: LoadedResult): string {
  return localized(result.title);
}

/** Answers of this device that came after handing in. */
function useLateAnswers(attemptId: string): number {
  const [late, setLate] = useState(0);
  useEffect(() => {
    let isLeft = false;
    void takeRefused('answer').then((refused) => {
      const own = refused.filter(({ item }) => item.key.startsWith(answerKey(attemptId, '')));
      if (!isLeft && own.length > 0) setLate(new Set(own.map(({ item }) => item.key)).size);
    });
    return () => {
      isLeft = true;
    };
  }, [attemptId]);
  return late;
}

/** Answers of this device that are still on their way; each one that arrives in time is in the result read again. */
function useWaitingAnswers(attemptId: string): number {
  const [waiting, setWaiting] = useState(0);
  const { waiting: all } = useOutboxStatus();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    let isLeft = false;
    const read = hasWaiting() ? waitingAnswers(attemptId) : Promise.resolve([]);
    void read.then((answers) => {
      if (!isLeft) setWaiting(new Set(answers.map(({ questionId }) => questionId)).size);
    });
    return () => {
      isLeft = true;
    };
  }, [attemptId, all]);
  useEffect(
    () => onSent(({ key }) => key.startsWith(answerKey(attemptId, '')) && void revalidate()),
    [attemptId, revalidate],
  );
  return waiting;
}

/** One column, the main button at the foot of phones. */
export function Component() {
  const { result, enrolment } = useLoaderData<LoadedResult>();
  const { t } = useTranslation('quizzes');
  const navigate = useNavigate();
  useReadAgainAt(result.shows.nextAt);
  const late = useLateAnswers(result.id);
  const waiting = useWaitingAnswers(result.id);
  const [isOpen, setIsOpen] = useState(false);
  const answers = useRef<HTMLHeadingElement>(null);
  const toggle = () => {
    setIsOpen(!isOpen);
    if (isOpen) return;
    requestAnimationFrame(() => {
      answers.current?.focus({ preventScroll: true });
      answers.current?.scrollIntoView?.({ block: 'start' });
    });
  };
  const actions = <ResultActions {...{ result, enrolment, isOpen }} onToggle={toggle} />;
  return (
    <>
      <PlainHeader
        start={
          <IconButton
            label={t('result.back')}
            icon={<IconX size={24} aria-hidden="true" />}
            onClick={() => void navigate(paths.course(result.courseSlug))}
          />
        }
      >
        <p className={styles['name']}>{t('result.title')}</p>
      </PlainHeader>
      <PlainMain className={styles['main']}>
        <Verdict result={result} />
        {result.hasPassed && <div className={styles['actions']}>{actions}</div>}
        {late > 0 && <Callout tone="wait">{t('result.late', { count: late })}</Callout>}
        {waiting > 0 && <Callout tone="wait">{t('result.waiting', { count: waiting })}</Callout>}
        {enrolment && <StillMissing enrolment={enrolment} />}
        <Parts result={result} />
        <Competences result={result} />
        <Reviews result={result} />
        <Retry result={result} />
        <Hidden result={result} />
        {!result.hasPassed && <div className={styles['foot']}>{actions}</div>}
        {isOpen && <EveryAnswer result={result} heading={answers} />}
      </PlainMain>
    </>
  );
}
