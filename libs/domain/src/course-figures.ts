// The figures of a course that a learner sees before opening it: minutes, counts, and weight on the wire. It knows no compression.
import type { AuthoredCourse, AuthoredLesson } from './authored-course.js';

export interface CourseFigures {
  /** Of lessons and quizzes together. */
  minutes: number;
  /** Content lessons only. */
  lessonCount: number;
  quizCount: number;
  weightBytes: number;
}

/** The bytes of a text in UTF-8; a lone surrogate counts as the replacement character that it is sent as. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Adds the files found anywhere in a value, whatever block they hang on, by the hash that names their bytes. */
function collectFiles(value: unknown, bytesByHash: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  if (
    'hash' in value &&
    typeof value.hash === 'string' &&
    'bytes' in value &&
    typeof value.bytes === 'number'
  ) {
    bytesByHash.set(value.hash, value.bytes);
  }
  for (const part of Object.values(value)) collectFiles(part, bytesByHash);
}

function weightOf(lessons: readonly AuthoredLesson[]): number {
  const bytesByHash = new Map<string, number>();
  collectFiles(lessons, bytesByHash);
  const files = [...bytesByHash.values()].reduce((sum, bytes) => sum + bytes, 0);
  return lessons.reduce((sum, lesson) => sum + utf8Length(JSON.stringify(lesson)), files);
}

/** What a learner loads for one lesson, in bytes: its text as JSON in UTF-8 and its files, each once. */
export function lessonWeight(lesson: AuthoredLesson): number {
  return weightOf([lesson]);
}

/** Minutes, counts and weight of a whole course; a file that several lessons use is loaded, and counted, once. */
export function courseFigures(course: Pick<AuthoredCourse, 'modules'>): CourseFigures {
  const lessons = course.modules.flatMap((module) => module.lessons);
  return {
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    lessonCount: lessons.filter((lesson) => lesson.kind === 'content').length,
    quizCount: lessons.filter((lesson) => lesson.kind === 'quiz').length,
    weightBytes: weightOf(lessons),
  };
}
