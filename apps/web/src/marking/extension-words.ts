// What an extension gives, in words.
import type { Extension } from '@onetouch/contract';
import { formatMinutes, formatNumber } from '../platform/format.js';
import { words } from '../platform/i18n.js';

/** `thêm 15 phút, thêm 1 lượt làm`. */
export function extensionWords({ minutes, attempts }: Pick<Extension, 'minutes' | 'attempts'>): string {
  const t = words('marking');
  return [
    minutes > 0 && t('extensions.minutes', { minutes: formatMinutes(minutes) }),
    attempts > 0 && t('extensions.attempts', { count: attempts, number: formatNumber(attempts) }),
  ]
    .filter(Boolean)
    .join(', ');
}
