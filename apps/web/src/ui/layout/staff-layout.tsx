// The frame of staff pages: a deep indigo sidebar from 768 px, a bar on top of phones. Loaded by staff only.
import IconCertificate from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs';
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconClipboardCheck from '@tabler/icons-react/dist/esm/icons/IconClipboardCheck.mjs';
import IconEdit from '@tabler/icons-react/dist/esm/icons/IconEdit.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { paths } from '../../paths.js';
import { useMe } from '../../platform/session.js';
import { Mark } from '../mark.js';
import { LanguageSwitch } from './language-switch.js';
import { NewReleaseLine } from './new-release-line.js';
import { OfflineLine } from './offline-line.js';
import { useHasRooms } from './own-rooms.js';
import { PersonMenu } from './person-menu.js';
import { SkipLink } from './skip-link.js';
import { staffDoors, type StaffDoor } from './staff-doors.js';
import styles from './staff-layout.module.css';
import { ThemeSwitch } from './theme-switch.js';

const icons: Record<StaffDoor['icon'], ReactNode> = {
  desk: <IconEdit size={24} aria-hidden="true" />,
  marking: <IconChecklist size={24} aria-hidden="true" />,
  cohorts: <IconUsersGroup size={24} aria-hidden="true" />,
  exams: <IconClipboardCheck size={24} aria-hidden="true" />,
  people: <IconShieldCheck size={24} aria-hidden="true" />,
  registry: <IconCertificate size={24} aria-hidden="true" />,
};

/** Sidebar, a slim bar with the person, and the page. */
export function StaffLayout() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const hasRooms = useHasRooms(me, true);
  return (
    <div className={styles['frame']}>
      <SkipLink />
      <nav aria-label={t('nav.staff')} className={styles['side']}>
        <Link to={paths.home()} className={styles['brand']} aria-label={t('nav.toLearning')}>
          <Mark size={40} />
        </Link>
        {staffDoors(me).map(({ to, label, icon }) => (
          <NavLink key={to} to={to} className={styles['door']}>
            {icons[icon]}
            <span>{t(label)}</span>
          </NavLink>
        ))}
        {hasRooms && (
          <NavLink to={paths.invigilated()} className={styles['door']}>
            <IconListCheck size={24} aria-hidden="true" />
            <span>{t('nav.invigilatedShort')}</span>
          </NavLink>
        )}
      </nav>
      <div className={styles['column']}>
        <header className={styles['header']}>
          <Link to={paths.home()} className={styles['back']}>
            {t('nav.toLearning')}
          </Link>
          <div className={styles['end']}>
            <LanguageSwitch />
            <ThemeSwitch />
            {me && <PersonMenu me={me} />}
          </div>
        </header>
        <OfflineLine />
        <NewReleaseLine />
        <main id="main" tabIndex={-1} className={styles['main']}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
