// The big clock of a board, by the server's time. Read out at 10, 5 and 1 minutes only.
import type { ExamRow } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatMinutes, formatTime } from '../platform/format.js';
import { useRemaining } from '../quizzes/use-clock.js';
import { whenWords } from '../sittings/when.js';
import { classNames } from '../ui/class-names.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './board-clock.module.css';
import type { ClockPhase } from './clock-phase.js';
import { Digits } from './digits.js';

const minute = 60_000;
const dayMinutes = 24 * 60;
const marks = [10, 5, 1];
/** For so long after a mark its words stand there to be read out. */
const markMs = 20_000;

type Running = Extract<ClockPhase, { to: string }>;
type Still = Exclude<ClockPhase, Running>;

/** The clock with its words; `size` is larger where a room reads it from the wall. */
export function BoardClock({
  phase,
  exam,
  size = 'normal',
}: {
  phase: ClockPhase;
  exam: ExamRow;
  size?: 'normal' | 'wall';
}) {
  return (
    <div className={classNames(styles['clock'], styles[size])}>
      {'to' in phase ? <RunningClock phase={phase} /> : <StillClock phase={phase} />}
      <ClockFacts phase={phase} exam={exam} />
    </div>
  );
}

const labels = {
  'to-check-in': 'clock.toCheckIn',
  'to-start': 'clock.toStart',
  'to-close': 'clock.toClose',
  left: 'clock.left',
} as const;
const stills = { nobody: 'clock.nobody', 'all-done': 'clock.allDone', over: 'clock.over' } as const;

function RunningClock({ phase }: { phase: Running }) {
  const { t } = useTranslation('invigilation');
  const pausedAt = phase.kind === 'left' ? phase.pausedAt : null;
  const remaining = useRemaining({ deadlineAt: phase.to, pausedAt }) ?? 0;
  const left = Math.ceil(remaining / minute);
  const days = Math.round(left / dayMinutes);
  const isDays = left >= dayMinutes;
  const label = t(pausedAt ? 'clock.paused' : labels[phase.kind]);
  const mark = marks.find((one) => remaining <= one * minute && remaining > one * minute - markMs);
  return (
    <>
      <div
        role="timer"
        aria-label={`${label} ${isDays ? t('clock.days', { count: days }) : formatMinutes(left)}`}
      >
        <span aria-hidden="true" className={styles['label']}>
          {label}
        </span>
        {isDays ? (
          <span aria-hidden="true" className={styles['digits']}>
            {t('clock.days', { count: days })}
          </span>
        ) : (
          <Digits ms={remaining} />
        )}
      </div>
      <VisuallyHidden role="status">
        {mark !== undefined && !pausedAt && phase.kind !== 'to-close' ? t('clock.mark', { count: mark }) : ''}
      </VisuallyHidden>
    </>
  );
}

function StillClock({ phase }: { phase: Still }) {
  const { t } = useTranslation('invigilation');
  return <p className={styles['still']}>{t(stills[phase.kind])}</p>;
}

function ClockFacts({ phase, exam }: { phase: ClockPhase; exam: ExamRow }) {
  const { t } = useTranslation('invigilation');
  const words: string[] = [];
  if (phase.kind === 'to-check-in' || phase.kind === 'to-start')
    words.push(t('clock.startsAt', { when: whenWords(exam.startsAt) }));
  else if (phase.kind === 'left' && phase.pausedAt)
    words.push(t('clock.pausedSince', { time: formatTime(phase.pausedAt) }));
  else if (phase.kind === 'left') {
    words.push(t('clock.endsAt', { time: formatTime(phase.to) }));
    if (phase.others > 0) words.push(t('clock.others', { count: phase.others }));
  } else words.push(t('clock.closesAt', { time: formatTime(exam.closesAt) }));
  return <p className={styles['facts']}>{words.join(' ')}</p>;
}
