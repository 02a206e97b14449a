// Exams and their rooms in the contract's shape. Knows no scope: who may see what is decided before.
import type { ExamDetail, ExamRoom, ExamRow } from '@onetouch/contract';
import { examStatus, paperSize } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import { placeRef } from '../places/place-row.js';
import type { ExamFacts } from './exam-facts.js';
import type { RoomRow } from './exams.queries.js';
import { minutesOf, quizOf } from './find-parts.js';

/** One line about an exam. */
export function presentExam(exam: ExamFacts, version: PublishedVersion, now: Date): ExamRow {
  return {
    id: exam.id,
    name: exam.name,
    courseId: exam.courseId,
    courseTitle: version.document.title,
    lessonId: exam.lessonId,
    quizTitle: quizOf(version, exam.lessonId).title,
    place: { id: exam.placeId, fullName: exam.placeName },
    organisation:
      exam.organisationId === null ? null : { id: exam.organisationId, name: exam.organisationName ?? '' },
    checkInOpensAt: exam.checkInOpensAt.toISOString(),
    startsAt: exam.startsAt.toISOString(),
    closesAt: exam.closesAt.toISOString(),
    status: examStatus(exam, now),
    roomCount: exam.roomCount,
    candidateCount: exam.candidateCount,
    preparedCount: exam.preparedCount,
  };
}

/** A room with its code: for those who run it. */
export function presentRoom(room: RoomRow): ExamRoom {
  return {
    id: room.id,
    name: room.name,
    place: placeRef(room.placeId, room.placeName),
    invigilator:
      room.invigilatorId === null ? null : { id: room.invigilatorId, fullName: room.invigilatorName ?? '' },
    capacity: room.capacity,
    code: room.code,
    assigned: room.assigned,
    pausedAt: room.pausedAt?.toISOString() ?? null,
  };
}

interface DetailFacts {
  exam: ExamFacts;
  version: PublishedVersion;
  rooms: readonly RoomRow[];
  cohorts: ExamDetail['cohorts'];
  unassigned: number;
  now: Date;
}

function abilitiesOf(exam: ExamFacts, now: Date): ExamDetail['abilities'] {
  return {
    edit: now < exam.checkInOpensAt,
    prepare: now < exam.closesAt,
    invigilate: true,
    // What shows at once needs nobody to release it.
    release: exam.release === 'by-person' && exam.releasedAt === null && now >= exam.startsAt,
    export: true,
  };
}

/** An exam with everything that its page shows. */
export function presentDetail({ exam, version, rooms, cohorts, unassigned, now }: DetailFacts): ExamDetail {
  const quiz = quizOf(version, exam.lessonId);
  const { opensAt: _opens, closesAt: _closes, requiresLessons: _lessons, paper, ...rule } = exam.rule;
  const requestedAt = exam.preparationRequestedAt;
  return {
    ...presentExam(exam, version, now),
    rule: { ...rule, ...(paper ? { paper } : {}) } as ExamDetail['rule'],
    minutes: minutesOf(exam.rule, quiz),
    questionCount: paperSize(exam.rule, quiz.questions),
    release: exam.release,
    releasedAt: exam.releasedAt?.toISOString() ?? null,
    releasedBy: exam.releasedByName,
    spreadSeconds: exam.spreadSeconds,
    cohorts,
    rooms: rooms.map(presentRoom),
    unassigned,
    preparation: requestedAt && {
      requestedAt: requestedAt.toISOString(),
      done: exam.preparedCount,
      total: exam.candidateCount,
    },
    abilities: abilitiesOf(exam, now),
  };
}
