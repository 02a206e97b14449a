// Words for people, by code; a code without words in the language files does not compile.
import type { ParseKeys } from 'i18next';
import { formatWhen } from './format.js';
import { words } from './i18n.js';
import type { FaultCode, Problem } from './problem.js';

type Worded = ParseKeys<'problems'> | ParseKeys<'staff-problems'>;
// Fails to compile as soon as the contract has a code that the language files do not know.
const key = <C extends FaultCode>(code: C & (FaultCode extends Worded ? C : never)): Worded => code;

/** One or two sentences in the language in use: what happened and what to do; with the time when trying again makes sense. */
export function problemWords(problem: Pick<Problem, 'code' | 'retryAt'>): string {
  const t = words('problems');
  // The types know the keys of the first file only.
  const sentence = t(key(problem.code) as ParseKeys<'problems'>, { ns: ['problems', 'staff-problems'] });
  return problem.retryAt ? `${sentence} ${t('retryAt', { time: formatWhen(problem.retryAt) })}` : sentence;
}
