// Marks: the paper as drawn and the answers as saved, in; points question by question, out. It knows no attempt and no learner.

export interface GradablePaper {
  readonly questions: readonly {
    readonly id: string;
    readonly options: readonly { readonly id: string }[];
    readonly correct: readonly string[];
    readonly points: number;
  }[];
  readonly possiblePoints: number;
  readonly neededPoints: number;
}

/** Chosen option ids by question id. */
export type Answers = ReadonlyMap<string, readonly string[]> | Readonly<Record<string, readonly string[]>>;

export interface QuestionGrade {
  id: string;
  chosen: string[];
  correct: string[];
  isRight: boolean;
  points: number;
}

export interface Grade {
  points: number;
  possiblePoints: number;
  neededPoints: number;
  hasPassed: boolean;
  rightCount: number;
  questions: QuestionGrade[];
}

function isMap(answers: Answers): answers is ReadonlyMap<string, readonly string[]> {
  return typeof answers.get === 'function';
}

/** All or nothing: the full points when the chosen options are exactly the key. Options that the question does not have are ignored. */
function gradeQuestion(
  question: GradablePaper['questions'][number],
  answer: readonly string[],
): QuestionGrade {
  const key = new Set(question.correct);
  const optionIds = question.options.map((option) => option.id);
  const chosen = optionIds.filter((id) => answer.includes(id));
  // A question without an answer is never right, not even when its key were empty by mistake.
  const isRight = chosen.length > 0 && chosen.length === key.size && chosen.every((id) => key.has(id));
  return {
    id: question.id,
    chosen,
    correct: optionIds.filter((id) => key.has(id)),
    isRight,
    points: isRight ? question.points : 0,
  };
}

/**
 * The mark of an attempt by the paper that it was given. Answers to questions outside the paper are ignored, missing ones
 * are wrong; a paper without points is never passed.
 */
export function gradeAttempt(paper: GradablePaper, answers: Answers): Grade {
  const answersById = isMap(answers) ? answers : new Map(Object.entries(answers));
  const questions = paper.questions.map((question) =>
    gradeQuestion(question, answersById.get(question.id) ?? []),
  );
  const points = questions.reduce((sum, question) => sum + question.points, 0);
  return {
    points,
    possiblePoints: paper.possiblePoints,
    neededPoints: paper.neededPoints,
    hasPassed: paper.possiblePoints > 0 && points >= paper.neededPoints,
    rightCount: questions.filter((question) => question.isRight).length,
    questions,
  };
}
