// Before, flag, after: at the foot of the screen on phones, under the question on desktops.
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconFlagFilled from '@tabler/icons-react/dist/esm/icons/IconFlagFilled.mjs';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { useBarHeight } from '../ui/layout/use-bar-height.js';
import styles from './attempt-footer.module.css';

interface AttemptFooterProps {
  index: number;
  total: number;
  isFlagged: boolean;
  flag: () => void;
  /** A place behind the last question means handing in. */
  onGo: (index: number) => void;
}

/** The buttons; after the last question comes handing in. */
export function AttemptFooter({ index, total, isFlagged, flag, onGo }: AttemptFooterProps) {
  const { t } = useTranslation('quizzes');
  const isLast = index + 1 >= total;
  const bar = useBarHeight<HTMLDivElement>('--bottom-bar');
  const FlagIcon = isFlagged ? IconFlagFilled : IconFlag;
  return (
    <div ref={bar} className={styles['foot']}>
      {index > 0 ? (
        <Button
          look="outlined"
          size="large"
          className={styles['previous']}
          icon={<IconArrowLeft size={22} aria-hidden="true" />}
          onClick={() => onGo(index - 1)}
        >
          <span className={styles['heard']}>{t('attempt.previous', { number: index })}</span>
        </Button>
      ) : (
        <span className={styles['wide']} />
      )}
      <Button
        look="outlined"
        size="large"
        aria-pressed={isFlagged}
        className={styles['flag']}
        icon={<FlagIcon size={20} aria-hidden="true" />}
        onClick={flag}
      >
        {t('attempt.flagShort')}
      </Button>
      <Button
        size="large"
        className={styles['next']}
        iconAfter={<IconArrowRight size={22} aria-hidden="true" />}
        onClick={() => onGo(index + 1)}
      >
        {isLast ? (
          t('attempt.toSubmit')
        ) : (
          <>
            <span className={styles['wide']}>{t('attempt.next', { number: index + 2 })}</span>
            <span className={styles['narrow']}>{t('attempt.nextShort')}</span>
          </>
        )}
      </Button>
    </div>
  );
}
