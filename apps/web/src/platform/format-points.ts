// Points as people write them: the wire counts thousandths, a person sees at most two decimals.
import { currentLocale } from './i18n.js';

const tags = { vi: 'vi-VN', en: 'en-GB' } as const;

/** `12,5` for 12,500 thousandths. Cut off and not rounded, so that nothing looks like more than it is. */
export function formatPoints(thousandths: number): string {
  const points = Math.trunc(thousandths / 10) / 100;
  return points.toLocaleString(tags[currentLocale()], { maximumFractionDigits: 2 });
}
