// What to make of a question, in one word with its sign.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { ItemStatistics } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Tag, type TagTone } from '../ui/tag.js';

const tones: Record<ItemStatistics['judgement'], TagTone> = {
  good: 'la',
  'too-easy': 'nghe',
  'too-hard': 'nghe',
  review: 'son',
  'too-few': 'plain',
};

/** The tag. */
export function JudgementTag({ judgement }: { judgement: ItemStatistics['judgement'] }) {
  const { t } = useTranslation('marking');
  return (
    <Tag
      tone={tones[judgement]}
      icon={judgement === 'review' && <IconAlertTriangle size={16} aria-hidden="true" />}
    >
      {t(`judgement.${judgement}`)}
    </Tag>
  );
}
