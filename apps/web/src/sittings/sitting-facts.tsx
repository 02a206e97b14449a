// When and where, and under which name: what a candidate compares with the notice on the door.
import IconCalendarTime from '@tabler/icons-react/dist/esm/icons/IconCalendarTime.mjs';
import IconDoor from '@tabler/icons-react/dist/esm/icons/IconDoor.mjs';
import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import type { Sitting } from '@onetouch/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../platform/session.js';
import styles from './sitting-facts.module.css';
import { whenWords } from './when.js';

interface SittingFactsProps {
  sitting: Sitting;
  /** With the name of the person and whom to tell when it is wrong. */
  hasName?: boolean;
}

/** A short list of facts. */
export function SittingFacts({ sitting: { exam, room }, hasName = false }: SittingFactsProps) {
  const { t } = useTranslation('sittings');
  const me = useMe();
  const place = room?.place?.fullName;
  return (
    <ul className={styles['facts']}>
      <Fact icon={<IconCalendarTime size={22} aria-hidden="true" />} label={t('facts.when')}>
        <strong>{whenWords(exam.startsAt)}</strong>
      </Fact>
      <Fact icon={<IconDoor size={22} aria-hidden="true" />} label={t('facts.room')}>
        {room ? <strong lang="vi">{room.name}</strong> : t('facts.noRoom')}
      </Fact>
      {place && (
        <Fact icon={<IconMapPin size={22} aria-hidden="true" />} label={t('facts.place')}>
          <span lang="vi">{place}</span>
        </Fact>
      )}
      {hasName && me && (
        <Fact icon={<IconUserCheck size={22} aria-hidden="true" />} label={t('facts.name')}>
          <strong lang="vi">{me.fullName}</strong>
          <span className={styles['help']}>{t('facts.nameWrong')}</span>
        </Fact>
      )}
    </ul>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>
        <span className={styles['label']}>{label}</span> {children}
      </span>
    </li>
  );
}
