// Conditions in words: the same sentences on the screen and in the table that goes to the help desk.
import type { EnrolmentDetail } from '@onetouch/contract';
import type { TFunction } from 'i18next';
import { formatPercent, formatWhen } from '../platform/format.js';
import { formatPoints } from '../platform/format-points.js';
import { localized } from '../platform/i18n.js';
import { missingWords } from './missing-words.js';
import { isLocked, type LessonsCondition, type QuizCondition, type WaitingHere } from './why-facts.js';

type T = TFunction<'enrolments'>;
const far = new Date(0);
/** Always with its date: a table is read on another day. */
const fullTime = (moment: string | Date) => formatWhen(moment, far);

/** The proof of the lessons condition, or that nothing is done. */
export function lessonsProof(t: T, { lastDoneAt, receipt }: LessonsCondition): string {
  if (!lastDoneAt) return t('why.noneDone');
  const time = fullTime(lastDoneAt);
  return receipt ? t('why.lastDone', { time, receipt }) : t('why.lastDonePlain', { time });
}

/** What one open lesson still needs. */
export function openLessonWords(t: T, open: LessonsCondition['open'][number], isBegun: boolean): string {
  const title = localized(open.title);
  if (!isBegun || open.missing.length === 0) return t('why.openLessonWhole', { title });
  return t('why.openLesson', { title, parts: missingWords(t, open.missing, 'missing') });
}

/** "17/20 điểm", or nothing before the first submission. */
export function quizCount(t: T, { best }: QuizCondition): string | undefined {
  return best ? t('why.points', inPoints(best)) : undefined;
}

const inPoints = ({ points, needed, possible }: NonNullable<QuizCondition['best']>) => ({
  points: formatPoints(points),
  needed: formatPoints(needed),
  possible: formatPoints(possible),
});

/** Proof, what is missing and what can be done next, as sentences. */
export function quizSentences(t: T, condition: QuizCondition, detail: EnrolmentDetail): string[] {
  const { best, met, attemptsLeft, nextAttemptAt, lessonId } = condition;
  if (met) {
    if (!best) return [];
    const time = fullTime(best.submittedAt);
    return [t('why.passed', { number: best.attemptNumber, time, receipt: best.receipt })];
  }
  const locked = isLocked(detail, lessonId);
  const done = best
    ? t('why.notPassed', {
        ...best,
        ...inPoints(best),
        number: best.attemptNumber,
        time: fullTime(best.submittedAt),
      })
    : t('why.notTried');
  const left = attemptsLeft > 0 ? t('why.attemptsLeft', { count: attemptsLeft }) : t('why.noAttemptsLeft');
  const again = attemptsLeft > 0 && nextAttemptAt;
  return [
    done,
    left,
    locked && t('why.locked'),
    again && t('why.nextAttempt', { time: fullTime(again) }),
  ].filter((sentence) => typeof sentence === 'string');
}

/** "2 mục còn trên máy này, chưa gửi từ 16:40 20/11/2026." */
export function waitingWords(t: T, { count, since }: WaitingHere): string {
  return t('why.waiting', { count, time: fullTime(since) });
}

/** "Tính lúc ... theo quy tắc bản 1". */
export function evaluatedWords(t: T, { evaluatedAt, ruleVersion }: EnrolmentDetail): string {
  return t('why.evaluated', { time: fullTime(evaluatedAt), version: ruleVersion });
}

/** The whole table as plain text, for a message to the help desk. */
export function whyText(t: T, detail: EnrolmentDetail, waiting: WaitingHere | null): string {
  const begun = new Set(
    detail.lessons.filter(({ state }) => state === 'started').map(({ lessonId }) => lessonId),
  );
  const mark = (met: boolean) => `[${t(met ? 'why.met' : 'why.open')}]`;
  const rows = detail.conditions.flatMap((condition) => {
    if (condition.kind === 'quiz') {
      const title = t('why.quiz', { title: localized(condition.title) });
      const sentences = quizSentences(t, condition, detail);
      return [
        `${mark(condition.met)} ${[title, quizCount(t, condition)].filter(Boolean).join(': ')}`,
        ...sentences.map((one) => `  ${one}`),
      ];
    }
    const title = t('why.lessons', { count: condition.total });
    const open = condition.open.map((one) => `  - ${openLessonWords(t, one, begun.has(one.lessonId))}`);
    const head = `${mark(condition.met)} ${title}: ${condition.done}/${condition.total}`;
    return [head, `  ${lessonsProof(t, condition)}`, ...open];
  });
  const here = waiting
    ? [`[${t('why.waits')}] ${t('why.send')}`, `  ${waitingWords(t, waiting)}`]
    : [t('sheet.nothingWaiting')];
  return [
    localized(detail.courseTitle),
    t('sheet.progress', { ...detail.steps, percent: formatPercent(detail.percent) }),
    t('sheet.code', { id: detail.id }),
    '',
    ...rows,
    ...here,
    '',
    evaluatedWords(t, detail),
  ].join('\n');
}
