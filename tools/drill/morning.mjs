// The morning in its parts: people, rooms and papers; check-in; everybody sits; every answer is looked at again.
import { browserOf, codesByPerson, drawPapers, inTurns, planExam } from '../load/exam-morning.mjs';
import { seedExamPeople } from '../load/exam-people.mjs';
import { PlayedLearner } from './learner.mjs';

const atOnce = 24;

/** Plans the exam and has everybody checked in; answers `{ runner, exam, learners, drawSeconds }`. */
export async function prepareMorning({ url, databaseUrl }, options, notes) {
  const people = await seedExamPeople(databaseUrl, options.learners);
  const runner = browserOf(url, people.runner.token);
  const { rooms, spread: spreadSeconds, startsIn } = options;
  const exam = await planExam(runner, people, { rooms, startsIn, spreadSeconds, name: 'Diễn tập' });
  const drawSeconds = await drawPapers(runner, exam.id);
  const seats = await codesByPerson(databaseUrl, exam.id);
  const learners = people.learners.map(
    (learner) =>
      new PlayedLearner({
        learner,
        code: seats.get(learner.personId).code,
        browser: browserOf(url, learner.token),
        options,
        notes,
      }),
  );
  await inTurns(learners, atOnce, (learner) => learner.checkIn().catch(() => {}));
  return { runner, exam, learners, drawSeconds };
}

/** Everybody from the start to the submission; answers how many came through. */
export async function sitThrough({ exam, learners }, { offline }) {
  const came = await Promise.all(
    learners.map(async (learner) => {
      try {
        await learner.begin(exam.startsAt);
        await learner.answerAll(Math.random() * 100 < offline);
        await learner.handIn();
        return true;
      } catch {
        // Noted where it happened; the others go on.
        return false;
      }
    }),
  );
  return came.filter(Boolean).length;
}

/** Compares every answer that has a receipt with what the server keeps. */
export async function lookAgain(learners) {
  const begun = learners.filter((learner) => learner.attemptId);
  await inTurns(begun, atOnce, (learner) => learner.look().catch(() => {}));
}
