// The way out of a lesson: back, on, and the line between them. The way on is never barred.
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button.js';
import { useBarHeight } from '../ui/layout/use-bar-height.js';
import styles from './lesson-foot.module.css';

export interface LessonFootProps {
  previousPath: string | null;
  next: { path: string; word: string };
  /** Why the way on leads nowhere just now; it stays open all the same. */
  away?: string | null;
  children?: ReactNode;
}

/** Two buttons and what stands between them; at the bottom of the screen on phones. */
export function LessonFoot({ previousPath, next, away, children }: LessonFootProps) {
  const { t } = useTranslation('enrolments');
  const bar = useBarHeight<HTMLElement>('--bottom-bar');
  return (
    <nav ref={bar} className={styles['foot']} aria-label={t('lesson.others')}>
      {(children || away !== undefined) && (
        <div className={styles['state']}>
          {children}
          <p role="status" className={away ? styles['away'] : undefined}>
            {away && (
              <>
                <IconWifiOff size={20} aria-hidden="true" /> {away}
              </>
            )}
          </p>
        </div>
      )}
      {previousPath && (
        <ButtonLink
          to={previousPath}
          look="outlined"
          size="large"
          className={styles['previous']}
          icon={<IconArrowLeft size={20} aria-hidden="true" />}
        >
          {t('lesson.previous')}
        </ButtonLink>
      )}
      <ButtonLink
        to={next.path}
        size="large"
        look={away ? 'outlined' : 'primary'}
        className={styles['next']}
        iconAfter={<IconArrowRight size={20} aria-hidden="true" />}
      >
        {next.word}
      </ButtonLink>
    </nav>
  );
}
