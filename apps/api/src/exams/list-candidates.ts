// Candidates of an exam in pages by name, with filters. The scope is decided before.
import type { exams, InputOf } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';
import { z } from 'zod';
import type { Database, Statement } from '../platform/database/database.js';
import { CursorText, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { searchPattern } from '../platform/database/search-pattern.js';
import { boardColumns, type BoardRow, boardTables } from './board-candidates.js';

type Wish = InputOf<typeof exams.listCandidates>['query'];

// A name that is longer is put by its first sixty letters and then by id, so that a cursor stays short enough to send.
export const nameKey = 'left(p.sort_key, 60)';
export const NameCursor = z.tuple([CursorText, z.uuid()]);

const isWanted = `c.exam_id = $1 AND ($2::text IS NULL OR p.search_key LIKE $2)
  AND ($3::uuid IS NULL OR c.room_id = $3) AND (NOT $4::boolean OR c.room_id IS NULL)`;
const findPage: Statement = {
  name: 'exams.list-candidates',
  text: `SELECT ${boardColumns}, ${nameKey} AS "sortValue" FROM ${boardTables}
    WHERE ${isWanted} AND ($6::uuid IS NULL OR (${nameKey}, c.id) > ($5, $6))
    ORDER BY ${nameKey}, c.id LIMIT $7`,
};
const count: Statement = {
  name: 'exams.count-candidates',
  text: `SELECT count(*)::integer AS total FROM exam_candidate c JOIN person p ON p.id = c.person_id WHERE ${isWanted}`,
};

const findByWords: Statement = {
  name: 'exams.find-candidates-by-words',
  text: `SELECT ${boardColumns}, r.name AS "roomName" FROM ${boardTables} LEFT JOIN exam_room r ON r.id = c.room_id
    WHERE c.exam_id = $1 AND (p.search_key LIKE $2 OR p.email = $3 OR p.phone = $3) ORDER BY ${nameKey}, c.id LIMIT 20`,
};

/** The first twenty whose name has these words, or whose whole e-mail or phone they are, with the rooms in which they sit. */
export function findCandidatesByWords(
  database: Database,
  examId: string,
  words: string,
): Promise<(BoardRow & { roomName: string | null })[]> {
  return database.rows(findByWords, [examId, searchPattern(words), parseLogin(words)?.value ?? null]);
}

/** One page of the candidates that the filters leave, and how many those are. */
export async function listCandidates(
  database: Database,
  examId: string,
  { q, roomId, cursor, limit }: Wish,
): Promise<{ rows: BoardRow[]; next: string | null; total: number }> {
  const after = decodeCursor(cursor, NameCursor);
  const isNone = roomId === 'none';
  const filters = [examId, searchPattern(q), isNone ? null : (roomId ?? null), isNone];
  const [rows, counted] = await Promise.all([
    database.rows<BoardRow & { sortValue: string }>(findPage, [
      ...filters,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ]),
    database.row<{ total: number }>(count, filters),
  ]);
  const page = pageOf(rows, limit, (row) => encodeCursor([row.sortValue, row.id]));
  return { ...page, total: counted?.total ?? 0 };
}
