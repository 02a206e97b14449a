// The word that lets people into a room: short enough to be read aloud, too rare to be guessed. Knows no row.
import { randomBytes } from 'node:crypto';

/** 32 signs, so that five bits choose one; 0 and O, 1 and I look alike and are absent. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 6;

/** A new code, one of 2^30. */
export function newRoomCode(): string {
  return [...randomBytes(length)].map((byte) => signs[byte & 31] ?? '').join('');
}

/** A code as people type it: lower case, with blanks or dashes. */
export function readRoomCode(typed: string): string {
  return typed.replace(/[\s-]+/g, '').toUpperCase();
}
