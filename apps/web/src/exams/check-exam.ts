// What is wrong with the values of an exam, in words, which fields a refusal concerns, and how checked values are sent.
import { limits, type exams, type ExamRule, type RequestOf } from '@onetouch/contract';
import { isDay, parseDay } from '../cohorts/typed-date.js';
import { formatDate } from '../platform/format.js';
import { words } from '../platform/i18n.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import type { Faults } from '../ui/use-form.js';
import { type ExamValues, perPageNumber, type RuleBase } from './exam-values.js';
import { momentOf, parseTime } from './typed-time.js';

type ExamFaults = Faults<ExamValues>;

function faultOfDay(text: string): string | undefined {
  const parsed = parseDay(text);
  if (isDay(parsed)) return undefined;
  const t = words('exams');
  if (parsed.kind === 'no-such-month') return t('fault.noSuchMonth', { month: parsed.month });
  if (parsed.kind === 'no-such-day') return t('fault.noSuchDay', { month: parsed.month, day: parsed.day });
  return t('fault.noDate', { example: formatDate(new Date()) });
}

const faultOfTime = (text: string) => (parseTime(text) === null ? words('exams')('fault.noTime') : undefined);

/** A whole number within bounds. */
function faultOfNumber(text: string, from: number, to: number): string | undefined {
  const typed = text.trim();
  const isGood = /^\d{1,6}$/.test(typed) && Number(typed) >= from && Number(typed) <= to;
  return isGood ? undefined : words('exams')('fault.number', { from, to });
}

function faultsOfTimes(values: ExamValues): ExamFaults {
  const t = words('exams');
  const starts = momentOf(values.startsOn, values.startsAt);
  const opens = momentOf(values.checkInOn, values.checkInAt);
  const closes = momentOf(values.closesOn, values.closesAt);
  const isTurned = starts && closes && closes <= starts;
  const isLate = starts && opens && opens >= starts;
  const isPast = closes && closes <= new Date();
  // What follows the start by itself is not asked for before there is one.
  const isAhead = !starts && !values.checkInOn && !values.closesOn;
  const asked: ExamFaults = {
    startsOn: faultOfDay(values.startsOn),
    startsAt: faultOfTime(values.startsAt),
    checkInOn: faultOfDay(values.checkInOn) ?? (isLate ? t('fault.checkInLate') : undefined),
    checkInAt: faultOfTime(values.checkInAt),
    closesOn:
      faultOfDay(values.closesOn) ?? (isTurned ? t('fault.order') : isPast ? t('fault.past') : undefined),
    closesAt: faultOfTime(values.closesAt),
  };
  const { startsOn, startsAt } = asked;
  return isAhead ? { startsOn, startsAt } : asked;
}

/** What is wrong with the values. */
export function checkExam(values: ExamValues): ExamFaults {
  const t = words('exams');
  const name = values.name.trim();
  const isHalf = values.organisation.name.trim() !== '' && !values.organisation.id;
  return {
    name:
      name.length < 2
        ? t('fault.name')
        : name.length > limits.examNameLength
          ? t('fault.nameLong', { length: limits.examNameLength })
          : undefined,
    courseId: values.courseId ? undefined : t('fault.course'),
    lessonId: values.courseId && !values.lessonId ? t('fault.quiz') : undefined,
    cohortIds:
      values.courseId && values.cohortIds.length === 0
        ? t('fault.cohorts')
        : values.cohortIds.length > limits.cohortsPerExam
          ? t('fault.manyCohorts', { count: limits.cohortsPerExam })
          : undefined,
    place: values.place ? undefined : t('fault.place'),
    organisation: isHalf ? t('fault.organisation') : undefined,
    ...faultsOfTimes(values),
    minutes: faultOfNumber(values.minutes, 1, limits.timeLimitMinutes),
    draw: values.questions === 'number' ? faultOfNumber(values.draw, 1, limits.questionsPerQuiz) : undefined,
    passPercent: faultOfNumber(values.passPercent, 1, 100),
    wrongPercent: faultOfNumber(values.wrongPercent, 0, 100),
    graceMinutes: faultOfNumber(values.graceMinutes, 0, limits.graceMinutes),
    spreadSeconds: faultOfNumber(values.spreadSeconds, 0, 120),
  };
}

/** The fields that a refusal concerns; the number of questions stands for the plan too. */
export function faultsOfExam(problem: Problem): ExamFaults {
  const sentence = problemWords(problem);
  const { code } = problem;
  if (code.startsWith('course.')) return { courseId: sentence };
  if (code === 'lesson.not-found') return { lessonId: sentence };
  if (code === 'cohort.not-found') return { cohortIds: words('exams')('fault.cohortsOutside') };
  if (code === 'place.not-found' || code === 'exam.scope-invalid') return { place: sentence };
  if (code === 'organisation.not-found') return { organisation: sentence };
  if (code === 'exam.window-invalid') return { closesOn: sentence };
  if (code === 'quiz.too-few-questions') return { draw: words('exams')('fault.tooFew') };
  return problem.concerns('name') ? { name: sentence } : {};
}

/** The rule: what the form shows, over what it does not. */
function ruleOf(values: ExamValues, { rule, plannedQuestions }: RuleBase): ExamRule {
  const { paper, ...rest } = rule;
  const isPlan = values.questions === 'plan';
  return {
    ...rest,
    ...(isPlan && paper ? { paper } : {}),
    draw: isPlan ? plannedQuestions : Number(values.draw),
    passPercent: Number(values.passPercent),
    timeLimitMinutes: Number(values.minutes),
    navigation: values.navigation,
    questionsPerPage: perPageNumber(values.perPage),
    hasPartialCredit: values.hasPartialCredit,
    wrongPercent: Number(values.wrongPercent),
    feedback: values.feedback,
    key: values.key,
    graceMinutes: Number(values.graceMinutes),
  };
}

/** Checked values as the server takes them when an exam is changed. */
export function toChange(values: ExamValues, base: RuleBase): RequestOf<typeof exams.update>['body'] {
  const opens = momentOf(values.checkInOn, values.checkInAt);
  const starts = momentOf(values.startsOn, values.startsAt);
  const closes = momentOf(values.closesOn, values.closesAt);
  if (!opens || !starts || !closes) throw new Error('an exam was sent unchecked');
  return {
    name: values.name.trim(),
    checkInOpensAt: opens.toISOString(),
    startsAt: starts.toISOString(),
    closesAt: closes.toISOString(),
    rule: ruleOf(values, base),
    release: values.release,
    spreadSeconds: Number(values.spreadSeconds),
    cohortIds: values.cohortIds,
  };
}

/** Checked values as the server takes them for a new exam. */
export function toPlan(values: ExamValues, base: RuleBase): RequestOf<typeof exams.create>['body'] {
  const { courseId, lessonId, place, organisation } = values;
  if (!place) throw new Error('an exam was sent unchecked');
  return {
    ...toChange(values, base),
    courseId,
    lessonId,
    placeId: place.id,
    organisationId: organisation.id,
  };
}
