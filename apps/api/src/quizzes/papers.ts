// Papers as rows: drawn from seeds of their own, written many at once, read one by one. The key leaves the server only with a result.
import { randomUUID } from 'node:crypto';
import type { PaperQuestion as ShownQuestion } from '@onetouch/contract';
import { type CompleteRule, type Paper, paperDrawer, withPlan } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import type { Runner, Statement } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';

export interface DrawnPaper {
  id: string;
  paper: Paper;
}

interface PaperWish {
  version: PublishedVersion;
  lessonId: string;
  /** The quiz's own, or that of an exam. */
  rule: CompleteRule;
  count: number;
  now: Date;
}

const insert: Statement = {
  name: 'quizzes.insert-papers',
  text: `INSERT INTO paper (id, version_id, lesson_id, seed, paper, question_ids, created_at)
    SELECT r.id, $1, $2, r.seed, r.paper, string_to_array(r.question_ids, ',')::uuid[], $3
    FROM unnest($4::uuid[], $5::text[], $6::jsonb[], $7::text[]) AS r(id, seed, paper, question_ids)`,
};
const discard: Statement = {
  name: 'quizzes.discard-papers',
  text: 'DELETE FROM paper p WHERE p.id = ANY($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.paper_id = p.id)',
};
const read: Statement = {
  name: 'quizzes.read-paper',
  text: 'SELECT paper FROM paper WHERE id = $1',
};

/** Draws and keeps so many papers of a quiz, each from a seed of its own; `lesson.not-found` for what is no quiz. */
export async function drawPapers(
  runner: Runner,
  { version, lessonId, rule, count, now }: PaperWish,
): Promise<DrawnPaper[]> {
  const quiz = version.lessonById.get(lessonId)?.lesson;
  if (quiz?.kind !== 'quiz') throw new Problem('lesson.not-found');
  const draw = paperDrawer({ rule: withPlan(rule), questions: quiz.questions });
  const seeds = Array.from({ length: count }, () => randomUUID());
  const drawn = seeds.map((seed) => ({ id: randomUUID(), seed, paper: draw(seed) }));
  await runner.rows(insert, [
    version.id,
    lessonId,
    now,
    drawn.map((one) => one.id),
    seeds,
    drawn.map((one) => JSON.stringify(one.paper)),
    drawn.map((one) => one.paper.questions.map((question) => question.id).join()),
  ]);
  return drawn.map(({ id, paper }) => ({ id, paper }));
}

/** Lets go of papers that no attempt was opened with; any other stays. */
export async function discardPapers(runner: Runner, paperIds: readonly string[]): Promise<void> {
  await runner.rows(discard, [paperIds]);
}

/** A paper with its key, for the server's own eyes. Fails for an id that is none. */
export async function readPaper(runner: Runner, paperId: string): Promise<Paper> {
  const [row] = await runner.rows<{ paper: Paper }>(read, [paperId]);
  if (!row) throw new Error(`no paper ${paperId}`);
  return row.paper;
}

/** The questions as a learner sees them: without key, explanation, rubric, or what they were drawn by. */
export function shownQuestions(paper: Paper): ShownQuestion[] {
  return paper.questions.map(shownQuestion);
}

/** One question as a learner sees it. */
export function shownQuestion({
  id,
  kind,
  prompt,
  options,
  points,
  essay,
}: Paper['questions'][number]): ShownQuestion {
  return { id, kind, prompt, options, points, maxWords: essay?.maxWords ?? null };
}
