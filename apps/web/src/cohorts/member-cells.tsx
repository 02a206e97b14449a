// The parts of one member that the table and the list share.
import IconCertificate from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import type { CohortMember, MemberStatus } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatDate, formatPercent } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { RowName, Small } from '../ui/row-name.js';
import { Tag, type TagTone } from '../ui/tag.js';
import styles from './members-view.module.css';

interface MemberProps {
  member: CohortMember;
}

/** The name, with a mark for made-up people. */
export function MemberName({ member: { fullName, isDemonstration } }: MemberProps) {
  const { t } = useTranslation('cohorts');
  return (
    <>
      <RowName>{fullName}</RowName>
      {isDemonstration && <Tag tone="nghe">{t('members.demonstration')}</Tag>}
    </>
  );
}

/** Commune and organisation. */
export function MemberUnit({ member: { place, organisationName } }: MemberProps) {
  return (
    <>
      {place?.fullName}
      {organisationName && <Small>{organisationName}</Small>}
    </>
  );
}

/** The bar; with its steps in words where there is room, as a phone has the share above it. */
export function MemberProgress({ member, isWithSteps }: MemberProps & { isWithSteps?: boolean }) {
  const { t } = useTranslation('cohorts');
  const { percent, steps, status, fullName } = member;
  const isDone = status === 'completed' || status === 'certified';
  const label = t('members.progressOf', { name: fullName });
  return (
    <>
      <ProgressBar
        value={percent}
        max={100}
        label={label}
        tone={isDone ? 'done' : 'primary'}
        {...(isWithSteps && { text: formatPercent(percent) })}
      />
      {isWithSteps && <Small>{t('members.steps', steps)}</Small>}
    </>
  );
}

const looks: Record<MemberStatus, { tone: TagTone; Icon: typeof IconCircleCheck }> = {
  certified: { tone: 'la', Icon: IconCertificate },
  completed: { tone: 'la', Icon: IconCircleCheck },
  learning: { tone: 'cham', Icon: IconCircleHalf2 },
  'not-started': { tone: 'plain', Icon: IconCircleDashed },
};

/** The status in words, with the proof: the day, and the number of the certificate. */
export function MemberState({ member: { status, completedAt, certificateNumber } }: MemberProps) {
  const { t } = useTranslation('cohorts');
  const { tone, Icon } = looks[status];
  return (
    <div className={styles['status']}>
      <span className={styles['state']}>
        <Tag tone={tone} icon={<Icon size={16} aria-hidden="true" />}>
          {t(`status.${status}`)}
        </Tag>
        {completedAt && <Small>{formatDate(completedAt)}</Small>}
      </span>
      {certificateNumber && <Small>{t('members.certificate', { number: certificateNumber })}</Small>}
    </div>
  );
}

interface RemoveProps extends MemberProps {
  onRemove: (member: CohortMember) => void;
}

/** Acts at once; the way back stands in the bar that follows. */
export function RemoveButton({ member, onRemove }: RemoveProps) {
  const { t } = useTranslation('cohorts');
  return (
    <Button
      look="text"
      aria-label={t('members.removeOf', { name: member.fullName })}
      onClick={() => onRemove(member)}
    >
      {t('members.remove')}
    </Button>
  );
}
