// What was put right in this quiz, the newest first, with the decisions that are still open.
import type { Correction, QuizStatistics } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber, formatWhen } from '../platform/format.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import table from '../ui/table.module.css';
import { Tag } from '../ui/tag.js';
import styles from './correcting.module.css';

interface CorrectionListProps {
  corrections: Correction[];
  statistics: QuizStatistics;
}

/** Each with its reason and what it did. */
export function CorrectionList({ corrections, statistics }: CorrectionListProps) {
  const { t } = useTranslation('marking');
  const { courseId, lessonId } = statistics;
  if (corrections.length === 0)
    return (
      <EmptyNotice
        title={t('corrections.none')}
        action={
          <ButtonLink look="outlined" isWide to={paths.quizDesk(courseId, lessonId)}>
            {t('faulty.toFigures')}
          </ButtonLink>
        }
      >
        {t('corrections.noneText')}
      </EmptyNotice>
    );
  return (
    <ul className={table['list']} aria-label={t('desk.view.corrections')}>
      {corrections.map((correction) => (
        <li key={correction.id} className={styles['card']}>
          <CorrectionRow correction={correction} to={paths.correction(courseId, lessonId, correction.id)} />
        </li>
      ))}
    </ul>
  );
}

function CorrectionRow({ correction, to }: { correction: Correction; to: string }) {
  const { t } = useTranslation('marking');
  const { wish, prompt, reason, authorName, appliedAt, openDecisions } = correction;
  return (
    <>
      <Link to={to} className={styles['promptLink']}>
        <span lang="vi">{prompt}</span>
      </Link>
      <span className={styles['tags']}>
        <Tag tone="cham">{t(`corrections.action.${wish.action}`)}</Tag>
        {openDecisions > 0 && (
          <Tag tone="nghe" icon={<IconAlertTriangle size={16} aria-hidden="true" />}>
            {t('corrections.open', { count: openDecisions, number: formatNumber(openDecisions) })}
          </Tag>
        )}
      </span>
      <span>
        <CorrectionNumbers correction={correction} />
      </span>
      <span className={styles['small']}>
        {t('corrections.by', { when: formatWhen(appliedAt), name: authorName || t('nobodyNow') })}
      </span>
      <span className={styles['small']}>{t('corrections.reason', { reason })}</span>
    </>
  );
}

/** What it did, in numbers. */
export function CorrectionNumbers({ correction }: { correction: Correction }) {
  const { t } = useTranslation('marking');
  const { changed, gainsPass, losesPass } = correction;
  return t('corrections.numbers', {
    changed: formatNumber(changed),
    gains: formatNumber(gainsPass),
    loses: formatNumber(losesPass),
  });
}
