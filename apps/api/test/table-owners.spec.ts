// Which room writes and reads which table, as its SQL says; see docs/decisions/0008. Lint sees imports, this sees statements.
import { globSync, readFileSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from '@jest/globals';

/** Early rooms that read what a later one writes, with the reason. */
const lookingAhead = [
  'courses reads enrolment', // How many learn a course, and which version.
  'enrolments reads attempt', // What was passed is a fact of how far a learner is.
  'enrolments reads attempt_extension', // How many attempts are left.
  'enrolments reads certificate', // Whether there is anything left to claim.
  'quizzes reads certificate', // A result leads to what was claimed.
  'quizzes reads correction_change', // Whether a pass stands by the word of a person.
  'quizzes reads essay_mark', // Whoever wrote an essay reads its points by criterion.
  'quizzes reads exam', // See the next one.
  'quizzes reads exam_candidate', // Right answers wait for whoever may still begin.
];

const sources = fileURLToPath(new URL('../src/', import.meta.url));
const files = globSync('*/**/*.ts', { cwd: sources }).filter((file) => !/\.spec\.ts$|^migrations/.test(file));
const roomOf = (file: string) => file.split(sep)[0] ?? '';
const owners = new Map(
  files
    .filter((file) => file.endsWith('.entity.ts'))
    .map((file) => [basename(file, '.entity.ts').replaceAll('-', '_'), roomOf(file)]),
);
let rooms: string[] = [];

beforeAll(async () => {
  const list = '../../../tools/lint/rooms.mjs';
  rooms = ((await import(list)) as { apiRooms: string[] }).apiRooms;
});

/** `courses reads enrolment`, for every statement that names a table of another room. */
function meetings(verb: string, words: string): { room: string; owner: string; text: string }[] {
  const named = new RegExp(`(?:${words})\\s+([a-z_]+)\\b`, 'g');
  return files.flatMap((file) =>
    [...readFileSync(sources + file, 'utf8').matchAll(named)].flatMap(([, table = '']) => {
      const [room, owner] = [roomOf(file), owners.get(table)];
      return owner === undefined || owner === room ? [] : [{ room, owner, text: `${room} ${verb} ${table}` }];
    }),
  );
}

it('a table is written by the room that owns it; the demonstration alone makes and removes all of it', () => {
  const writes = meetings('writes', 'INSERT INTO|UPDATE|DELETE FROM');
  expect(writes.some(({ room }) => room === 'demonstration')).toBe(true);
  expect(writes.filter(({ room }) => room !== 'demonstration').map(({ text }) => text)).toEqual([]);
});

it('a room reads the tables of rooms before it, and of later ones only what is listed', () => {
  const ahead = meetings('reads', 'FROM|JOIN')
    .filter(({ room, owner }) => rooms.indexOf(owner) > rooms.indexOf(room))
    .map(({ text }) => text);
  expect([...new Set(ahead)].sort()).toEqual(lookingAhead);
});
