// Where an exam stands, in words.
import type { ExamStatus } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { statusTones } from '../exams/exam-status.js';
import { Tag } from '../ui/tag.js';

/** The label. */
export function ExamStatusTag({ status }: { status: ExamStatus }) {
  const { t } = useTranslation('invigilation');
  return <Tag tone={statusTones[status]}>{t(`examStatus.${status}`)}</Tag>;
}
