// Where the exam stands at a glance: what happens next, the large facts, what is left to do, and the rule in words.
import type { ExamDetail } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime } from '../platform/format.js';
import { Card } from '../ui/card.js';
import { Callout } from '../ui/notice.js';
import { seatsOf, checkSteps } from './check-steps.js';
import { Checklist } from './checklist.js';
import styles from './exam-page.module.css';
import { untilWords, dateTimeWords } from './exam-status.js';
import { printedCodes } from './printed-codes.js';
import { ruleLines } from './rule-words.js';

/** The first view; the checklist stays for as long as something can still be done about it. */
export function Overview({ exam }: { exam: ExamDetail }) {
  const { t } = useTranslation('exams');
  const [printed] = useState(() => printedCodes(exam.id));
  const steps = checkSteps(exam, printed);
  const left = steps.filter(({ state }) => state !== 'done').length;
  const isBefore = exam.status === 'planned' || exam.status === 'ready' || exam.status === 'check-in';
  return (
    <div className={styles['overview']}>
      <Callout tone={left > 0 && isBefore ? 'wait' : 'info'}>
        <p className={styles['next']}>{nextWords(exam, isBefore ? left : 0, t)}</p>
      </Callout>
      <Facts exam={exam} />
      {exam.candidateCount === 0 && <Callout tone="wait">{t('overview.nobody')}</Callout>}
      {exam.abilities.prepare && (isBefore || left > 0) && <Checklist exam={exam} steps={steps} />}
      <Card as="section" className={styles['rule']}>
        <h2>{t('overview.rule')}</h2>
        <ul className={styles['lines']}>
          {ruleLines(exam).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className={styles['small']}>
          {t('overview.cohorts', { names: exam.cohorts.map(({ name }) => name).join(', ') })}
        </p>
      </Card>
    </div>
  );
}

type T = ReturnType<typeof useTranslation<'exams'>>['t'];

/** One sentence: what happens next, by whom, and when. */
function nextWords(exam: ExamDetail, left: number, t: T): string {
  const { status, checkInOpensAt, startsAt, closesAt, release, releasedAt, releasedBy } = exam;
  const opens = dateTimeWords(checkInOpensAt);
  if (status === 'planned' || status === 'ready')
    return left > 0 ? t('next.planned', { count: left, time: opens }) : t('next.ready', { time: opens });
  if (status === 'check-in')
    return left > 0
      ? t('next.checkInLeft', { count: left, time: formatTime(startsAt) })
      : t('next.checkIn', { time: formatTime(startsAt) });
  if (status === 'running') return t('next.running', { time: untilWords(startsAt, closesAt) });
  if (status === 'over') return t(release === 'by-person' ? 'next.over' : 'next.overAtOnce');
  return t('next.released', { time: dateTimeWords(releasedAt ?? closesAt), name: releasedBy ?? '' });
}

function Facts({ exam }: { exam: ExamDetail }) {
  const { t } = useTranslation('exams');
  const { candidateCount, roomCount, preparedCount, minutes, questionCount, unassigned } = exam;
  const facts = [
    [
      'candidates',
      formatNumber(candidateCount),
      unassigned > 0
        ? t('fact.unassigned', { number: formatNumber(unassigned) })
        : t(candidateCount > 0 ? 'fact.allSeated' : 'fact.nobody'),
    ],
    ['rooms', formatNumber(roomCount), t('fact.seats', { number: formatNumber(seatsOf(exam)) })],
    ['papers', formatNumber(preparedCount), t('fact.of', { number: formatNumber(candidateCount) })],
    ['minutes', formatNumber(minutes), t('fact.questions', { number: formatNumber(questionCount) })],
  ] as const;
  return (
    <dl className={styles['bigFacts']}>
      {facts.map(([name, number, more]) => (
        <div key={name}>
          <dt>{t(`fact.${name}`)}</dt>
          <dd>
            <strong>{number}</strong>
            <span>{more}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
