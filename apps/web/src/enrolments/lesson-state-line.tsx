// Where this lesson stands, in one line: kept on the device, done by the server's word, or what is still missing.
import type { ContentLesson } from '@onetouch/contract';
import { missingBlocks } from '@onetouch/domain';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconDeviceMobileCheck from '@tabler/icons-react/dist/esm/icons/IconDeviceMobileCheck.mjs';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import { useTranslation } from 'react-i18next';
import { blockAnchor } from '../courses/blocks/block-anchor.js';
import { formatWhen } from '../platform/format.js';
import { useIsOnline } from '../ui/layout/offline-line.js';
import styles from './lesson-state-line.module.css';
import { missingWords } from './missing-words.js';
import { useLasting } from './use-lasting.js';

export interface LessonStateLineProps {
  lesson: ContentLesson;
  /** With what waits on this device. */
  metBlockIds: readonly string[];
  /** The server's word. */
  doneAt: string | null;
  waiting: number;
  keptAt: Date | null;
  hasNextKey: boolean;
}

/** The line beside the buttons; said politely when it changes. */
export function LessonStateLine(props: LessonStateLineProps) {
  const isWaiting = useLasting(props.waiting > 0);
  return (
    <div role="status" className={styles['line']}>
      {isWaiting && props.keptAt ? (
        <KeptLine keptAt={props.keptAt} />
      ) : props.doneAt ? (
        <DoneLine hasNextKey={props.hasNextKey} />
      ) : (
        <MissingLine lesson={props.lesson} metBlockIds={props.metBlockIds} />
      )}
    </div>
  );
}

function KeptLine({ keptAt }: { keptAt: Date }) {
  const { t } = useTranslation('enrolments');
  return (
    <>
      <IconDeviceMobileCheck size={20} aria-hidden="true" />
      <span>{t('lesson.keptAt', { time: formatWhen(keptAt) })}</span>
    </>
  );
}

function DoneLine({ hasNextKey }: { hasNextKey: boolean }) {
  const { t } = useTranslation('enrolments');
  return (
    <>
      <IconCircleCheck size={20} className={styles['done']} aria-hidden="true" />
      <span>
        {t('lesson.done')}
        {hasNextKey && (
          <span className={styles['key']} aria-hidden="true">
            {' '}
            <kbd>N</kbd> {t('lesson.thenN')}
          </span>
        )}
      </span>
    </>
  );
}

function MissingLine({ lesson, metBlockIds }: { lesson: ContentLesson; metBlockIds: readonly string[] }) {
  const { t } = useTranslation('enrolments');
  const isOnline = useIsOnline();
  const missing = missingBlocks(lesson, metBlockIds);
  const [first] = missing;
  if (!first) return null;
  return (
    <span>
      {!isOnline && (
        // In the middle of a lesson the line at the top of the page is out of sight.
        <strong className={styles['offline']}>
          <IconWifiOff size={20} aria-hidden="true" /> {t('lesson.offline')}
        </strong>
      )}{' '}
      {t('lesson.left.lead', { parts: missingWords(t, missing, 'left') })}{' '}
      <a href={`#${blockAnchor(first.id)}`} className={styles['go']}>
        {t('lesson.left.go')}
      </a>
    </span>
  );
}
