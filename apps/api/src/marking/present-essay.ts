// Essays in the contract's shape. Marks of others are sent to the decider only: the second marker must not lean on the first.
import type { EssayMark, marking, MarkingRow, MarkingTask, ResponseOf } from '@onetouch/contract';
import type { PublishedVersion } from '../courses/published-versions.js';
import {
  type EssayKey,
  type EssayRow,
  isDecider,
  neededFor,
  settledBy,
  type WaitingCourse,
} from './essay-rows.js';

const nameless = { vi: '', en: '' };

/** One line of the queue. */
export function presentEssay(
  row: EssayRow,
  version: PublishedVersion | undefined,
  personId: string,
): MarkingRow {
  return {
    attemptId: row.attemptId,
    questionId: row.questionId,
    courseTitle: version?.document.title ?? nameless,
    quizTitle: version?.lessonById.get(row.lessonId)?.title ?? nameless,
    examName: row.examName,
    prompt: row.question.prompt,
    words: row.words,
    submittedAt: row.submittedAt.toISOString(),
    marksGiven: row.marks.length,
    marksNeeded: neededFor(row),
    isDecider: isDecider(row, personId),
  };
}

/** One course to choose from. */
export function presentWaiting(
  { courseId, waiting }: WaitingCourse,
  version: PublishedVersion | undefined,
): ResponseOf<typeof marking.list>['courses'][number] {
  return { courseId, courseTitle: version?.document.title ?? nameless, waiting };
}

function marksFor(row: EssayRow, personId: string): EssayMark[] {
  const seesAll = isDecider(row, personId);
  return row.marks.flatMap(({ markerId, markerName, markedAt, ...mark }) => {
    const isOwn = markerId === personId;
    if (!isOwn && !seesAll) return [];
    return [{ ...mark, markerName: markerName ?? '', isOwn, markedAt: new Date(markedAt).toISOString() }];
  });
}

interface TaskParts {
  row: EssayRow;
  version: PublishedVersion | undefined;
  personId: string;
  nextTask: EssayKey | null;
}

/** One essay to mark. */
export function presentTask({ row, version, personId, nextTask }: TaskParts): MarkingTask {
  const { settledPoints, question } = row;
  const by = settledBy(row)?.by ?? 'single';
  return {
    ...presentEssay(row, version, personId),
    text: row.text,
    points: question.points,
    essay: question.essay,
    explanation: question.explanation,
    marks: marksFor(row, personId),
    settled: settledPoints === null ? null : { points: settledPoints, by },
    nextTask,
  };
}
