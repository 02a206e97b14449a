// What there is to judge late answers by, in sentences: what the device says, and when the server heard of it. The words come from
// the page that shows it.
import type { LateProof } from '@onetouch/contract';
import { formatTime } from '../platform/format.js';

type Part = 'said' | 'silent' | 'heard' | 'doubt' | 'devices';
/** Times as a part has them, or how many devices. */
type Values = { when?: string; before?: string; again?: string; count?: number };

/** The sentences, one after the other. */
export function proofWords(proof: LateProof, say: (part: Part, values: Values) => string): string {
  const { answeredFrom, answeredUntil, heardBeforeAt, heardAgainAt, wasSilent, devices } = proof;
  const [from, until] = [formatTime(answeredFrom), formatTime(answeredUntil)];
  return [
    say('said', { when: from === until ? from : `${from}–${until}` }),
    heardBeforeAt && heardAgainAt
      ? say('silent', { before: formatTime(heardBeforeAt), again: formatTime(heardAgainAt) })
      : say('heard', {}),
    heardBeforeAt && !wasSilent && say('doubt', {}),
    devices > 1 && say('devices', { count: devices }),
  ]
    .filter(Boolean)
    .join(' ');
}
