// The quiz file of a course, as a quiz lesson of the contract.
import { Question, QuizLesson } from '@onetouch/contract';
import { z } from 'zod';
import { checked, ContentError, type Place } from './content-error.js';
import type { CourseFolder } from './course-folder.js';
import { questionOf, writtenQuestion } from './question.js';
import { Words } from './read-lesson.js';
import { readYaml } from './yaml-text.js';

/** Every question of a written quiz counts one point, in thousandths, so results are told in questions. */
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
  }),
  questions: z.array(z.strictObject({ id: z.uuid(), lesson: z.string(), ...writtenQuestion })),
});

/** What a quiz is read with: where its course names it, and the id of each lesson by its file. */
interface QuizSurroundings {
  readonly from: Place;
  readonly lessonIds: ReadonlyMap<string, string>;
}

/** Reads a quiz; without minutes of its own it takes one for each drawn question. */
export function readQuiz(
  folder: CourseFolder,
  file: string,
  { from, lessonIds }: QuizSurroundings,
): QuizLesson {
  const { value, placeOf } = readYaml(folder.text(file, from), WrittenQuiz, { file, line: 1 });
  const questions = value.questions.map(({ id, lesson, ...written }, position) => {
    const place = placeOf('questions', position);
    const review = lessonIds.get(lesson);
    if (!review)
      throw new ContentError(
        placeOf('questions', position, 'lesson'),
        `${lesson} is no lesson of this course`,
      );
    return checked(Question, { id, ...questionOf(written, id, place), points, review }, place);
  });
  const minutes = value.minutes ?? Math.max(leastMinutes, value.rule.draw);
  const { id, title, rule } = value;
  return checked(QuizLesson, { kind: 'quiz', id, title, minutes, rule, questions }, { file, line: 1 });
}
