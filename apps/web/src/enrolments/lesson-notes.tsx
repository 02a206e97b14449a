// Calm remarks beside a lesson: what waits on this device, and that the course is completed.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCloudUp from '@tabler/icons-react/dist/esm/icons/IconCloudUp.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatWhen } from '../platform/format.js';
import { useOutboxStatus } from '../platform/outbox.js';
import { Callout } from '../ui/notice.js';
import styles from './lesson-notes.module.css';
import { useLasting } from './use-lasting.js';

/** What is kept on this device and not sent; nothing when nothing waits. */
export function WaitingNote({ keptAt }: { keptAt: Date | null }) {
  const { t } = useTranslation('enrolments');
  const { waiting } = useOutboxStatus();
  const isWaiting = useLasting(waiting > 0);
  if (!isWaiting || !keptAt) return null;
  return (
    <Callout tone="wait" icon={<IconCloudUp size={24} aria-hidden="true" />}>
      <p className={styles['note']}>
        <strong>{t('lesson.waiting', { count: waiting })}</strong>{' '}
        {t('lesson.keptAt', { time: formatWhen(keptAt) })} {t('lesson.nothingToDo')}
      </p>
    </Callout>
  );
}

/** The end of the course, by the server's word, with the way to the certificate. */
export function CompletedLine({
  completedAt,
  certificateId,
}: {
  completedAt: string | null;
  certificateId: string | null;
}) {
  const { t } = useTranslation('enrolments');
  return (
    <div role="status" className={styles['completed']}>
      {completedAt && (
        <Callout tone="done" icon={<IconCircleCheck size={24} aria-hidden="true" />}>
          <p>
            {t('lesson.completed', { time: formatWhen(completedAt) })}{' '}
            <Link
              to={certificateId ? paths.certificate(certificateId) : paths.certificates()}
              className={styles['link']}
            >
              {t(certificateId ? 'myLearning.certificate' : 'lesson.toCertificate')}
            </Link>
          </p>
        </Callout>
      )}
    </div>
  );
}
