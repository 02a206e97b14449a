// The way into a test, or why not yet: lessons first, a pause, or no attempt left. The server decides; this asks.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { limits, quizzes, type Quiz } from '@onetouch/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useRevalidator } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { deviceId } from '../platform/device-id.js';
import { formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { isProblem, Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { serverNow, withServerTime } from '../platform/server-clock.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import { TextInput } from '../ui/text-input.js';
import { handOverAttempt } from './attempt-copy.js';
import styles from './start-attempt.module.css';

/** The main button with what stands in its way. */
export function StartAttempt({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  if (quiz.openAttemptId) {
    const number = quiz.attempts.find(({ id }) => id === quiz.openAttemptId)?.number ?? 1;
    return (
      <div className={styles['start']}>
        <ButtonLink size="large" to={paths.attempt(quiz.openAttemptId)}>
          {t('quiz.continue', { number })}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className={styles['start']}>
      {quiz.hasPassed && (
        <Callout tone="done" icon={<IconCircleCheck size={22} aria-hidden="true" />}>
          {t('quiz.passed')}
        </Callout>
      )}
      <Way quiz={quiz} />
    </div>
  );
}

function Way({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  if (quiz.lockedBy.length > 0) return <Locked quiz={quiz} />;
  const { opensAt, closesAt } = quiz.rule;
  if (closesAt && Date.parse(closesAt) <= serverNow()) {
    return <Callout tone="wait">{t('quiz.closed', { time: formatWhen(closesAt) })}</Callout>;
  }
  if (quiz.attemptsLeft === 0) {
    return (
      <Callout tone={quiz.hasPassed ? 'info' : 'wait'}>
        <strong>{t('quiz.noneLeft', { allowed: quiz.attemptsAllowed })}</strong>
        <p>{t('quiz.noneLeftHelp')}</p>
      </Callout>
    );
  }
  if (opensAt && Date.parse(opensAt) > serverNow()) {
    return (
      <Callout tone="wait" icon={<IconClock size={22} aria-hidden="true" />}>
        <strong>{t('quiz.opensAt', { time: formatWhen(opensAt) })}</strong> {t('quiz.opensHow')}
      </Callout>
    );
  }
  if (quiz.nextAttemptAt) {
    return (
      <Callout tone="wait" icon={<IconClock size={22} aria-hidden="true" />}>
        <strong>{t('quiz.pauseUntil', { time: formatWhen(quiz.nextAttemptAt) })}</strong>{' '}
        {t('quiz.left', { count: quiz.attemptsLeft })}
        <p>{t('quiz.pauseHow')}</p>
      </Callout>
    );
  }
  return <StartButton quiz={quiz} />;
}

function Locked({ quiz: { lockedBy, enrolmentId } }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const [first] = lockedBy;
  return (
    <>
      <Callout tone="wait" icon={<IconLock size={22} aria-hidden="true" />}>
        <strong>{t('quiz.lockedTitle', { count: lockedBy.length })}</strong>
        <ul className={styles['locks']}>
          {lockedBy.map(({ lessonId, title }) => (
            <li key={lessonId}>
              <Link to={paths.lesson(enrolmentId, lessonId)}>{local(title)}</Link>
            </li>
          ))}
        </ul>
      </Callout>
      {first && (
        <ButtonLink size="large" to={paths.lesson(enrolmentId, first.lessonId)}>
          {t('quiz.toLesson', { title: local(first.title) })}
        </ButtonLink>
      )}
    </>
  );
}

/** Starts; the attempt comes with the answer and is handed over to its page. */
function useStart({ enrolmentId, lessonId }: Quiz) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [isStarting, setIsStarting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const start = async (accessCode: string) => {
    setIsStarting(true);
    setProblem(null);
    const body = { device: deviceId(), ...(accessCode && { accessCode }) };
    try {
      const attempt = await withServerTime(
        () => call(quizzes.start, { params: { enrolmentId, lessonId }, body }),
        ({ state }) => state.serverTime,
      );
      await handOverAttempt(attempt);
      await navigate(paths.attempt(attempt.id));
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem({ code: 'service.failed', status: 500 }));
      // Another device may have started or handed in meanwhile.
      if (isProblem(error) && error.status === 409) void revalidate();
    }
    setIsStarting(false);
  };
  return { start, isStarting, problem };
}

function StartButton({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  const { start, isStarting, problem } = useStart(quiz);
  const [code, setCode] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const isCodeWrong = problem?.code === 'quiz.access-code';
  const codeError = ((): string | undefined => {
    if (isMissing) return t('quiz.codeMissing');
    return isCodeWrong ? problemWords(problem) : undefined;
  })();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = quiz.needsAccessCode && code.trim() === '';
    setIsMissing(isEmpty);
    if (!isEmpty && !isStarting) void start(code.trim());
  };
  const number = quiz.attempts.length + 1;
  const word = number === 1 ? t('quiz.start') : t('quiz.again', { number });
  return (
    <form noValidate className={styles['form']} onSubmit={submit}>
      {problem && !isCodeWrong && <Callout tone="error">{problemWords(problem)}</Callout>}
      {quiz.needsAccessCode && (
        <TextInput
          label={t('quiz.code')}
          hint={t('quiz.codeHint')}
          error={codeError}
          value={code}
          maxLength={limits.accessCodeLength}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      <div className={styles['row']}>
        <Button type="submit" size="large" look={quiz.hasPassed ? 'outlined' : 'primary'} isBusy={isStarting}>
          {isStarting ? t('quiz.starting') : word}
        </Button>
        {quiz.attempts.length > 0 && <span>{t('quiz.left', { count: quiz.attemptsLeft })}</span>}
      </div>
    </form>
  );
}
