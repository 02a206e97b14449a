// A quiz as those see it who answer for its course: its questions in all versions that were sat, newest wording first. Whoever may not
// edit the course is told that there is none.
import type { Localized, Question, QuizLesson } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { type CourseHome, mayEdit } from '../courses/courses.policy.js';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Database, type Statement } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';

export interface QuizWish {
  courseId: string;
  lessonId: string;
  examId?: string | undefined;
}

export interface OwnQuiz {
  courseId: string;
  lessonId: string;
  courseTitle: Localized;
  quizTitle: Localized;
  exam: { id: string; name: string } | null;
  /** Of the exam, or of the newest version. */
  wrongPercent: number;
  questions: ReadonlyMap<string, Question>;
  versions: ReadonlyMap<string, PublishedVersion>;
}

const findVersions: Statement = {
  name: 'marking.find-quiz',
  text: `SELECT c.owner_id AS "ownerId", c.issuer_id AS "issuerId", pl.path::text AS "issuerPath",
      ARRAY(SELECT v.id::text FROM course_version v WHERE v.course_id = c.id AND (v.id = c.published_version_id
        OR v.id IN (SELECT a.version_id FROM attempt a WHERE a.lesson_id = $2)) ORDER BY v.number DESC) AS "versionIds"
    FROM course c JOIN organisation o ON o.id = c.issuer_id JOIN place pl ON pl.id = o.place_id WHERE c.id = $1`,
};
const findExam: Statement = {
  name: 'marking.find-exam',
  text: `SELECT id, name, (rule ->> 'wrongPercent')::integer AS "wrongPercent" FROM exam
    WHERE id = $1 AND course_id = $2 AND lesson_id = $3`,
};

interface ExamRow {
  id: string;
  name: string;
  wrongPercent: number;
}

@Injectable()
export class FindQuiz {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
  ) {}

  /** Refuses with `course.not-found`, `lesson.not-found` for what is no quiz, and `exam.not-found` for an exam of another quiz. */
  async find(actor: Actor, { courseId, lessonId, examId }: QuizWish): Promise<OwnQuiz> {
    const course = await this.database.row<CourseHome & { versionIds: string[] }>(findVersions, [
      courseId,
      lessonId,
    ]);
    if (!course || !mayEdit(actor, course)) throw new Problem('course.not-found');
    const found = await this.versions.getMany(course.versionIds);
    const versions = course.versionIds.flatMap((id) => found.get(id) ?? []);
    const quizzes = versions.flatMap((version) => {
      const lesson = version.lessonById.get(lessonId)?.lesson;
      return lesson?.kind === 'quiz' ? [{ lesson, version }] : [];
    });
    const [newest] = quizzes;
    if (!newest) throw new Problem('lesson.not-found');
    const exam = examId === undefined ? null : await this.exam(examId, { courseId, lessonId });
    return {
      courseId,
      lessonId,
      courseTitle: newest.version.document.title,
      quizTitle: newest.lesson.title,
      exam: exam && { id: exam.id, name: exam.name },
      wrongPercent: exam?.wrongPercent ?? newest.lesson.rule.wrongPercent ?? 0,
      questions: questionsOf(quizzes.map(({ lesson }) => lesson)),
      versions: found,
    };
  }

  private async exam(examId: string, { courseId, lessonId }: QuizWish): Promise<ExamRow> {
    const exam = await this.database.row<ExamRow>(findExam, [examId, courseId, lessonId]);
    if (!exam) throw new Problem('exam.not-found');
    return exam;
  }
}

/** Every question in its newest wording, of lessons that are given newest first. */
function questionsOf(lessons: readonly QuizLesson[]): Map<string, Question> {
  const questions = new Map<string, Question>();
  for (const question of lessons.flatMap((lesson) => lesson.questions))
    if (!questions.has(question.id)) questions.set(question.id, question);
  return questions;
}
