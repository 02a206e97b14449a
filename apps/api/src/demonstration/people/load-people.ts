// Loads the demonstration learners with everything they have learned, in one transaction: all of them or none.
import { seededRandom } from '@onetouch/domain';
import { claimCertificate } from '../../certificates/claim-certificate.js';
import { PublishedVersions } from '../../courses/published-versions.js';
import type { Statement, Transaction } from '../../platform/database/database.js';
import { stableId } from '../content/stable-ids.js';
import type { DemonstrationTools } from '../demonstration-tools.js';
import { examTimes, pastExam, writtenExam } from '../exams/exam-plan.js';
import { type ExamScene, loadExams, quizOf } from '../exams/load-exams.js';
import { playPastExam, type Seat } from '../exams/play-exam.js';
import { playWrittenExam } from '../exams/play-written-exam.js';
import { loadCohorts } from './load-cohorts.js';
import { firstStories, type PlannedLearner, plannedLearners, slugs } from './plan.js';
import { attemptIdOf, type Story, tellStory } from './tell-story.js';
import { writeStories } from './write-stories.js';

const isLoaded: Statement = {
  name: 'demonstration.people-loaded',
  text: 'SELECT 1 FROM person WHERE id = $1',
};
const publishedVersions: Statement = {
  name: 'demonstration.published-versions',
  text: 'SELECT slug, published_version_id AS "versionId" FROM course WHERE slug = ANY($1::text[]) AND published_version_id IS NOT NULL',
};

/** Told only when the results were released: nobody has fetched that certificate yet. */
function isThroughByExam({ completion, course, enrolmentId }: Story): boolean {
  const sat = course.attempts.filter(({ exam }) => exam).map((attempt) => attemptIdOf(enrolmentId, attempt));
  return sat.some((id) => JSON.stringify(completion).includes(id));
}

/** Nine of ten who are through have fetched their certificate, in the order in which they finished. */
async function claimAll(transaction: Transaction, stories: readonly Story[]): Promise<void> {
  const through = stories.filter((story) => story.progress.completedAt !== null);
  const inOrder = through.sort(
    (one, other) => Number(one.progress.completedAt) - Number(other.progress.completedAt),
  );
  for (const [index, story] of inOrder.entries()) {
    const { learner, enrolmentId, personId } = story;
    const { completedAt } = story.progress;
    const isFirst = firstStories.includes(learner);
    if ((index % 10 === 9 && !isFirst) || !completedAt || isThroughByExam(story)) continue;
    // The register is one row, so one after the other is the only way there is.
    await claimCertificate(transaction, {
      enrolmentId,
      personId,
      now: new Date(completedAt.getTime() + 3_600_000),
    });
  }
}

/** Candidates are those of the cohorts: whoever of the province, or of the commune, takes the course. */
function playExams(
  learners: readonly PlannedLearner[],
  versions: ExamScene['versions'],
  now: Date,
): ExamScene['seats'] {
  const quiz = quizOf(versions.get(pastExam.courseSlug));
  if (!quiz) return { past: [], written: [] };
  const candidates = learners.filter(
    ({ login, courseSlug }) => login.startsWith('lc') && courseSlug === pastExam.courseSlug,
  );
  const writers = candidates.filter(({ placeId }) => placeId === writtenExam.placeId);
  return {
    past: playPastExam(candidates, quiz, examTimes(pastExam, now)),
    written: playWrittenExam(writers, quiz, examTimes(writtenExam, now)),
  };
}

const attemptsOf = (seats: readonly Seat[], learner: PlannedLearner) =>
  seats.flatMap((seat) => (seat.learner === learner && seat.attempt ? [seat.attempt] : []));

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
  const seats = playExams(learners, bySlug, now);
  const all = [...seats.past, ...seats.written];
  const random = seededRandom('demonstration progress');
  const stories = learners.flatMap((learner) => {
    const version = bySlug.get(learner.courseSlug);
    return version ? [tellStory(learner, version, { random, now, sat: attemptsOf(all, learner) })] : [];
  });
  if (stories.length === 0) return;
  await database.transaction(async (transaction) => {
    await writeStories(transaction, stories, now);
    await claimAll(transaction, stories);
    await loadCohorts(transaction, now);
    await loadExams(transaction, { versions: bySlug, seats, now });
  });
  say(`${stories.length} demonstration learners with their progress, and three exams`);
}
