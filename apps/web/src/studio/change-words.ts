// A difference between two versions in a sentence, in the language in use. Knows the contract's `Change` and nothing else.
import type { Change } from '@onetouch/contract';
import type { TFunction } from 'i18next';
import { formatDate, formatMinutes, formatNumber, formatPercent, formatTime } from '../platform/format.js';

export interface ChangeWords {
  /** What was done, and to what. */
  sentence: string;
  /** Words too long for the sentence, as two lines; null where there were none. */
  lines: { before: string | null; after: string | null } | null;
}
type Words = TFunction<'studio'>;

const fields = [
  'title',
  'titleEn',
  'summary',
  'summaryEn',
  'audience',
  'level',
  'topic',
  'outcomes',
  'outcomesEn',
  'minutes',
  'draw',
  'passPercent',
  'attemptsAllowed',
  'pauseMinutes',
  'requiresLessons',
  'kind',
  'prompt',
  'options',
  'key',
  'explanation',
  'points',
  'review',
  'text',
  'alt',
  'caption',
  'file',
  'captions',
  'poster',
  'durationSeconds',
  'transcript',
  'description',
  'sender',
  'time',
  'parts',
  'items',
  'tone',
  'width',
  'height',
  'timeLimitMinutes',
  'opensAt',
  'closesAt',
  'counts',
  'hasPartialCredit',
  'wrongPercent',
  'navigation',
  'questionsPerPage',
  'graceMinutes',
  'markers',
  'markGapPercent',
  'fixedQuestions',
  'draws',
  'keepsOrder',
  'feedbackShows',
  'keyShows',
  'accessCode',
  'networks',
  'category',
  'tags',
  'difficulty',
  'competence',
  'maxWords',
  'rubric',
] as const;
type Field = (typeof fields)[number];

const isField = (name: string | undefined): name is Field => fields.some((field) => field === name);
const choices = {
  audience: ['government', 'sme', 'resident'],
  level: ['basic', 'intermediate', 'advanced'],
  topic: ['public-services', 'safety', 'payment', 'commerce', 'digital-government', 'ai'],
  kind: ['single', 'multiple', 'true-false', 'essay'],
  tone: ['tip', 'info', 'warning'],
  requiresLessons: ['true', 'false'],
  hasPartialCredit: ['true', 'false'],
  keepsOrder: ['true', 'false'],
  counts: ['best', 'last', 'first'],
  navigation: ['free', 'one-way'],
  feedbackShows: ['at-once', 'after-submit', 'after-close', 'never'],
  keyShows: ['at-once', 'after-submit', 'after-close', 'never'],
  difficulty: ['easy', 'medium', 'hard'],
} as const;
type Choice = keyof typeof choices;

const pointed: ReadonlySet<string> = new Set(['fixedQuestions', 'draws', 'rubric']);
const numbers: ReadonlySet<string> = new Set(['draw', 'attemptsAllowed', 'durationSeconds']);
const percents: ReadonlySet<string> = new Set(['passPercent', 'wrongPercent', 'markGapPercent']);
const durations: ReadonlySet<string> = new Set([
  'minutes',
  'pauseMinutes',
  'timeLimitMinutes',
  'graceMinutes',
]);

const isChoice = (field: string | undefined): field is Choice => field !== undefined && field in choices;
/** As long as it may be to stand inside the sentence. */
const shortLength = 48;

function chosen(field: Choice, value: string, t: Words): string {
  const found = choices[field].find((one) => one === value);
  const yesNo = field === 'hasPartialCredit' || field === 'keepsOrder';
  const shown = field === 'feedbackShows' || field === 'keyShows';
  const name = yesNo ? 'requiresLessons' : shown ? 'shownWhen' : field;
  return found ? t(`value.${name}.${found}` as 'value.audience.sme') : value;
}

/** A value as people write it: `80` of a pass mark is `80%`. */
function valueWords({ field }: Change, value: string, t: Words): string {
  if (isChoice(field)) return chosen(field, value, t);
  if (field === 'opensAt' || field === 'closesAt')
    return /^\d{4}-/.test(value) ? `${formatTime(value)} ${formatDate(value)}` : value;
  if (field === 'points') return value.replace('.', t('decimal'));
  // Points stand in brackets behind what they are for.
  if (field && pointed.has(field)) return value.replace(/\((\d+)\.(\d+)\)/g, `($1${t('decimal')}$2)`);
  if (!/^\d+$/.test(value)) return value;
  const number = Number(value);
  if (field && percents.has(field)) return formatPercent(number);
  if (field && durations.has(field)) return formatMinutes(number);
  return numbers.has(field ?? '') ? formatNumber(number) : value;
}

function moveWords(change: Change, name: string, t: Words): string {
  const { what, before, after } = change;
  const key = what === 'module' || what === 'block' || what === 'question' ? what : 'lesson';
  if (before === undefined || after === undefined) return t(`change.moved.${key}`, { name });
  return t(`change.carried.${key}`, { name, before, after });
}

/** Where the change is, as the end of a sentence: "của bài “Mã OTP”". */
function ownerWords({ what, where }: Change, name: string, t: Words): string {
  if (what === 'course') return t('change.of.course');
  if (what === 'block' || what === 'question')
    return t(`change.of.${what}`, { name, parent: where.at(-2) ?? '' });
  return t(`change.of.${what}`, { name });
}

function fieldWords(change: Change, name: string, t: Words): ChangeWords {
  const field = t(`change.field.${isField(change.field) ? change.field : 'other'}`);
  const owner = ownerWords(change, name, t);
  const { before, after } = change;
  // Only the form changed, not the words.
  if (before === undefined || after === undefined)
    return { sentence: t('change.form', { field, owner }), lines: null };
  const [old, now] = [before, after].map((value) => valueWords(change, value, t)) as [string, string];
  const isShort = old !== '' && now !== '' && old.length <= shortLength && now.length <= shortLength;
  if (isShort)
    return { sentence: t('change.fromTo', { field, owner, before: old, after: now }), lines: null };
  return {
    sentence: t('change.changed', { field, owner }),
    lines: { before: old || null, after: now || null },
  };
}

/** The sentence of one change, with the words before and after where they are long. */
export function changeWords(change: Change, t: Words): ChangeWords {
  const name = change.where.at(-1) || t('unnamed');
  const parent = change.where.at(-2) ?? '';
  const what = change.what === 'course' || change.what === 'rule' ? 'lesson' : change.what;
  switch (change.kind) {
    case 'added':
    case 'removed':
      return { sentence: t(`change.${change.kind}.${what}`, { name, parent }), lines: null };
    case 'moved':
      return { sentence: moveWords(change, name, t), lines: null };
    case 'changed':
      return fieldWords(change, name, t);
  }
}
