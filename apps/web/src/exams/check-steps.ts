// What is done and what is missing before an exam can begin, in the order of the work. Knows no words and no buttons.
import type { ExamDetail } from '@onetouch/contract';

export const stepNames = ['rooms', 'invigilators', 'seats', 'papers', 'codes'] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  name: StepName;
  /** `running`: under way by itself. */
  state: 'done' | 'missing' | 'running';
  /** How many are missing: seats, invigilators, people without a room, papers, sheets. */
  missing: number;
}

/** Seats in all rooms. */
export function seatsOf({ rooms }: Pick<ExamDetail, 'rooms'>): number {
  return rooms.reduce((sum, { capacity }) => sum + capacity, 0);
}

/** Seats that nobody has yet. */
export function freeSeatsOf({ rooms }: Pick<ExamDetail, 'rooms'>): number {
  return rooms.reduce((sum, { capacity, assigned }) => sum + Math.max(0, capacity - assigned), 0);
}

type Facts = Pick<
  ExamDetail,
  'rooms' | 'candidateCount' | 'preparedCount' | 'unassigned' | 'preparation' | 'abilities'
>;

/** The steps; `printed` are the codes that this device has printed. */
export function checkSteps(exam: Facts, printed: ReadonlySet<string>): Step[] {
  const { rooms, candidateCount, preparedCount, unassigned } = exam;
  const hasRooms = rooms.length > 0;
  const papersLeft = Math.max(0, candidateCount - preparedCount);
  const isDrawing = exam.abilities.prepare && exam.preparation !== null && papersLeft > 0;
  const missing: Record<StepName, number> = {
    rooms: Math.max(0, candidateCount - seatsOf(exam)),
    invigilators: rooms.filter(({ invigilator }) => !invigilator).length,
    seats: unassigned,
    papers: papersLeft,
    codes: rooms.filter(({ code }) => !printed.has(code)).length,
  };
  const isBegun: Record<StepName, boolean> = {
    rooms: hasRooms,
    invigilators: hasRooms,
    seats: candidateCount > 0,
    papers: candidateCount > 0,
    codes: hasRooms,
  };
  return stepNames.map((name) => {
    const isDone = isBegun[name] && missing[name] === 0;
    const isRunning = name === 'papers' && isDrawing;
    return { name, state: isDone ? 'done' : isRunning ? 'running' : 'missing', missing: missing[name] };
  });
}
