// Enrolments in any state, written straight to the tables.
import { randomUUID } from 'node:crypto';
import type { CompletionEvidence } from '@onetouch/domain';
import { EnrolmentEntity } from '../src/enrolments/enrolment.entity.js';
import type { TestApp } from './app.js';
import type { TestCourse } from './factories.js';

interface EnrolmentWish {
  enrolledAt?: Date;
  startedAt?: Date | null;
  completedAt?: Date | null;
  stepsDone?: number;
}

/** An enrolment; with `completedAt` it is complete and has its evidence. */
export async function createEnrolment(
  test: TestApp,
  at: { personId: string; course: TestCourse },
  wish: EnrolmentWish = {},
): Promise<string> {
  const id = randomUUID();
  const lessons = at.course.document.modules.flatMap((module) => module.lessons);
  const completedAt = wish.completedAt ?? null;
  const completion: CompletionEvidence | null = completedAt && {
    ruleVersion: 1,
    lessons: lessons.map((lesson) => ({ lessonId: lesson.id, doneAt: completedAt.toISOString() })),
    quizzes: [],
  };
  await test.database.source.manager.insert(EnrolmentEntity, {
    id,
    personId: at.personId,
    courseId: at.course.id,
    versionId: at.course.versionId,
    enrolledAt: wish.enrolledAt ?? new Date('2026-11-01T02:00:00Z'),
    startedAt: wish.startedAt ?? completedAt,
    completedAt,
    completion,
    stepsDone: wish.stepsDone ?? (completedAt ? lessons.length : 0),
    stepsTotal: lessons.length,
  } as never);
  return id;
}
