// What happened, as a sentence without its time and its actor. Numbers of rooms and seats come in the reason of the record.
import type { ExamEvent } from '@onetouch/contract';
import { formatNumber } from '../platform/format.js';
import { words } from '../platform/i18n.js';

const signed = /^([+-])(\d+)$/;

/** What was done and to whom, and the reason that a person gave for it. */
export function eventWords(event: ExamEvent): { text: string; reason: string } {
  const t = words('exams');
  const { kind, minutes, reason } = event;
  const number = signed.exec(reason);
  const count = Number(number?.[2] ?? 0);
  const values = { count, number: formatNumber(count) };
  if (kind === 'assigned' && number) return { text: t('event.seated', values), reason: '' };
  if (kind === 'changed' && number)
    return { text: t(number[1] === '+' ? 'event.roomsAdded' : 'event.roomRemoved', values), reason: '' };
  if (kind === 'changed' && event.roomName !== null) return { text: t('event.roomChanged'), reason: '' };
  if ((kind === 'credited' || kind === 'extended') && minutes !== null)
    return { text: t(`event.${kind}`, { count: minutes }), reason };
  return { text: t(`event.${kind}`, { count: minutes ?? 0 }), reason };
}
