// The rows of the demonstration learners: persons, consents, enrolments, lessons, attempts and answers. It decides nothing.
import { consentTextVersion } from '@onetouch/contract';
import { nameColumns } from '../../accounts/new-person.js';
import type { Transaction } from '../../platform/database/database.js';
import * as rows from './people-rows.js';
import { firstStories, type PlannedLearner } from './plan.js';
import type { PlayedAttempt } from './play-learner.js';
import { attemptIdOf, paperIdOf, type Story } from './tell-story.js';

function personRow(learner: PlannedLearner, id: string, now: Date) {
  const { fullName, searchKey, sortKey } = nameColumns(learner.fullName);
  const createdAt = new Date(now.getTime() - (learner.enrolledDaysAgo + 1) * 86_400_000);
  return {
    id,
    full_name: fullName,
    search_key: searchKey,
    sort_key: sortKey,
    email: learner.login,
    audience: learner.audience,
    place_id: learner.placeId,
    organisation_name: learner.organisation ?? '',
    created_at: createdAt,
  };
}

function lessonRows({ course, enrolmentId }: Story) {
  return course.lessons.map(({ lessonId, state, startedAt, doneAt }) => ({
    enrolment_id: enrolmentId,
    lesson_id: lessonId,
    state,
    started_at: startedAt,
    done_at: doneAt,
    updated_at: doneAt ?? startedAt,
  }));
}

function paperRows({ course, enrolmentId, version }: Story) {
  return course.attempts.map((attempt) => ({
    id: paperIdOf(attemptIdOf(enrolmentId, attempt)),
    version_id: version.id,
    lesson_id: attempt.lessonId,
    seed: attempt.seed,
    paper: attempt.paper,
    question_ids: attempt.paper.questions.map((question) => question.id),
    created_at: attempt.startedAt,
  }));
}

/** With the last mark of an essay, or at once. */
function markedAt({ answers, submittedAt }: PlayedAttempt): Date {
  const times = answers.flatMap(({ essay }) => essay?.marks.map((mark) => mark.markedAt.getTime()) ?? []);
  return new Date(Math.max(submittedAt.getTime(), ...times));
}

function attemptRows({ course, enrolmentId, personId, version }: Story) {
  return course.attempts.map((attempt) => ({
    id: attemptIdOf(enrolmentId, attempt),
    enrolment_id: enrolmentId,
    person_id: personId,
    version_id: version.id,
    lesson_id: attempt.lessonId,
    number: attempt.number,
    paper_id: paperIdOf(attemptIdOf(enrolmentId, attempt)),
    rule: attempt.rule,
    needed_points: attempt.paper.neededPoints,
    possible_points: attempt.paper.possiblePoints,
    started_at: attempt.startedAt,
    submitted_at: attempt.submittedAt,
    // The figure itself stays empty while an essay waits.
    ...(attempt.grade.pending.length > 0
      ? { points: null, has_passed: null, marked_at: null }
      : {
          points: attempt.grade.points,
          has_passed: attempt.grade.hasPassed,
          marked_at: markedAt(attempt),
        }),
    result: attempt.grade,
    exam_id: attempt.exam?.examId ?? null,
    deadline_at: attempt.exam?.deadlineAt ?? null,
    extra_seconds: attempt.exam?.extraSeconds ?? 0,
    closed_by: attempt.exam?.closedBy ?? 'learner',
    late_count: attempt.answers.filter(({ isLate }) => isLate).length,
  }));
}

function answerRows({ course, enrolmentId }: Story) {
  return course.attempts.flatMap((attempt) =>
    attempt.answers.map(({ questionId, optionIds, answeredAt, savedAt, isLate, essay }) => ({
      attempt_id: attemptIdOf(enrolmentId, attempt),
      question_id: questionId,
      option_ids: optionIds,
      answered_at: answeredAt,
      saved_at: savedAt,
      is_late: isLate,
      text: essay?.text ?? '',
      points: essay?.settled?.points ?? null,
      comment: essay?.settled?.comment ?? null,
    })),
  );
}

function enrolmentRow(story: Story, now: Date) {
  const { learner, version, course, progress, completion } = story;
  return {
    id: story.enrolmentId,
    person_id: story.personId,
    course_id: version.courseId,
    version_id: version.id,
    enrolled_at: new Date(now.getTime() - learner.enrolledDaysAgo * 86_400_000),
    started_at: course.lessons[0]?.startedAt ?? null,
    completed_at: progress.completedAt,
    completion,
    steps_done: progress.done,
    steps_total: progress.total,
  };
}

/** Writes everything about these learners; who has an account already gets no second one. */
export async function writeStories(
  transaction: Transaction,
  stories: readonly Story[],
  now: Date,
): Promise<void> {
  const json = (list: readonly object[]) => [JSON.stringify(list)];
  const newcomers = stories.filter(({ learner }) => !firstStories.includes(learner));
  await transaction.rows(
    rows.insertPeople,
    json(newcomers.map(({ learner, personId }) => personRow(learner, personId, now))),
  );
  await transaction.rows(rows.insertConsents, [
    newcomers.map((story) => story.personId),
    consentTextVersion,
    now,
  ]);
  await transaction.rows(rows.insertEnrolments, json(stories.map((story) => enrolmentRow(story, now))));
  await transaction.rows(rows.insertLessons, json(stories.flatMap(lessonRows)));
  await transaction.rows(rows.insertPapers, json(stories.flatMap(paperRows)));
  await transaction.rows(rows.insertAttempts, json(stories.flatMap(attemptRows)));
  await transaction.rows(rows.insertAnswers, json(stories.flatMap(answerRows)));
}
