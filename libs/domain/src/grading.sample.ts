// Questions and papers to mark for the specs; no rule uses them and no build contains them.
import { gradeAttempt, type GradablePaper, type GradableQuestion, type GradingOptions } from './grading.js';

export const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
export const single: GradableQuestion = { id: 'one', kind: 'single', options, correct: ['b'], points: 1_000 };
export const multiple: GradableQuestion = {
  id: 'many',
  kind: 'multiple',
  options,
  correct: ['a', 'c'],
  points: 1_000,
};
export const essay: GradableQuestion = {
  id: 'essay',
  kind: 'essay',
  options: [],
  correct: [],
  points: 2_000,
};
export const paperOf = (questions: GradableQuestion[], passPercent = 50): GradablePaper => {
  const possiblePoints = questions.reduce((sum, question) => sum + question.points, 0);
  return { questions, possiblePoints, neededPoints: Math.ceil((possiblePoints * passPercent) / 100) };
};
export const pointsOf = (question: GradableQuestion, answer: string[], rules: GradingOptions) =>
  gradeAttempt(paperOf([question]), { [question.id]: answer }, rules).questions[0]?.points;
