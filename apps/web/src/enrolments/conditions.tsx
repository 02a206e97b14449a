// The conditions of completion as rows: state, count, proof, what to do, and the way there.
import type { EnrolmentDetail } from '@onetouch/contract';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconCertificate from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { blockAnchor } from '../courses/blocks/block-anchor.js';
import { paths } from '../paths.js';
import { useLocalized } from '../platform/i18n.js';
import { flush } from '../platform/outbox.js';
import { formatWhen } from '../platform/format.js';
import { Button, ButtonLink } from '../ui/button.js';
import { ConditionRow } from './condition-row.js';
import styles from './conditions.module.css';
import { isLocked, type LessonsCondition, type QuizCondition, type WaitingHere } from './why-facts.js';
import { lessonsProof, openLessonWords, quizCount, quizSentences, waitingWords } from './why-words.js';

const shownLessons = 4;

/** All conditions of an enrolment; what waits on this device is one of its own. */
export function Conditions({ detail, waiting }: { detail: EnrolmentDetail; waiting: WaitingHere | null }) {
  return (
    <ul className={styles['conditions']}>
      {detail.conditions.map((condition) =>
        condition.kind === 'lessons' ? (
          <LessonsRow key="lessons" condition={condition} detail={detail} />
        ) : (
          <QuizRow key={condition.lessonId} condition={condition} detail={detail} />
        ),
      )}
      {waiting && <WaitingRow waiting={waiting} />}
      {detail.completedAt && !detail.certificateId && <CertificateRow completedAt={detail.completedAt} />}
    </ul>
  );
}

function missingPath(enrolmentId: string, { lessonId, missing }: LessonsCondition['open'][number]): string {
  const [block] = missing;
  return paths.lesson(enrolmentId, lessonId) + (block ? `#${blockAnchor(block.blockId)}` : '');
}

function LessonsRow({ condition, detail }: { condition: LessonsCondition; detail: EnrolmentDetail }) {
  const { t } = useTranslation('enrolments');
  const [isWhole, setIsWhole] = useState(false);
  const { done, total, met } = condition;
  const begun = new Set(
    detail.lessons.filter(({ state }) => state === 'started').map(({ lessonId }) => lessonId),
  );
  // What was begun is nearest to its end.
  const isBegun = ({ lessonId }: { lessonId: string }) => begun.has(lessonId);
  const open = [...condition.open.filter(isBegun), ...condition.open.filter((one) => !isBegun(one))];
  const [first] = open;
  const shown = isWhole ? open : open.slice(0, shownLessons);
  return (
    <ConditionRow
      state={met ? 'met' : 'open'}
      title={t('why.lessons', { count: total })}
      count={`${done}/${total}`}
      action={
        first && (
          <ButtonLink
            to={missingPath(detail.id, first)}
            look="outlined"
            icon={<IconArrowRight size={20} aria-hidden="true" />}
          >
            {t('why.toMissing')}
          </ButtonLink>
        )
      }
    >
      <p>{lessonsProof(t, condition)}</p>
      {shown.length > 0 && (
        <ul className={styles['lessons']}>
          {shown.map((one) => (
            <li key={one.lessonId}>
              <Link to={missingPath(detail.id, one)}>{openLessonWords(t, one, begun.has(one.lessonId))}</Link>
            </li>
          ))}
        </ul>
      )}
      {open.length > shown.length && (
        <Button look="text" className={styles['more']} onClick={() => setIsWhole(true)}>
          {t('why.showAll', { count: open.length })}
        </Button>
      )}
    </ConditionRow>
  );
}

function QuizRow({ condition, detail }: { condition: QuizCondition; detail: EnrolmentDetail }) {
  const { t } = useTranslation('enrolments');
  const inWords = useLocalized();
  const { met, lessonId, title } = condition;
  return (
    <ConditionRow
      state={met ? 'met' : 'open'}
      title={t('why.quiz', { title: inWords(title) })}
      count={quizCount(t, condition)}
      action={
        !met &&
        !isLocked(detail, lessonId) && (
          <ButtonLink
            to={paths.quiz(detail.id, lessonId)}
            look="outlined"
            icon={<IconArrowRight size={20} aria-hidden="true" />}
          >
            {t('why.toQuiz')}
          </ButtonLink>
        )
      }
    >
      <p>{quizSentences(t, condition, detail).join(' ')}</p>
    </ConditionRow>
  );
}

function WaitingRow({ waiting }: { waiting: WaitingHere }) {
  const { t } = useTranslation('enrolments');
  return (
    <ConditionRow
      state="waits"
      title={t('why.send')}
      count={t('why.unsent', { count: waiting.count })}
      action={
        <Button
          look="outlined"
          icon={<IconRefresh size={20} aria-hidden="true" />}
          onClick={() => void flush()}
        >
          {t('why.sendNow')}
        </Button>
      }
    >
      <p>
        {waitingWords(t, waiting)} {t('why.waitingHint')}
      </p>
    </ConditionRow>
  );
}

function CertificateRow({ completedAt }: { completedAt: string }) {
  const { t } = useTranslation('enrolments');
  return (
    <ConditionRow
      state="open"
      title={t('why.certificate')}
      action={
        <ButtonLink
          to={paths.certificates()}
          look="outlined"
          icon={<IconCertificate size={20} aria-hidden="true" />}
        >
          {t('myLearning.claim')}
        </ButtonLink>
      }
    >
      <p>{t('why.certificateHint', { time: formatWhen(completedAt) })}</p>
    </ConditionRow>
  );
}
