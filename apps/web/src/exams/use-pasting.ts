// A pasted list of rooms: kept while the page lives, checked before anything is sent, and sent all or none.
import { exams, type ExamDetail, limits, type PlaceRef } from '@onetouch/contract';
import { useState } from 'react';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { findCommunes } from './find-communes.js';
import { parseRooms, type RoomLine } from './parse-rooms.js';

export interface CheckedLine extends RoomLine {
  commune: PlaceRef | null;
}

const timeoutMs = 120_000;
const issuePath = /^body\.rooms\.(\d+)\.invigilatorLogin$/;

async function checkLines(text: string, exam: ExamDetail): Promise<CheckedLine[]> {
  const known = exam.rooms.map(({ name }) => name);
  const lines = parseRooms(text, known);
  const names = lines.filter(({ fault }) => !fault).map(({ place }) => place);
  const communes = await findCommunes(names, exam.place);
  return lines.map((line): CheckedLine => {
    const commune = communes.get(line.place) ?? null;
    if (line.fault || commune === null) return { ...line, commune: null };
    if (commune === 'unknown' || commune === 'ambiguous')
      return { ...line, commune: null, fault: { kind: `place-${commune}`, name: line.place } };
    return { ...line, commune };
  });
}

const toRoom = ({ name, login, capacity, commune }: CheckedLine) => ({
  name,
  placeId: commune?.id ?? null,
  invigilatorLogin: login,
  capacity,
});

/** Lines that name somebody without an account, by the server's answer about the rooms that were sent. */
function withUnknown(lines: readonly CheckedLine[], sent: readonly CheckedLine[], problem: Problem) {
  const unknown = new Set(
    problem.issues.flatMap(({ path }) => {
      const index = issuePath.exec(path)?.[1];
      return index === undefined ? [] : [sent[Number(index)]?.line];
    }),
  );
  if (unknown.size === 0) return null;
  return lines.map((line): CheckedLine => {
    return unknown.has(line.line) ? { ...line, fault: { kind: 'login-unknown' } } : line;
  });
}

/** The draft; `onAdded` hears how many rooms the server has added. */
export function usePasting(exam: ExamDetail, onAdded: (count: number) => void) {
  const [text, setText] = useState('');
  const [lines, setLines] = useState<CheckedLine[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const good = (lines ?? []).filter(({ fault }) => !fault);
  const faulty = (lines ?? []).filter(({ fault }) => fault);
  const isTooMany = exam.rooms.length + good.length > limits.roomsPerExam;

  const attempt = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (!isProblem(error)) throw error;
      const marked = lines && withUnknown(lines, good, error);
      if (marked) setLines(marked);
      else setProblem(error);
    } finally {
      setIsBusy(false);
    }
  };
  const check = () => attempt(async () => setLines(await checkLines(text, exam)));
  const send = () =>
    attempt(async () => {
      const body = { rooms: good.map(toRoom) };
      await call(exams.addRooms, { params: { examId: exam.id }, body }, { timeoutMs });
      // What was wrong stays in the field, to be mended.
      setText(faulty.map((line) => line.text).join('\n'));
      setLines(null);
      onAdded(good.length);
    });
  return {
    text,
    setText: (next: string) => {
      setText(next);
      setLines(null);
      setProblem(null);
    },
    lines,
    good,
    faulty,
    isTooMany,
    problem,
    isBusy,
    check: () => void check(),
    send: () => void send(),
  };
}

export type Pasting = ReturnType<typeof usePasting>;
