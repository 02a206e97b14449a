// Writes the demonstration exams: those that are over with rooms, seats, papers and record, and the one to come as it is planned.
import { foldVietnamese } from '@onetouch/domain';
import type { PublishedVersion } from '../../courses/published-versions.js';
import { seatCandidates } from '../../exams/assign-seats.js';
import { addCandidates } from '../../exams/candidates.js';
import { recordEvents } from '../../exams/exam-events.js';
import { examRuleOf } from '../../exams/exam-rule.js';
import { newRoomCode } from '../../exams/room-code.js';
import { sealPaper } from '../../exams/seal-paper.js';
import type { Transaction } from '../../platform/database/database.js';
import { stableId } from '../content/stable-ids.js';
import { attemptIdOf, paperIdOf } from '../people/tell-story.js';
import * as plan from './exam-plan.js';
import * as rows from './exam-rows.js';
import { byHand, pastRecord, writtenRecord } from './past-record.js';
import { powerCut, type Seat, spreadSeconds } from './play-exam.js';

/** What the exams are written with. */
export interface ExamScene {
  versions: ReadonlyMap<string, PublishedVersion | undefined>;
  seats: { past: readonly Seat[]; written: readonly Seat[] };
  now: Date;
}

type IdOf = (login: string) => string | null;

const json = (value: object) => [JSON.stringify(value)];

/** The first quiz of a version. */
export function quizOf(version: PublishedVersion | undefined) {
  const quizzes = (version?.lessons ?? []).flatMap(({ lesson }) => (lesson.kind === 'quiz' ? [lesson] : []));
  return quizzes[0];
}

async function accounts(transaction: Transaction): Promise<IdOf> {
  const exams = [plan.pastExam, plan.writtenExam, plan.comingExam];
  const logins = exams.flatMap(({ rooms }) => rooms.map((room) => room.invigilator));
  const found = await transaction.rows<{ id: string; email: string }>(rows.findAccounts, [
    [plan.coordinator, plan.trainer, plan.admin, ...logins.filter((login) => login !== null)],
  ]);
  const ids = new Map(found.map(({ id, email }) => [email, id]));
  return (login) => ids.get(login) ?? null;
}

/** The exam with its cohort and rooms; null when its course has no quiz. */
async function insertExam(
  transaction: Transaction,
  exam: plan.PlannedExam,
  { versions, now, idOf }: Pick<ExamScene, 'versions' | 'now'> & { idOf: IdOf },
): Promise<PublishedVersion | null> {
  const version = versions.get(exam.courseSlug);
  const quiz = quizOf(version);
  if (!version || !quiz) return null;
  const { createdAt, checkInOpensAt, startsAt, closesAt, releasedAt } = plan.examTimes(exam, now);
  const isOver = closesAt < now;
  const isReleased = exam.isReleased && releasedAt < now;
  const window = { startsAt: startsAt.toISOString(), closesAt: closesAt.toISOString() };
  const id = plan.examIdOf(exam);
  const row = {
    ...{ id, name: exam.name, search_key: foldVietnamese(exam.name), place_id: exam.placeId },
    ...{ course_id: version.courseId, version_id: version.id, lesson_id: quiz.id },
    ...{ check_in_opens_at: checkInOpensAt, starts_at: startsAt, closes_at: closesAt },
    ...{ rule: examRuleOf(exam.rule, quiz, window), release: 'by-person', spread_seconds: spreadSeconds },
    released_at: isReleased ? releasedAt : null,
    released_by: isReleased ? idOf(plan.coordinator) : null,
    preparation_requested_at: isOver ? new Date(startsAt.getTime() - 86_100_000) : null,
    ...{ created_by: idOf(plan.coordinator), created_at: createdAt },
  };
  await transaction.rows(rows.insertExam, json(row));
  await transaction.rows(rows.insertCohorts, [id, stableId('cohort', exam.cohort)]);
  const rooms = exam.rooms.map((room) => ({
    ...{ id: plan.roomIdOf(exam, room), exam_id: id, name: room.name, place_id: room.placeId },
    invigilator_id: room.invigilator && idOf(room.invigilator),
    ...{ capacity: room.capacity, code: newRoomCode() },
  }));
  await transaction.rows(rows.insertRooms, json(rooms));
  return version;
}

const enrolmentOf = ({ learner }: Seat) => stableId('enrolment', learner.login, learner.courseSlug);

function paperOf(seat: Seat): string {
  return paperIdOf(
    seat.attempt ? attemptIdOf(enrolmentOf(seat), seat.attempt) : stableId('attempt', seat.candidateId),
  );
}

function candidateRow(exam: plan.PlannedExam, seat: Seat, checkedInBy: string | null) {
  const { candidateId, learner, roomId, paper, checkedInAt } = seat;
  const { paperId, key, nonce, sealed, neededPoints, possiblePoints } = sealPaper(candidateId, {
    id: paperOf(seat),
    paper,
  });
  return {
    ...{ id: candidateId, exam_id: plan.examIdOf(exam), room_id: roomId },
    ...{ person_id: stableId('person', learner.login), enrolment_id: enrolmentOf(seat) },
    ...{ paper_id: paperId, needed_points: neededPoints, possible_points: possiblePoints },
    ...{ key: key.toString('base64'), sealed: sealed.toString('base64'), nonce: nonce.toString('base64') },
    ...{ checked_in_at: checkedInAt, checked_in_by: checkedInBy },
  };
}

function paperRow(seat: Seat, version: PublishedVersion, createdAt: Date) {
  return {
    ...{ id: paperOf(seat), version_id: version.id, lesson_id: quizOf(version)?.id, seed: seat.seed },
    ...{ paper: seat.paper, question_ids: seat.paper.questions.map(({ id }) => id), created_at: createdAt },
  };
}

function extensionRows(seats: readonly Seat[], version: PublishedVersion, times: plan.ExamTimes) {
  const dark = plan.pastExam.rooms[powerCut.room];
  return (author: string | null) =>
    seats
      .filter(({ roomId }) => author && dark && roomId === plan.roomIdOf(plan.pastExam, dark))
      .map((seat) => ({
        ...{ id: stableId('exam extension', seat.candidateId), enrolment_id: enrolmentOf(seat) },
        ...{ lesson_id: quizOf(version)?.id, exam_id: plan.examIdOf(plan.pastExam) },
        ...{ minutes: powerCut.creditMinutes, reason: 'Mất điện, khởi động lại máy', author_id: author },
        granted_at: new Date(times.startsAt.getTime() + 900_000),
      }));
}

interface Filling {
  version: PublishedVersion;
  seats: readonly Seat[];
  now: Date;
  idOf: IdOf;
}

async function fillPastExam(transaction: Transaction, { version, seats, now, idOf }: Filling): Promise<void> {
  const times = plan.examTimes(plan.pastExam, now);
  const hand = byHand(seats);
  const author = idOf(plan.pastExam.rooms[powerCut.room]?.invigilator ?? plan.coordinator);
  const papers = seats.map((seat) => paperRow(seat, version, times.createdAt));
  await transaction.rows(rows.insertPapers, json(papers));
  const candidates = seats.map((seat) =>
    candidateRow(plan.pastExam, seat, seat === hand ? idOf(plan.coordinator) : null),
  );
  await transaction.rows(rows.insertCandidates, json(candidates));
  await transaction.rows(rows.insertExtensions, json(extensionRows(seats, version, times)(author)));
  await recordEvents(transaction, pastRecord(times, seats, idOf));
}

/** Everything that was given for the essays so far. */
function essayMarkRows(seats: readonly Seat[], idOf: IdOf) {
  return seats.flatMap((seat) =>
    (seat.attempt?.answers ?? []).flatMap(({ questionId, essay }) => {
      const question = seat.paper.questions.find(({ id }) => id === questionId);
      const criteriaOf = (points: readonly number[]) =>
        (question?.essay?.rubric ?? []).map(({ id }, place) => ({
          criterionId: id,
          points: points[place] ?? 0,
        }));
      return (essay?.marks ?? []).map(({ by, points, comment, markedAt }) => ({
        ...{ id: stableId('essay mark', seat.candidateId, by), marker_id: idOf(by) },
        ...{ attempt_id: seat.attempt && attemptIdOf(enrolmentOf(seat), seat.attempt) },
        ...{ question_id: questionId, text: essay?.text ?? '', criteria: criteriaOf(points) },
        ...{ points: points.reduce((sum, one) => sum + one, 0), comment, marked_at: markedAt },
      }));
    }),
  );
}

async function fillWrittenExam(
  transaction: Transaction,
  { version, seats, now, idOf }: Filling,
): Promise<void> {
  const times = plan.examTimes(plan.writtenExam, now);
  const papers = seats.map((seat) => paperRow(seat, version, times.createdAt));
  await transaction.rows(rows.insertPapers, json(papers));
  const candidates = seats.map((seat) => candidateRow(plan.writtenExam, seat, null));
  await transaction.rows(rows.insertCandidates, json(candidates));
  await transaction.rows(rows.insertEssayMarks, json(essayMarkRows(seats, idOf)));
  await recordEvents(transaction, writtenRecord(times, seats, idOf));
}

/** Writes the exams after their people and cohorts. */
export async function loadExams(transaction: Transaction, scene: ExamScene): Promise<void> {
  const { now } = scene;
  const idOf = await accounts(transaction);
  const { past: seats, written: writers } = scene.seats;
  const past = await insertExam(transaction, plan.pastExam, { ...scene, idOf });
  if (past) await fillPastExam(transaction, { version: past, seats, now, idOf });
  const written = await insertExam(transaction, plan.writtenExam, { ...scene, idOf });
  if (written) await fillWrittenExam(transaction, { version: written, seats: writers, now, idOf });
  const coming = await insertExam(transaction, plan.comingExam, { ...scene, idOf });
  if (!coming) return;
  const examId = plan.examIdOf(plan.comingExam);
  await addCandidates(transaction, examId, { version: coming, now });
  const seated = await seatCandidates(transaction, examId);
  const { createdAt } = plan.examTimes(plan.comingExam, now);
  const line = { examId, actorId: idOf(plan.coordinator), at: createdAt };
  const reason = `+${plan.comingExam.rooms.length}`;
  await recordEvents(transaction, [
    { ...line, kind: 'created' },
    { ...line, kind: 'changed', reason },
    { ...line, kind: 'assigned', reason: `+${seated}` },
  ]);
}
