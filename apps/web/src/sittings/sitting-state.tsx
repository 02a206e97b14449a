// Where a sitting stands, in a few words.
import type { Sitting } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Tag, type TagTone } from '../ui/tag.js';
import type { Moment } from './use-sitting-phase.js';

const tones = {
  upcoming: 'plain',
  'check-in': 'nghe',
  waiting: 'la',
  starting: 'nghe',
  working: 'nghe',
  submitted: 'la',
  missed: 'plain',
} as const satisfies Record<Moment['phase'], TagTone>;

/** The tag; late is said where the exam has begun without this person. */
export function SittingState({ sitting, moment }: { sitting: Sitting; moment: Moment }) {
  const { t } = useTranslation('sittings');
  const { phase, isBegun } = moment;
  const isOut = phase === 'submitted' && sitting.exam.status === 'released';
  if (isOut) return <Tag tone="la">{t('state.released')}</Tag>;
  if (phase === 'check-in' && isBegun) return <Tag tone="nghe">{t('state.late')}</Tag>;
  return <Tag tone={tones[phase]}>{t(`state.${phase}`)}</Tag>;
}
