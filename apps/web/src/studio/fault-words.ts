// Words at a field that keeps the draft from being saved: what is wrong and what to do.
import type { TFunction } from 'i18next';
import { formatNumber } from '../platform/format.js';
import type { Fault } from './document-faults.js';

/** One sentence in the language in use. */
export function faultWords({ code, facts }: Fault, t: TFunction<'studio'>): string {
  const [min, max] = [formatNumber(facts.min), formatNumber(facts.max)];
  const over = formatNumber(Math.max(1, facts.length - facts.max));
  return t(`fault.${code}`, { min, max, over });
}
