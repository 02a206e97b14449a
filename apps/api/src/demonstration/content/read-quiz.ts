// The quiz file of a course, as a quiz lesson of the contract.
import { type Difficulty, PaperPlan, Question, QuizLesson } from '@onetouch/contract';
import { z } from 'zod';
import { checked, ContentError, type Place } from './content-error.js';
import type { CourseFolder } from './course-folder.js';
import { essayOf, questionOf, writtenEssay, writtenQuestion } from './question.js';
import { Words } from './read-lesson.js';
import { readYaml } from './yaml-text.js';

/** Every question of a written quiz but an essay counts one point, in thousandths, so results are told in questions. */
const points = 1_000;
const leastMinutes = 5;

const WrittenQuiz = z.strictObject({
  id: z.uuid(),
  title: Words,
  minutes: z.number().optional(),
  rule: z.strictObject({
    draw: z.number(),
    passPercent: z.number(),
    attemptsAllowed: z.number(),
    pauseMinutes: z.number(),
    requiresLessons: z.boolean(),
    paper: PaperPlan.optional(),
  }),
  /** What the questions ask people to be able to do, by the lessons that they review. */
  competences: z.array(z.strictObject({ name: z.string(), lessons: z.array(z.string()) })).optional(),
  questions: z.array(
    z.strictObject({
      id: z.uuid(),
      lesson: z.string(),
      difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
      ...writtenQuestion,
    }),
  ),
  essays: z
    .array(
      z.strictObject({
        id: z.uuid(),
        lesson: z.string(),
        difficulty: z.enum(['easy', 'medium', 'hard']),
        ...writtenEssay,
      }),
    )
    .optional(),
});
type WrittenQuiz = z.infer<typeof WrittenQuiz>;

/** What a quiz is read with: where its course names it, and of each lesson by its file the id and the title of its module. */
interface QuizSurroundings {
  readonly from: Place;
  readonly lessonIds: ReadonlyMap<string, string>;
  readonly moduleTitles: ReadonlyMap<string, string>;
}

/** Where the author says nothing: one claim is easier to judge than several options, and those than a choice of several. */
const usualDifficulty = {
  'true-false': 'easy',
  single: 'medium',
  multiple: 'hard',
} as const satisfies Record<WrittenQuiz['questions'][number]['kind'], Difficulty>;

/** The competence of each lesson by its file; refuses a lesson that the course does not have. */
function competencesOf(
  { competences = [] }: WrittenQuiz,
  lessonIds: ReadonlyMap<string, string>,
  placeOf: (...path: PropertyKey[]) => Place,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [position, { name, lessons }] of competences.entries())
    for (const lesson of lessons) {
      if (!lessonIds.has(lesson))
        throw new ContentError(placeOf('competences', position), `${lesson} is no lesson of this course`);
      found.set(lesson, name);
    }
  return found;
}

/** Reads a quiz; without minutes of its own it takes one for each drawn question. */
export function readQuiz(
  folder: CourseFolder,
  file: string,
  { from, lessonIds, moduleTitles }: QuizSurroundings,
): QuizLesson {
  const { value, placeOf } = readYaml(folder.text(file, from), WrittenQuiz, { file, line: 1 });
  const competences = competencesOf(value, lessonIds, placeOf);
  const { questions, essays = [] } = value;
  const reviewOf = (lesson: string, ...path: PropertyKey[]) => {
    const review = lessonIds.get(lesson);
    if (!review) throw new ContentError(placeOf(...path, 'lesson'), `${lesson} is no lesson of this course`);
    return { review, competence: competences.get(lesson) };
  };
  const choices = questions.map(({ id, lesson, difficulty, ...written }, position) => {
    const place = placeOf('questions', position);
    const labels = {
      ...reviewOf(lesson, 'questions', position),
      category: moduleTitles.get(lesson),
      difficulty: difficulty ?? usualDifficulty[written.kind],
    };
    return checked(Question, { id, ...questionOf(written, id, place), points, ...labels }, place);
  });
  const writing = essays.map(({ id, lesson, difficulty, ...written }, position) => {
    const labels = { ...reviewOf(lesson, 'essays', position), difficulty };
    return checked(Question, { id, ...essayOf(written, id), ...labels }, placeOf('essays', position));
  });
  const minutes = value.minutes ?? Math.max(leastMinutes, value.rule.draw);
  const { id, title, rule } = value;
  const quiz = { kind: 'quiz', id, title, minutes, rule, questions: [...choices, ...writing] };
  return checked(QuizLesson, quiz, { file, line: 1 });
}
