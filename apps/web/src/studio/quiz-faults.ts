// What keeps a quiz from being saved: its rule, who may start, its draws, its questions. Part of `documentFaults`; knows no words.
import { limits, type Question, type QuizGate, type QuizLesson, type QuizRule } from '@onetouch/contract';
import type { Findings } from './document-faults.js';

const label = { max: limits.labelLength };
const points = { min: 1, max: limits.questionPoints };
const isoTime = /^\d{4}-\d\d-\d\dT/;
const v4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!\/|$)|(?=\/|$))){4}(?:\/(?:3[0-2]|[12]?\d))?$/;
const v6 = /^(?=.*:.*:)[0-9a-f:]{2,39}(?:\/(?:12[0-8]|1[01]\d|\d?\d))?$/i;

const isNetwork = (text: string) => v4.test(text) || v6.test(text);

type Ranges = Partial<Record<keyof QuizRule, { min: number; max: number }>>;
const ranges = {
  draw: { min: 1, max: limits.questionsPerQuiz },
  passPercent: { min: 1, max: 100 },
  attemptsAllowed: { min: 1, max: limits.attemptsAllowed },
  pauseMinutes: { min: 0, max: 30 * 24 * 60 },
  timeLimitMinutes: { min: 1, max: limits.timeLimitMinutes },
  wrongPercent: { min: 0, max: 100 },
  questionsPerPage: { min: 1, max: 50 },
  graceMinutes: { min: 0, max: limits.graceMinutes },
  markGapPercent: { min: 0, max: 100 },
} as const satisfies Ranges;

function findInRule(found: Findings, id: string, rule: QuizRule) {
  for (const name of Object.keys(ranges) as (keyof typeof ranges)[]) {
    const value = rule[name];
    if (value !== undefined && value !== null) found.number([id, name], value, ranges[name]);
  }
  for (const name of ['opensAt', 'closesAt'] as const) {
    const value = rule[name];
    if (value !== undefined && value !== null && !isoTime.test(value)) found.add('moment', [id, name]);
  }
  findInPlan(found, id, rule);
}

function findInPlan(found: Findings, id: string, { paper }: QuizRule) {
  if (!paper) return;
  found.count([id, 'draws'], paper.draws.length, { min: 0, max: limits.drawsPerPaper });
  for (const { questionId, points: own } of paper.fixed)
    if (own !== undefined) findInPoints(found, [id, `fixed-points-${questionId}`], own);
  paper.draws.forEach((draw, index) => {
    found.number([id, `draw-count-${index}`], draw.count, { min: 1, max: limits.questionsPerQuiz });
    if (draw.points !== undefined) findInPoints(found, [id, `draw-points-${index}`], draw.points);
    const { category, tags = [] } = draw.from;
    if (category !== undefined) found.text([id, `draw-category-${index}`], category, label);
    findInTags(found, [id, `draw-tags-${index}`], tags);
  });
}

function findInPoints(found: Findings, where: [string, string], value: number) {
  const isRight = Number.isInteger(value) && value >= points.min && value <= points.max;
  if (!isRight) found.add('points', where, { max: points.max / 1_000 });
}

function findInTags(found: Findings, where: [string, string], tags: readonly string[]) {
  found.count(where, tags.length, { min: 0, max: limits.tagsPerQuestion });
  for (const tag of tags) found.text(where, tag, label);
}

function findInGate(found: Findings, id: string, { accessCode, networks = [] }: QuizGate) {
  if (accessCode !== undefined) found.text([id, 'accessCode'], accessCode, { max: limits.accessCodeLength });
  found.count([id, 'networks'], networks.length, { min: 0, max: limits.networksPerQuiz });
  if (!networks.every(isNetwork)) found.add('network', [id, 'networks']);
}

/** The rule of a quiz and who may start. */
export function findInQuizRule(found: Findings, { id, rule, gate }: QuizLesson) {
  findInRule(found, id, rule);
  if (gate) findInGate(found, id, gate);
}

/** Points, labels and the rubric of a graded question. */
export function findInMarks(found: Findings, question: Question) {
  const { id, category, competence, tags = [], essay, kind } = question;
  if (category !== undefined) found.text([id, 'category'], category, label);
  if (competence !== undefined) found.text([id, 'competence'], competence, label);
  findInTags(found, [id, 'tags'], tags);
  if (kind !== 'essay') return findInPoints(found, [id, 'points'], question.points);
  const rubric = essay?.rubric ?? [];
  found.number([id, 'maxWords'], essay?.maxWords ?? 0, { min: 20, max: limits.essayWords });
  found.count([id, 'rubric'], rubric.length, { min: 1, max: limits.rubricCriteria });
  for (const criterion of rubric) {
    found.text([id, `criterion-${criterion.id}`], criterion.title, { max: limits.titleLength });
    const most = { min: 0, max: limits.promptLength };
    found.text([id, `criterion-text-${criterion.id}`], criterion.description, most);
    findInPoints(found, [id, `criterion-points-${criterion.id}`], criterion.points);
  }
  const isTooMuch = question.points > points.max;
  if (isTooMuch) found.add('points', [id, 'rubric'], { max: points.max / 1_000 });
}
