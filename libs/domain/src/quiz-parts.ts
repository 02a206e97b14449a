// The fields of a quiz: its rule with the gate beside it, and its questions. Points, thousandths in the document, are read as points.
import type { AuthoredQuestion, AuthoredQuizLesson } from './authored-course.js';
import { fieldsOf, type PartField } from './part-field.js';
import { shorten } from './plain-text.js';
import { completeRule, type PaperDrawLike } from './quiz-rule.js';

const promptLength = 60;
const listed = (words: readonly string[]) => words.join(' · ');
const inPoints = (thousandths: number) => String(thousandths / 1_000);
const withPoints = (points: number | undefined) => (points === undefined ? '' : ` (${inPoints(points)})`);

function drawText({ count, from, points }: PaperDrawLike): string {
  const labels = [from.category, ...(from.tags ?? []), from.difficulty].filter(
    (label) => label !== undefined,
  );
  return [String(count), labels.join(', ')].filter(Boolean).join(' × ') + withPoints(points);
}

/**
 * Everything that a rule says, compared in full, so that writing down a default changes nothing. What is shown when is named
 * `feedbackShows` and `keyShows`, because the key of a question is something else.
 */
export function ruleFields({ rule, questions, gate }: AuthoredQuizLesson): PartField[] {
  const field = fieldsOf('rule');
  const { paper, feedback, key, ...plain } = completeRule(rule);
  const prompts = new Map(questions.map(({ id, prompt }) => [id, shorten(prompt, promptLength)]));
  const fixed = (paper?.fixed ?? []).map(
    ({ questionId, points }) => (prompts.get(questionId) ?? questionId) + withPoints(points),
  );
  const draws = paper?.draws ?? [];
  return [
    ...Object.entries(plain).map(([name, value]) => field(name, value)),
    field('fixedQuestions', paper?.fixed ?? [], listed(fixed)),
    field('draws', draws, listed(draws.map(drawText))),
    field('keepsOrder', paper?.keepsOrder ?? false),
    field('feedbackShows', feedback),
    field('keyShows', key),
    field('accessCode', gate?.accessCode),
    field('networks', gate?.networks ?? [], listed(gate?.networks ?? [])),
  ];
}

type Asked = Pick<AuthoredQuestion, 'kind' | 'prompt' | 'options' | 'correct' | 'explanation'>;

/** Fields of a question, graded or in a check. The key is shown by the words of its options: ids mean nothing to a reader. */
export function askedFields(what: PartField['what'], asked: Asked): PartField[] {
  const field = fieldsOf(what);
  const right = asked.options.filter((option) => asked.correct.includes(option.id));
  return [
    field('kind', asked.kind),
    field('prompt', asked.prompt),
    field('options', asked.options, listed(asked.options.map((option) => option.text))),
    field('correct', asked.correct, listed(right.map((option) => option.text))),
    field('explanation', asked.explanation),
  ];
}

function rubricText(question: AuthoredQuestion): string {
  return listed(
    (question.essay?.rubric ?? []).map(({ title, description, points }) =>
      [title + withPoints(points), description].filter(Boolean).join(': '),
    ),
  );
}

/** Fields of a graded question. `titles` names the lesson to read again. */
export function questionFields(question: AuthoredQuestion, titles: ReadonlyMap<string, string>): PartField[] {
  const field = fieldsOf('question');
  const { points, review, tags = [], essay } = question;
  return [
    ...askedFields('question', question),
    field('points', points, inPoints(points)),
    field('review', review, titles.get(review) ?? review),
    field('category', question.category),
    field('tags', tags, listed(tags)),
    field('difficulty', question.difficulty),
    field('competence', question.competence),
    field('maxWords', essay?.maxWords),
    field('rubric', essay?.rubric ?? [], rubricText(question)),
  ];
}
