// What keeps a draft from being saved: fields that the contract would refuse, found here so that an author is told at the
// field. The server decides; a test holds both to the same verdict. Knows no words.
import {
  limits,
  type Block,
  type BlockOf,
  type CheckQuestion,
  type CourseDocument,
  type Lesson,
  type Localized,
  type Question,
  type QuizLesson,
} from '@onetouch/contract';
import { fieldId, type Place } from './place.js';
import { findInMarks, findInQuizRule } from './quiz-faults.js';
import { isTooLong } from './rich-text-json.js';

export type FaultCode =
  | 'empty'
  | 'too-long'
  | 'signs'
  | 'number'
  | 'key'
  | 'options'
  | 'too-many'
  | 'too-few'
  | 'review'
  | 'doc'
  | 'points'
  | 'moment'
  | 'network';

export interface Fault {
  code: FaultCode;
  /** The element that edits what is wrong. */
  fieldId: string;
  place: Place;
  /** Numbers that the words of the fault name. */
  facts: { min: number; max: number; length: number };
}

interface Bounds {
  min: number;
  max: number;
}

const controls = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A text as the server keeps it. */
export function normalText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u00a0]/g, ' ')
    .trim();
}

/** What was found so far, and how to find more. */
export class Findings {
  readonly list: Fault[] = [];
  place: Place = { kind: 'course' };

  add(code: FaultCode, [partId, field]: [string, string], facts: Partial<Fault['facts']> = {}) {
    const id = fieldId(partId, field);
    this.list.push({ code, fieldId: id, place: this.place, facts: { min: 0, max: 0, length: 0, ...facts } });
  }

  text(where: [string, string], value: string, { min = 1, max }: { min?: number; max: number }) {
    const { length } = normalText(value);
    if (length < min) this.add('empty', where);
    else if (length > max || value.length > max * 4) this.add('too-long', where, { max, length });
    else if (controls.test(normalText(value))) this.add('signs', where);
  }

  words(partId: string, field: string, { words, max }: { words: Localized; max: number }) {
    this.text([partId, `${field}-vi`], words.vi, { max });
    this.text([partId, `${field}-en`], words.en, { max });
  }

  number(where: [string, string], value: number, { min, max }: Bounds) {
    if (!Number.isInteger(value) || value < min || value > max) this.add('number', where, { min, max });
  }

  count(where: [string, string], length: number, { min, max }: Bounds) {
    if (length < min) this.add('too-few', where, { min });
    if (length > max) this.add('too-many', where, { max, length });
  }
}

function findInAsked(found: Findings, id: string, asked: CheckQuestion | Question) {
  found.text([id, 'prompt'], asked.prompt, { max: limits.promptLength });
  for (const option of asked.options)
    found.text([id, `option-${option.id}`], option.text, { max: limits.optionTextLength });
  found.text([id, 'explanation'], asked.explanation, { max: limits.explanationLength });
  if (asked.kind === 'essay') return;
  const { length } = asked.options;
  const isPair = asked.kind !== 'true-false' || length === 2;
  if (length < 2 || length > limits.optionsPerQuestion || !isPair)
    return found.add('options', [id, 'options'], { max: limits.optionsPerQuestion });
  const ids = new Set(asked.options.map((option) => option.id));
  const key = new Set(asked.correct);
  const isSound =
    ids.size === length && key.size === asked.correct.length && [...key].every((one) => ids.has(one));
  if (!isSound || key.size === 0 || (asked.kind !== 'multiple' && key.size > 1))
    found.add('key', [id, 'options']);
}

function findInMessage(found: Findings, { id, sender, time, parts }: BlockOf<'message'>) {
  found.text([id, 'sender'], sender, { max: limits.titleLength });
  found.text([id, 'time'], time, { min: 0, max: limits.summaryLength });
  found.count([id, 'parts'], parts.length, { min: 1, max: 60 });
  parts.forEach((part, index) => {
    const where: [string, string] = [id, `part-${index}`];
    if (part.text === '') found.add('empty', where);
    else if (part.text.length > limits.inlineTextLength) {
      found.add('too-long', where, { max: limits.inlineTextLength, length: part.text.length });
    } else if (controls.test(part.text)) found.add('signs', where);
    if (part.mark !== undefined) found.number([id, `mark-${index}`], part.mark, { min: 1, max: 20 });
  });
}

function findInBlock(found: Findings, block: Block) {
  const { id } = block;
  const title = { max: limits.titleLength };
  const caption = { min: 0, max: limits.summaryLength };
  switch (block.type) {
    case 'text':
      return isTooLong(block.doc) && found.add('doc', [id, 'doc']);
    case 'note':
      return found.text([id, 'text'], block.text, { max: limits.promptLength });
    case 'check':
      return findInAsked(found, id, block.question);
    case 'message':
      return findInMessage(found, block);
    case 'image':
      found.text([id, 'alt'], block.alt, { max: limits.promptLength });
      return found.text([id, 'caption'], block.caption, caption);
    case 'sheet':
      found.text([id, 'title'], block.title, title);
      return found.text([id, 'description'], block.description, caption);
    case 'video':
      found.text([id, 'title'], block.title, title);
      return findInTranscript(found, block);
    case 'steps':
      found.count([id, 'items'], block.items.length, { min: 1, max: 30 });
      return block.items.forEach((item, index) => {
        found.text([id, `title-${index}`], item.title, title);
        found.text([id, `text-${index}`], item.text, caption);
      });
  }
}

function findInTranscript(found: Findings, { id, transcript }: BlockOf<'video'>) {
  found.count([id, 'transcript'], transcript.length, { min: 1, max: 500 });
  for (const line of transcript) found.text([id, 'transcript'], line, { max: limits.promptLength });
}

function findInQuiz(found: Findings, quiz: QuizLesson) {
  const { id, questions } = quiz;
  findInQuizRule(found, quiz);
  found.count([id, 'questions'], questions.length, { min: 0, max: limits.questionsPerQuiz });
  for (const question of questions) {
    findInAsked(found, question.id, question);
    findInMarks(found, question);
    if (!uuid.test(question.review)) found.add('review', [question.id, 'review']);
  }
}

function findInLesson(found: Findings, lesson: Lesson) {
  found.place = { kind: 'lesson', lessonId: lesson.id };
  found.words(lesson.id, 'title', { words: lesson.title, max: limits.titleLength });
  found.number([lesson.id, 'minutes'], lesson.minutes, { min: 1, max: 600 });
  if (lesson.kind === 'quiz') return findInQuiz(found, lesson);
  found.count([lesson.id, 'blocks'], lesson.blocks.length, { min: 0, max: limits.blocksPerLesson });
  lesson.blocks.forEach((block) => findInBlock(found, block));
}

/** Every field that would be refused, in the order of the document; empty when the draft can be saved. */
export function documentFaults(document: CourseDocument): Fault[] {
  const found = new Findings();
  found.words('course', 'title', { words: document.title, max: limits.titleLength });
  found.words('course', 'summary', { words: document.summary, max: limits.summaryLength });
  document.outcomes.forEach((words, index) =>
    found.words('course', `outcome-${index}`, { words, max: limits.outcomeLength }),
  );
  found.count(['course', 'outcomes'], document.outcomes.length, { min: 0, max: limits.outcomes });
  found.count(['course', 'modules'], document.modules.length, { min: 0, max: limits.modules });
  for (const module of document.modules) {
    found.place = { kind: 'module', moduleId: module.id };
    found.words(module.id, 'title', { words: module.title, max: limits.titleLength });
    found.count([module.id, 'lessons'], module.lessons.length, { min: 0, max: limits.lessonsPerModule });
    module.lessons.forEach((lesson) => findInLesson(found, lesson));
  }
  return found.list;
}
