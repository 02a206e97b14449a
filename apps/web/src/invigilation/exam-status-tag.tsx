// Where an exam stands, in words.
import type { ExamStatus } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Tag, type TagTone } from '../ui/tag.js';

const tones: Record<ExamStatus, TagTone> = {
  planned: 'plain',
  ready: 'cham',
  'check-in': 'nghe',
  running: 'la',
  over: 'plain',
  released: 'plain',
};

/** The label. */
export function ExamStatusTag({ status }: { status: ExamStatus }) {
  const { t } = useTranslation('invigilation');
  return <Tag tone={tones[status]}>{t(`examStatus.${status}`)}</Tag>;
}
