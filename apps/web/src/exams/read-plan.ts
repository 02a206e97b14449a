// What planning an exam needs: cohorts of the own scope by course, and the quizzes of a course with their rules.
import {
  cohorts,
  courses,
  type CohortRow,
  type ExamDetail,
  exams,
  type ExamRule,
  type Localized,
  type ScopeChoice,
} from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';

/** A quiz that an exam can be made of. */
export interface Quiz {
  lessonId: string;
  title: Localized;
  minutes: number;
  questions: number;
  rule: ExamRule;
}

export interface CourseChoice {
  id: string;
  slug: string;
  title: Localized;
  cohorts: CohortRow[];
}

export interface PlanData {
  scope: ScopeChoice;
  choices: CourseChoice[];
}

const perPage = 200;
/** Two thousand cohorts; more than that are not looked through by eye. */
const mostPages = 10;

async function readAllCohorts(signal: AbortSignal): Promise<{ scope: ScopeChoice; rows: CohortRow[] }> {
  const rows: CohortRow[] = [];
  let cursor: string | undefined;
  let scope: ScopeChoice = { places: [], organisations: [] };
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await call(cohorts.list, { query: { cursor, limit: perPage } }, { signal });
    rows.push(...page.items);
    scope = page.scope;
    if (page.next === null) break;
    cursor = page.next;
  }
  return { scope, rows };
}

/** Courses that have cohorts, in the order of their cohorts. */
export function choicesOf(rows: readonly CohortRow[]): CourseChoice[] {
  const found = new Map<string, CourseChoice>();
  for (const row of rows) {
    const choice = found.get(row.courseId) ?? {
      id: row.courseId,
      slug: row.courseSlug,
      title: row.courseTitle,
      cohorts: [],
    };
    choice.cohorts.push(row);
    found.set(row.courseId, choice);
  }
  return [...found.values()];
}

/** For a new exam. */
export async function readPlan({ request }: LoaderFunctionArgs): Promise<PlanData> {
  const { scope, rows } = await readAllCohorts(request.signal);
  return { scope, choices: choicesOf(rows) };
}

export interface EditData {
  exam: ExamDetail;
  cohorts: CohortRow[];
}

/** For changing one: its cohorts come from the same course. */
export async function readEdit({ request, params }: LoaderFunctionArgs): Promise<EditData> {
  const examId = params['examId'] ?? '';
  const [exam, { rows }] = await Promise.all([
    call(exams.read, { params: { examId } }, { signal: request.signal }),
    readAllCohorts(request.signal),
  ]);
  return { exam, cohorts: rows.filter(({ courseId }) => courseId === exam.courseId) };
}

/** The quizzes of the published course. */
export async function readQuizzes(slug: string, signal: AbortSignal): Promise<Quiz[]> {
  const { outline, requirements } = await call(courses.read, { params: { slug } }, { signal });
  const lessons = outline.flatMap((module) => module.lessons);
  return requirements.flatMap((requirement) => {
    if (requirement.kind !== 'quiz') return [];
    const { lessonId, title, rule } = requirement;
    const lesson = lessons.find(({ id }) => id === lessonId);
    const { opensAt: _opens, closesAt: _closes, requiresLessons: _lessons, ...own } = rule;
    // In an exam everybody has one attempt; another one is given by hand.
    const examRule: ExamRule = { ...own, attemptsAllowed: 1, pauseMinutes: 0 };
    const questions = lesson?.questions ?? rule.draw;
    return [{ lessonId, title, minutes: lesson?.minutes ?? 45, questions, rule: examRule }];
  });
}
