// Questions, rules and the look at papers for the specs of plans; no rule uses them and no build contains them.
import type { BankQuestion, Paper } from './paper.js';
import type { PaperPlanLike } from './quiz-rule.js';

export const question = (id: string, over: Partial<BankQuestion> = {}): BankQuestion => ({
  id,
  kind: 'single',
  prompt: `Câu ${id}`,
  options: ['a', 'b', 'c'].map((option) => ({ id: option, text: option })),
  correct: ['b'],
  points: 1_000,
  explanation: 'Vì sao',
  review: 'l1',
  ...over,
});
export const many = (count: number, name: string, over: Partial<BankQuestion>) =>
  Array.from({ length: count }, (_, index) => question(`${name}${index}`, over));
export const ruleOf = (over: Partial<PaperPlanLike>) => ({
  draw: 1,
  passPercent: 80,
  paper: { fixed: [], draws: [], keepsOrder: false, ...over },
});
export const idsOf = (paper: Paper) => paper.questions.map(({ id }) => id);
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
export const seeds = (count: number) => Array.from({ length: count }, (_, index) => `seed ${index}`);
export const tally = (labels: readonly (string | undefined)[]) =>
  Object.fromEntries(
    [...Map.groupBy(labels, (label) => String(label))].map(([label, all]) => [label, all.length]).toSorted(),
  );
/** What must be the same for everybody. */
export const mixOf = (paper: Paper) => ({
  mix: tally(
    paper.questions.map((one) =>
      JSON.stringify([one.category, one.difficulty, one.kind === 'essay', one.points]),
    ),
  ),
  categories: tally(paper.questions.map((one) => one.category ?? `lesson ${one.review}`)),
  possible: [paper.possiblePoints, paper.neededPoints, paper.neededCount],
});
