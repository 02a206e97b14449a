// Reads pasted lines `Tên; xã; thư giám thị; sức chứa` as rooms, and says of each line that is none what is missing. Asks nobody.
import { limits } from '@onetouch/contract';
import { foldVietnamese, parseLogin } from '@onetouch/domain';

/** Why a line is no room yet. */
export type RoomFault =
  | { kind: 'columns' | 'no-name' | 'long-name' | 'taken' | 'capacity' | 'login' | 'login-unknown' }
  | { kind: 'repeated'; line: number }
  | { kind: 'place-unknown' | 'place-ambiguous'; name: string };

export interface RoomLine {
  /** As people count lines, from 1. */
  line: number;
  text: string;
  name: string;
  place: string;
  login: string;
  capacity: number;
  fault: RoomFault | null;
}

const columns = 4;

function isHead(cells: readonly string[]): boolean {
  const last = foldVietnamese(cells.at(-1) ?? '');
  return last.startsWith('suc chua') || last.startsWith('so cho');
}

function faultOf(cells: readonly string[]): RoomFault | null {
  const [name = '', , login = '', capacity = ''] = cells;
  if (cells.length !== columns) return { kind: 'columns' };
  if (name === '') return { kind: 'no-name' };
  if (name.length > limits.roomNameLength) return { kind: 'long-name' };
  if (login !== '' && !parseLogin(login)) return { kind: 'login' };
  const seats = /^\d{1,5}$/.test(capacity) ? Number(capacity) : 0;
  return seats < 1 || seats > limits.roomCapacity ? { kind: 'capacity' } : null;
}

function toLine(text: string, line: number): RoomLine {
  const separator = text.includes('\t') ? '\t' : ';';
  const cells = text.split(separator).map((cell) => cell.normalize('NFC').trim());
  // A semicolon at the end of the line begins no cell.
  if (cells.length === columns + 1 && cells.at(-1) === '') cells.pop();
  const [name = '', place = '', login = '', capacity = ''] = cells;
  return { line, text: text.trim(), name, place, login, capacity: Number(capacity), fault: faultOf(cells) };
}

/** The lines that are not blank and not the head of a table; a name that is there already, here or in the exam, is a fault. */
export function parseRooms(text: string, known: readonly string[]): RoomLine[] {
  const taken = new Set(known.map(foldVietnamese));
  const first = new Map<string, number>();
  return text
    .split(/\r\n|\r|\n/)
    .map((row, index) => ({ row, line: index + 1 }))
    .filter(({ row }) => row.replace(/[;\s]/g, '') !== '' && !isHead(row.split(/[;\t]/)))
    .map(({ row, line }) => {
      const read = toLine(row, line);
      if (read.fault) return read;
      const key = foldVietnamese(read.name);
      if (taken.has(key)) return { ...read, fault: { kind: 'taken' } };
      const before = first.get(key);
      if (before !== undefined) return { ...read, fault: { kind: 'repeated', line: before } };
      first.set(key, line);
      return read;
    });
}
