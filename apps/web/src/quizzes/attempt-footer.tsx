// Before, flag, after: at the foot of the screen on phones, under the question on desktops.
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconFlagFilled from '@tabler/icons-react/dist/esm/icons/IconFlagFilled.mjs';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { OfflineLine, useIsOnline } from '../ui/layout/offline-line.js';
import { useBarHeight } from '../ui/layout/use-bar-height.js';
import styles from './attempt-footer.module.css';
import type { PaperPage } from './pages.js';

interface AttemptFooterProps {
  pages: readonly PaperPage[];
  index: number;
  /** Null where a page cannot be flagged: one way, or several questions with a flag each. */
  isFlagged: boolean | null;
  hasWayBack: boolean;
  isTimed: boolean;
  flag: () => void;
  /** A place behind the last page means handing in. */
  onGo: (index: number) => void;
}

/** `Câu 8`, or `Câu 6 đến 10`. */
function usePageName() {
  const { t } = useTranslation('quizzes');
  return ({ from, questions }: PaperPage) => {
    const number = from + 1;
    return questions.length === 1
      ? t('attempt.next', { number })
      : t('attempt.nextMany', { number, last: from + questions.length });
  };
}

/** The buttons; after the last page comes handing in. */
export function AttemptFooter({
  pages,
  index,
  isFlagged,
  hasWayBack,
  isTimed,
  flag,
  onGo,
}: AttemptFooterProps) {
  const { t } = useTranslation('quizzes');
  const nameOf = usePageName();
  const before = hasWayBack ? pages[index - 1] : undefined;
  const after = pages[index + 1];
  const bar = useBarHeight<HTMLDivElement>('--bottom-bar');
  const FlagIcon = isFlagged ? IconFlagFilled : IconFlag;
  return (
    <div ref={bar} className={styles['foot']}>
      <Network isTimed={isTimed} />
      {before ? (
        <Button
          look="outlined"
          size="large"
          className={styles['previous']}
          icon={<IconArrowLeft size={22} aria-hidden="true" />}
          onClick={() => onGo(index - 1)}
        >
          <span className={styles['heard']}>{nameOf(before)}</span>
        </Button>
      ) : (
        <span className={styles['wide']} />
      )}
      {isFlagged !== null && (
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
      )}
      <Button
        size="large"
        className={styles['next']}
        iconAfter={<IconArrowRight size={22} aria-hidden="true" />}
        onClick={() => onGo(index + 1)}
      >
        {after ? (
          <>
            <span className={styles['wide']}>{nameOf(after)}</span>
            <span className={styles['narrow']}>
              {t(after.questions.length === 1 ? 'attempt.nextShort' : 'attempt.nextPageShort')}
            </span>
          </>
        ) : (
          t('attempt.toSubmit')
        )}
      </Button>
    </div>
  );
}

/** Said here and not at the top, so that the question stays where it is when the network goes and comes. */
function Network({ isTimed }: { isTimed: boolean }) {
  const { t } = useTranslation('quizzes');
  const isOnline = useIsOnline();
  return (
    <div data-says-offline className={styles['network']}>
      <OfflineLine isAtWork />
      {isTimed && !isOnline && (
        <p role="status" className={styles['clock']}>
          {t('clock.goesOn')}
        </p>
      )}
    </div>
  );
}
