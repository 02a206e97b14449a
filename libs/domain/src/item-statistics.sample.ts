// The worked example of docs/item-statistics.md: twelve learners, five questions, and the figures that numpy and scipy give.
import type { ItemQuestion, MarkedAttempt } from './marked-attempts.js';

const lettered = (...ids: string[]) => ids.map((id) => ({ id, text: `Phương án ${id}` }));
const asked = { category: null, difficulty: null } as const;

export const exampleQuestions: ItemQuestion[] = [
  {
    ...asked,
    id: 'q1',
    prompt: 'Một',
    kind: 'single',
    options: lettered('a', 'b', 'c', 'd'),
    correct: ['b'],
  },
  {
    ...asked,
    id: 'q2',
    prompt: 'Hai',
    kind: 'single',
    options: lettered('a', 'b', 'c', 'd'),
    correct: ['c'],
  },
  { ...asked, id: 'q3', prompt: 'Ba', kind: 'true-false', options: lettered('a', 'b'), correct: ['a'] },
  {
    ...asked,
    id: 'q4',
    prompt: 'Bốn',
    kind: 'multiple',
    options: lettered('a', 'b', 'c'),
    correct: ['a', 'b'],
  },
  { ...asked, id: 'q5', prompt: 'Năm', kind: 'essay', options: [], correct: [] },
];
const worth = [1_000, 1_000, 1_000, 2_000, 3_000];

/** Points of the five questions in whole points, and what was chosen at the first; '-' is no answer. */
const sheets: [string, number[]][] = [
  ['b', [1, 0, 1, 2, 2.5]],
  ['b', [1, 0, 1, 2, 3]],
  ['b', [1, 1, 1, 1, 2]],
  ['b', [1, 0, 1, 2, 2]],
  ['a', [0, 1, 1, 1, 2.5]],
  ['b', [1, 0, 0, 1, 1.5]],
  ['b', [1, 1, 1, 0, 1.5]],
  ['a', [0, 1, 1, 1, 1]],
  ['b', [1, 0, 0, 0, 1]],
  ['c', [0, 1, 1, 0, 0.5]],
  ['a', [0, 1, 0, 1, 0]],
  ['-', [0, 1, 0, 0, 0.5]],
];

export const exampleAttempts: MarkedAttempt[] = sheets.map(([first, wholePoints]) => {
  const questions = wholePoints.map((points, index) => ({
    id: `q${index + 1}`,
    points: points * 1_000,
    maxPoints: worth[index] ?? 0,
    chosen: index === 0 && first !== '-' ? [first] : [],
    isAnswered: index === 0 ? first !== '-' : true,
  }));
  const points = questions.reduce((sum, question) => sum + question.points, 0);
  return { points, possiblePoints: 8_000, hasPassed: points >= 5_000, questions };
});

/** Printed by the script in docs/item-statistics.md (Python 3.13, numpy 2.4, scipy 1.17). */
export const exampleFigures = {
  mean: 53.125,
  median: 53.125,
  standardDeviation: 24.352407945155502,
  skewness: -0.066390414890676,
  kurtosis: -1.6030836530531747,
  internalConsistency: 50.399201596806385,
  errorRatio: 70.4278342725329,
  standardError: 17.150873508985253,
  /** Facility, standard deviation, intended weight, effective weight, discrimination index, discriminative efficiency. */
  items: [
    [
      0.5833333333333334, 0.5149286505444373, 0.125, 0.1821078223342517, 0.28807353292743676,
      0.320754716981132,
    ],
    [0.5833333333333334, 0.5149286505444373, 0.125, null, -0.5404665226192213, -0.6451612903225806],
    [
      0.6666666666666666, 0.49236596391733095, 0.125, 0.2148026684485643, 0.6126716648539867,
      0.7272727272727273,
    ],
    [
      0.4583333333333333, 0.3964807305493796, 0.25, 0.27644110345543454, 0.5114859726054243,
      0.5846153846153845,
    ],
    [0.5, 0.3097734590948617, 0.375, 0.32664840576174964, 0.7735230766683718, 0.8181818181818182],
  ],
} as const;
