// The frame of a lesson: sidebar and bar on large screens; a small header with segments and a list that comes up on phones.
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import {
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../platform/session.js';
import { IconButton } from '../ui/button.js';
import { BottomSheet } from '../ui/dialog.js';
import { BrandLink } from '../ui/layout/brand-link.js';
import { useBarHeight } from '../ui/layout/use-bar-height.js';
import { PersonMenu } from '../ui/layout/person-menu.js';
import { PlainMain } from '../ui/layout/plain-layout.js';
import styles from './lesson-frame.module.css';

const wide = '(min-width: 1024px)';
function subscribe(listener: () => void) {
  const query = matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether there is room for a sidebar. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(wide).matches);
}

export interface LessonFrameProps {
  /** The page that closing leads to. */
  outPath: string;
  courseTitle: string;
  /** "Bài 3 trên 5". */
  place: string;
  save?: ReactNode;
  /** For the bar of large screens; small ones have them under the heading. */
  tools: ReactNode;
  /** The bar and the list of lessons. */
  progress?: ReactNode;
  segments?: ReactNode;
  /** Draws the list; `onChoose` closes what it lies in. */
  outline?: ((onChoose?: () => void) => ReactNode) | undefined;
  /** Above the list of large screens. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame; `children` is the lesson itself. */
export function LessonFrame(props: LessonFrameProps) {
  return useIsWide() ? <WideFrame {...props} /> : <SmallFrame {...props} />;
}

function WideFrame({
  outPath,
  courseTitle,
  save,
  tools,
  progress,
  outline,
  aside,
  children,
}: LessonFrameProps) {
  const { t } = useTranslation('enrolments');
  const side = useRef<HTMLElement>(null);
  useCurrentInView(side);
  const me = useMe();
  return (
    <div className={styles['wide']}>
      <nav ref={side} className={styles['side']} aria-label={t('lesson.listOf')}>
        <div className={styles['brandRow']}>
          <BrandLink />
        </div>
        <div className={styles['sideHead']}>
          <Link to={outPath} className={styles['out']}>
            <IconArrowLeft size={20} aria-hidden="true" />
            {t('lesson.toCourse')}
          </Link>
          {progress}
          {aside && <div className={styles['aside']}>{aside}</div>}
        </div>
        {outline?.()}
      </nav>
      <div className={styles['column']}>
        <header className={styles['bar']}>
          <p className={styles['course']}>{courseTitle}</p>
          {save}
          {tools}
          {me && <PersonMenu me={me} />}
        </header>
        <PlainMain className={styles['main'] ?? ''}>{children}</PlainMain>
      </div>
    </div>
  );
}

/** A long list shows the lesson that one is in. */
function useCurrentInView(list: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const box = list.current;
    const current = box?.querySelector('[aria-current]');
    if (!box || !current) return;
    const below = current.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
    // Only the list moves, never the page.
    if (below > 0) box.scrollBy({ top: below + box.clientHeight / 3, behavior: 'instant' });
  }, [list]);
}

function SmallFrame({ outPath, place, save, progress, segments, outline, children }: LessonFrameProps) {
  const { t } = useTranslation('enrolments');
  const [isListOpen, setIsListOpen] = useState(false);
  const close = () => setIsListOpen(false);
  const bar = useBarHeight<HTMLElement>('--header');
  return (
    <div>
      <header ref={bar} className={styles['top']}>
        <div className={styles['topRow']}>
          <Link to={outPath} className={styles['close']} aria-label={t('lesson.close')}>
            <IconX size={24} aria-hidden="true" />
          </Link>
          <p className={styles['place']}>{place}</p>
          {save}
          {outline && (
            <IconButton
              label={t('lesson.list')}
              icon={<IconList size={24} aria-hidden="true" />}
              aria-haspopup="dialog"
              onClick={() => setIsListOpen(true)}
            />
          )}
        </div>
        {segments}
      </header>
      {outline && (
        <BottomSheet isOpen={isListOpen} onClose={close} title={t('lesson.listOf')}>
          {progress}
          <nav className={styles['sheetList']} aria-label={t('lesson.listOf')}>
            {outline(close)}
          </nav>
        </BottomSheet>
      )}
      <PlainMain className={styles['main'] ?? ''}>{children}</PlainMain>
    </div>
  );
}
