// Writes the demonstration learners with everything they have learned, in one transaction: all of them or none.
import { consentTextVersion } from '@onetouch/contract';
import { completionEvidence, courseProgress, type Random, seededRandom } from '@onetouch/domain';
import { nameColumns } from '../../accounts/new-person.js';
import { claimCertificate } from '../../certificates/claim-certificate.js';
import { type PublishedVersion, PublishedVersions } from '../../courses/published-versions.js';
import type { Statement, Transaction } from '../../platform/database/database.js';
import { stableId } from '../content/stable-ids.js';
import type { DemonstrationTools } from '../demonstration-tools.js';
import { loadCohorts } from './load-cohorts.js';
import { type PlannedLearner, plannedLearners, slugs } from './plan.js';
import { type PlayedCourse, playLearner } from './play-learner.js';
import * as rows from './people-rows.js';

/** The account that strangers try first has begun a course and finished another one, so that its pages have something to show. */
const firstLearner = {
  fullName: '',
  login: 'hocvien@demo.onetouch.local',
  audience: 'resident',
  placeId: 'c-02680',
  organisation: null,
  failsFirst: false,
} as const;
const firstStories: readonly PlannedLearner[] = [
  { ...firstLearner, courseSlug: slugs.resident, enrolledDaysAgo: 6, stepsPercent: 31 },
  { ...firstLearner, courseSlug: slugs.sme, enrolledDaysAgo: 25, stepsPercent: 100 },
];

const isLoaded: Statement = {
  name: 'demonstration.people-loaded',
  text: 'SELECT 1 FROM person WHERE id = $1',
};
const publishedVersions: Statement = {
  name: 'demonstration.published-versions',
  text: 'SELECT slug, published_version_id AS "versionId" FROM course WHERE slug = ANY($1::text[]) AND published_version_id IS NOT NULL',
};

/** A learner with the course as it went, ready to be written. */
interface Story {
  learner: PlannedLearner;
  personId: string;
  enrolmentId: string;
  version: PublishedVersion;
  course: PlayedCourse;
  completedAt: Date | null;
}

function progressOf(version: PublishedVersion, course: PlayedCourse) {
  const passing = course.attempts.filter((attempt) => attempt.grade.hasPassed);
  const facts = {
    lessons: version.lessons,
    doneLessons: new Map(
      course.lessons.flatMap(({ lessonId, doneAt }) => (doneAt ? [[lessonId, doneAt] as const] : [])),
    ),
    passedQuizzes: new Map(passing.map((attempt) => [attempt.lessonId, attempt.submittedAt])),
  };
  return { facts, passing, progress: courseProgress(facts) };
}

function evidenceOf({ version, course, enrolmentId }: Story) {
  const { facts, passing } = progressOf(version, course);
  const passedAttempts = new Map(
    passing.map(({ lessonId, number, grade, submittedAt }) => {
      const { points, neededPoints, possiblePoints } = grade;
      return [
        lessonId,
        {
          attemptId: stableId('attempt', `${enrolmentId} ${number}`),
          points,
          neededPoints,
          possiblePoints,
          submittedAt,
        },
      ];
    }),
  );
  return completionEvidence({ lessons: version.lessons, doneLessons: facts.doneLessons, passedAttempts });
}

function tell(
  learner: PlannedLearner,
  version: PublishedVersion,
  time: { random: Random; now: Date },
): Story {
  const course = playLearner(learner, version, time);
  const personId = stableId('person', learner.login);
  const enrolmentId = stableId('enrolment', learner.login, learner.courseSlug);
  return {
    learner,
    personId,
    enrolmentId,
    version,
    course,
    completedAt: progressOf(version, course).progress.completedAt,
  };
}

function enrolmentRow(story: Story, now: Date) {
  const { learner, version, course, completedAt } = story;
  const { progress } = progressOf(version, course);
  return {
    id: story.enrolmentId,
    person_id: story.personId,
    course_id: version.courseId,
    version_id: version.id,
    enrolled_at: new Date(now.getTime() - learner.enrolledDaysAgo * 86_400_000),
    started_at: course.lessons[0]?.startedAt ?? null,
    completed_at: completedAt,
    completion: completedAt ? evidenceOf(story) : null,
    steps_done: progress.done,
    steps_total: progress.total,
  };
}

async function writeStories(transaction: Transaction, stories: readonly Story[], now: Date): Promise<void> {
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
  return course.attempts.map(({ number, lessonId, seed, paper, startedAt }) => ({
    id: stableId('paper', `${enrolmentId} ${number}`),
    version_id: version.id,
    lesson_id: lessonId,
    seed,
    paper,
    question_ids: paper.questions.map((question) => question.id),
    created_at: startedAt,
  }));
}

function attemptRows({ course, enrolmentId, personId, version }: Story) {
  return course.attempts.map((attempt) => ({
    id: stableId('attempt', `${enrolmentId} ${attempt.number}`),
    enrolment_id: enrolmentId,
    person_id: personId,
    version_id: version.id,
    lesson_id: attempt.lessonId,
    number: attempt.number,
    paper_id: stableId('paper', `${enrolmentId} ${attempt.number}`),
    rule: attempt.rule,
    needed_points: attempt.paper.neededPoints,
    possible_points: attempt.paper.possiblePoints,
    started_at: attempt.startedAt,
    submitted_at: attempt.submittedAt,
    points: attempt.grade.points,
    has_passed: attempt.grade.hasPassed,
    result: attempt.grade,
  }));
}

function answerRows({ course, enrolmentId }: Story) {
  return course.attempts.flatMap(({ number, answers, submittedAt }) =>
    answers.map(({ questionId, optionIds }) => ({
      attempt_id: stableId('attempt', `${enrolmentId} ${number}`),
      question_id: questionId,
      option_ids: optionIds,
      saved_at: submittedAt,
    })),
  );
}

/** Nine of ten who are through have fetched their certificate, in the order in which they finished. */
async function claimAll(transaction: Transaction, stories: readonly Story[]): Promise<void> {
  const through = stories.filter((story) => story.completedAt !== null);
  const inOrder = through.sort((one, other) => Number(one.completedAt) - Number(other.completedAt));
  for (const [index, { learner, enrolmentId, personId, completedAt }] of inOrder.entries()) {
    const isFirst = firstStories.includes(learner);
    if ((index % 10 === 9 && !isFirst) || !completedAt) continue;
    // The register is one row, so one after the other is the only way there is.
    await claimCertificate(transaction, {
      enrolmentId,
      personId,
      now: new Date(completedAt.getTime() + 3_600_000),
    });
  }
}

/** Writes the learners once; a second time nothing happens. Without the courses there is nothing to learn, so nobody is made. */
export async function loadDemonstrationPeople({ database, clock, say }: DemonstrationTools): Promise<void> {
  const learners = [...plannedLearners(), ...firstStories];
  if (await database.row(isLoaded, [stableId('person', learners[0]?.login ?? '')])) return;
  const found = await database.rows<{ slug: string; versionId: string }>(publishedVersions, [
    Object.values(slugs),
  ]);
  const versions = await new PublishedVersions(database).getMany(found.map((row) => row.versionId));
  const bySlug = new Map(found.map(({ slug, versionId }) => [slug, versions.get(versionId)]));
  const now = clock.now();
  const random = seededRandom('demonstration progress');
  const stories = learners.flatMap((learner) => {
    const version = bySlug.get(learner.courseSlug);
    return version ? [tell(learner, version, { random, now })] : [];
  });
  if (stories.length === 0) return;
  await database.transaction(async (transaction) => {
    await writeStories(transaction, stories, now);
    await claimAll(transaction, stories);
    await loadCohorts(transaction, now);
  });
  say(`${stories.length} demonstration learners with their progress`);
}
