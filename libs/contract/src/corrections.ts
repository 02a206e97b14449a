// Corrections of faulty questions: what is wished, whom it changes, and what stays for a person to decide.
import { z } from 'zod';
import { limits } from './limits.js';
import { Id, Time } from './wire.js';

/** `drop`: the question counts for nobody. `accept`: these options count as right too. */
export const CorrectionWish = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('drop'), questionId: Id }),
  z.strictObject({
    action: z.literal('accept'),
    questionId: Id,
    optionIds: z.array(z.string().max(12)).min(1).max(limits.optionsPerQuestion),
  }),
]);
export type CorrectionWish = z.infer<typeof CorrectionWish>;

const Mark = z.object({
  points: z.int(),
  possiblePoints: z.int(),
  neededPoints: z.int(),
  hasPassed: z.boolean(),
});
export const CorrectionChange = z.object({
  attemptId: Id,
  fullName: z.string(),
  organisationName: z.string(),
  before: Mark,
  after: Mark,
  /** Number of an issued, valid certificate of the course. */
  certificateNumber: z.string().nullable(),
  /** Only where a pass would be lost after completion: stays until a person decides. */
  decision: z.enum(['open', 'kept', 'withdrawn']).nullable(),
});
export type CorrectionChange = z.infer<typeof CorrectionChange>;

/** Who changes and how, before anything does. `fingerprint` is given back to apply exactly this. */
export const CorrectionPreview = z.object({
  attempts: z.int(),
  changed: z.int(),
  gainsPass: z.int(),
  losesPass: z.int(),
  withCertificate: z.int(),
  fingerprint: z.string(),
  changes: z.array(CorrectionChange),
});
export type CorrectionPreview = z.infer<typeof CorrectionPreview>;

export const Correction = z.object({
  id: Id,
  wish: CorrectionWish,
  prompt: z.string(),
  reason: z.string(),
  authorName: z.string(),
  appliedAt: Time,
  changed: z.int(),
  gainsPass: z.int(),
  losesPass: z.int(),
  openDecisions: z.int(),
});
export type Correction = z.infer<typeof Correction>;
