// Figures of statistics as people read them: equal decimals, a real minus sign, a dash where a figure is not defined.
import { currentLocale } from '../platform/i18n.js';

const tags = { vi: 'vi-VN', en: 'en-GB' } as const;

/** What stands where a figure is not defined. */
export const noFigure = '–';

function fixed(value: number | null, digits: number): string {
  if (value === null) return noFigure;
  const text = value.toLocaleString(tags[currentLocale()], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A figure that is rounded to nothing has no sign.
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '');
}

/** `0,62` of a share or an index. */
export function formatIndex(value: number | null): string {
  return fixed(value, 2);
}

/** `62,4%` of a figure in percent. */
export function formatPart(value: number | null): string {
  return value === null ? noFigure : `${fixed(value, 1)}%`;
}

/** `62%` of a share from 0 to 1. */
export function formatShare(value: number | null): string {
  return value === null ? noFigure : `${fixed(value * 100, 0)}%`;
}
