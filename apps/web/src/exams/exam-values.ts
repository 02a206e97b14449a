// The values of an exam that is planned or changed: where they begin, and what follows from the start. Knows no checks.
import type { ExamDetail, ExamRule, OrganisationRef, ScopeChoice, ShownWhen } from '@onetouch/contract';
import { completeRule } from '@onetouch/domain';
import type { ChosenPlace } from '../places/find-places.js';
import { type ChosenOrganisation, noOrganisation } from '../places/organisation-picker.js';
import { formatDate, formatTime } from '../platform/format.js';
import type { Quiz } from './read-plan.js';
import { minutesAfter, momentOf } from './typed-time.js';

export interface ExamValues {
  name: string;
  courseId: string;
  lessonId: string;
  cohortIds: string[];
  place: ChosenPlace | null;
  organisation: ChosenOrganisation;
  startsOn: string;
  startsAt: string;
  checkInOn: string;
  checkInAt: string;
  closesOn: string;
  closesAt: string;
  minutes: string;
  /** `plan`: as the quiz itself gives out its questions. */
  questions: 'plan' | 'number';
  draw: string;
  passPercent: string;
  navigation: 'free' | 'one-way';
  /** Questions on one page; `all` for one page. */
  perPage: string;
  hasPartialCredit: boolean;
  wrongPercent: string;
  feedback: ShownWhen;
  key: ShownWhen;
  graceMinutes: string;
  release: 'at-once' | 'by-person';
  spreadSeconds: string;
}

/** What of the rule the form does not show, and how many questions the plan of the quiz has. */
export interface RuleBase {
  rule: ExamRule;
  plannedQuestions: number;
}

/** Whoever coordinates organisations only names no place: the server takes that of the organisation, which lies in the country. */
const country: ChosenPlace = { id: 'vn', fullName: '' };
const checkInMinutes = 30;
/** How long after the start somebody may still come and have the whole time. */
const lateMinutes = 15;
export const perPageChoices = ['1', '5', '10', 'all'] as const;
const mostPerPage = 50;

/** A new exam in the one place or organisation that there is. */
export function emptyExam({ places, organisations }: ScopeChoice): ExamValues {
  const [place = null, ...others] = places;
  return {
    name: '',
    courseId: '',
    lessonId: '',
    cohortIds: [],
    place: places.length === 0 ? country : others.length > 0 ? null : place,
    organisation: places.length === 0 ? organisationOf(organisations[0] ?? null) : noOrganisation,
    startsOn: '',
    startsAt: '08:00',
    checkInOn: '',
    checkInAt: '',
    closesOn: '',
    closesAt: '',
    minutes: '45',
    questions: 'plan',
    draw: '20',
    passPercent: '70',
    navigation: 'free',
    perPage: '1',
    hasPartialCredit: false,
    wrongPercent: '0',
    feedback: 'after-close',
    key: 'after-close',
    graceMinutes: '30',
    release: 'by-person',
    spreadSeconds: '20',
  };
}

/** An organisation as its field holds it. */
export function organisationOf(organisation: OrganisationRef | null): ChosenOrganisation {
  return organisation ?? noOrganisation;
}

const perPageOf = (questions: number) => {
  const choice = String(questions);
  return perPageChoices.find((one) => one === choice) ?? (questions >= mostPerPage ? 'all' : choice);
};

/** Questions on a page as the server takes them. */
export function perPageNumber(perPage: string): number {
  return perPage === 'all' ? mostPerPage : Number(perPage);
}

function ruleValues(rule: ExamRule) {
  const complete = completeRule(rule);
  return {
    draw: String(complete.draw),
    passPercent: String(complete.passPercent),
    navigation: complete.navigation,
    perPage: perPageOf(complete.questionsPerPage),
    hasPartialCredit: complete.hasPartialCredit,
    wrongPercent: String(complete.wrongPercent),
    graceMinutes: String(complete.graceMinutes),
  };
}

/** What a chosen quiz brings; when its answers show is a matter of the exam and not taken over. */
export function valuesOfQuiz({ lessonId, minutes, questions, rule }: Quiz): Partial<ExamValues> {
  return {
    lessonId,
    ...ruleValues(rule),
    minutes: String(rule.timeLimitMinutes ?? minutes),
    questions: 'plan',
    draw: String(questions),
  };
}

/** An exam that stands, as its form holds it. */
export function valuesOfExam(exam: ExamDetail): ExamValues {
  const { rule } = exam;
  return {
    ...ruleValues(rule),
    name: exam.name,
    courseId: exam.courseId,
    lessonId: exam.lessonId,
    cohortIds: exam.cohorts.map(({ id }) => id),
    place: exam.place,
    organisation: organisationOf(exam.organisation),
    startsOn: formatDate(exam.startsAt),
    startsAt: formatTime(exam.startsAt),
    checkInOn: formatDate(exam.checkInOpensAt),
    checkInAt: formatTime(exam.checkInOpensAt),
    closesOn: formatDate(exam.closesAt),
    closesAt: formatTime(exam.closesAt),
    minutes: String(exam.minutes),
    questions: rule.paper ? 'plan' : 'number',
    draw: String(exam.questionCount),
    feedback: rule.feedback ?? 'after-close',
    key: rule.key ?? 'after-close',
    release: exam.release,
    spreadSeconds: String(exam.spreadSeconds),
  };
}

export type Times = Pick<ExamValues, 'checkInOn' | 'checkInAt' | 'closesOn' | 'closesAt'>;

/** When check-in opens and the exam closes, unless somebody says otherwise; empty while the start is no moment. */
export function timesAfterStart({
  startsOn,
  startsAt,
  minutes,
}: Pick<ExamValues, 'startsOn' | 'startsAt' | 'minutes'>): Times {
  const starts = momentOf(startsOn, startsAt);
  if (!starts) return { checkInOn: '', checkInAt: '', closesOn: '', closesAt: '' };
  const opens = minutesAfter(starts, -checkInMinutes);
  const closes = minutesAfter(starts, (Number(minutes) || 0) + lateMinutes);
  return {
    checkInOn: formatDate(opens),
    checkInAt: formatTime(opens),
    closesOn: formatDate(closes),
    closesAt: formatTime(closes),
  };
}

const timeNames = ['checkInOn', 'checkInAt', 'closesOn', 'closesAt'] as const;

/** `fresh` times for the fields that still hold what followed last; times that somebody typed stay. */
export function followed(values: Times, last: Times, fresh: Times): Partial<Times> {
  const own = timeNames.filter((name) => values[name] === last[name] || values[name] === '');
  return Object.fromEntries(own.map((name) => [name, fresh[name]]));
}
