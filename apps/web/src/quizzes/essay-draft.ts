// What is being written, kept on this device every few seconds between two savings. Belongs to a person: phones are shared.
import { currentOwner } from '../platform/session.js';

const keyOf = (attemptId: string, questionId: string) =>
  `onetouch.draft.${currentOwner() ?? ''}.${attemptId}.${questionId}`;

/** Keeps the text; `sequence` is that of the answer it goes on from. False when the device did not take it. */
export function keepDraft(at: { attemptId: string; questionId: string }, text: string, sequence: number) {
  try {
    localStorage.setItem(keyOf(at.attemptId, at.questionId), JSON.stringify({ text, sequence }));
    return true;
  } catch {
    return false;
  }
}

/** A text that was never put, unless the answer has gone on since; else null. */
export function readDraft(
  at: { attemptId: string; questionId: string },
  answerSequence: number,
): string | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(at.attemptId, at.questionId)) ?? 'null') as {
      text: string;
      sequence: number;
    } | null;
    return kept && kept.sequence >= answerSequence ? kept.text : null;
  } catch {
    return null;
  }
}

/** The text is with the outbox now. */
export function dropDraft(at: { attemptId: string; questionId: string }) {
  try {
    localStorage.removeItem(keyOf(at.attemptId, at.questionId));
  } catch {
    // It is overtaken by the sequence of the answer.
  }
}

/** Words as people in Viet Nam count them: what stands between spaces. */
export function countWords(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/u).length;
}
