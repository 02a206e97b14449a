// New parts of a course as they begin: empty where only an author knows the words, sensible where a number is needed.
import type {
  Block,
  CheckQuestion,
  ContentLesson,
  CourseDocument,
  Module,
  Question,
  QuizLesson,
} from '@onetouch/contract';
import { newId } from '../platform/new-id.js';
import { lessonsOf } from './document-edits.js';

/** The kinds of blocks that can be added here; pictures, films and sheets come with their files. */
export const addableBlocks = ['text', 'note', 'steps', 'check'] as const satisfies readonly Block['type'][];
export type AddableBlock = (typeof addableBlocks)[number];

/** A module without lessons. */
export function newModule(): Module {
  return { id: newId(), title: { vi: '', en: '' }, lessons: [] };
}

/** A content lesson of five minutes with one empty text. */
export function newContentLesson(): ContentLesson {
  return {
    kind: 'content',
    id: newId(),
    title: { vi: '', en: '' },
    minutes: 5,
    blocks: [newBlock('text')],
  };
}

/** A quiz without questions: all lessons first, 80 percent, three attempts, ten minutes between them. */
export function newQuizLesson(): QuizLesson {
  return {
    kind: 'quiz',
    id: newId(),
    title: { vi: '', en: '' },
    minutes: 15,
    rule: { draw: 10, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 10, requiresLessons: true },
    questions: [],
  };
}

/** An id that no other option of the question has. */
export function newOptionId(options: readonly { id: string }[]): string {
  const taken = new Set(options.map(({ id }) => id));
  for (let number = options.length + 1; ; number += 1) {
    const id = `o${number}`;
    if (!taken.has(id)) return id;
  }
}

function emptyAsked(): CheckQuestion {
  return {
    kind: 'single',
    prompt: '',
    options: [
      { id: 'o1', text: '' },
      { id: 'o2', text: '' },
    ],
    correct: [],
    explanation: '',
  };
}

/** A question of one point; `review` is the first content lesson, where there is one. */
export function newQuestion(document: CourseDocument): Question {
  const review = lessonsOf(document).find(({ kind }) => kind === 'content')?.id ?? '';
  return { id: newId(), ...emptyAsked(), points: 1_000, review };
}

/** An essay with one criterion of one point. */
export function newEssay(document: CourseDocument): Question {
  const rubric = [{ id: 'o1', title: '', description: '', points: 1_000 }];
  return {
    ...newQuestion(document),
    kind: 'essay',
    options: [],
    essay: { maxWords: 400, rubric },
  };
}

/** An empty block of one kind. */
export function newBlock(type: AddableBlock): Block {
  const id = newId();
  switch (type) {
    case 'text':
      return { id, type, doc: { type: 'doc', content: [{ type: 'paragraph' }] } };
    case 'note':
      return { id, type, tone: 'tip', text: '' };
    case 'steps':
      return { id, type, items: [{ title: '', text: '' }] };
    case 'check':
      return { id, type, question: emptyAsked() };
  }
}
