// The person at the top right: profile, the doors that this person's abilities open, signing out.
import type { Me } from '@onetouch/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { paths } from '../../paths.js';
import { useOutboxStatus } from '../../platform/outbox.js';
import { isProblem, type Problem } from '../../platform/problem.js';
import { problemWords } from '../../platform/problem-words.js';
import { signOut } from '../../platform/session.js';
import { initials } from './initials.js';
import { useHasRooms } from './own-rooms.js';
import styles from './person-menu.module.css';
import { staffDoors } from './staff-doors.js';

/** A round button with the initials that opens a list of links. */
export function PersonMenu({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  const [isOpen, setIsOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const listId = useId();
  useClosing(frame, isOpen, () => setIsOpen(false));
  return (
    <div ref={frame} className={styles['frame']}>
      <button
        type="button"
        className={styles['avatar']}
        aria-expanded={isOpen}
        aria-controls={listId}
        // What is seen is in the name too, for whoever speaks to the page (WCAG 2.5.3).
        aria-label={`${t('nav.personMenu', { name: me.fullName })}, ${initials(me.fullName)}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        {initials(me.fullName)}
      </button>
      <nav id={listId} hidden={!isOpen} aria-label={t('nav.person')} className={styles['menu']}>
        <p className={styles['name']}>{me.fullName}</p>
        <PersonLinks me={me} isShown={isOpen} />
      </nav>
    </div>
  );
}

/** Profile, rooms to invigilate, staff doors, sign out. */
export function PersonLinks({ me, isShown }: { me: Me; isShown: boolean }) {
  const { t } = useTranslation('shell');
  const hasRooms = useHasRooms(me, isShown);
  const navigate = useNavigate();
  const { waiting } = useOutboxStatus();
  const [problem, setProblem] = useState<Problem | null>(null);
  const leave = async () => {
    try {
      await signOut();
      await navigate(paths.home());
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    }
  };
  return (
    <ul className={styles['links']}>
      <li>
        <Link to={paths.me()}>{t('nav.profile')}</Link>
      </li>
      {hasRooms && (
        <li>
          <Link to={paths.invigilated()}>{t('nav.invigilated')}</Link>
        </li>
      )}
      {staffDoors(me).map(({ to, label }) => (
        <li key={to}>
          <Link to={to}>{t(label)}</Link>
        </li>
      ))}
      <li className={styles['last']}>
        <button type="button" onClick={() => void leave()}>
          {t('nav.signOut')}
        </button>
        {problem && (
          <p role="alert" className={styles['hint']}>
            {t('nav.signOutFailed')} {problemWords(problem)}
          </p>
        )}
        {waiting > 0 && <p className={styles['hint']}>{t('nav.signOutWaiting', { count: waiting })}</p>}
      </li>
    </ul>
  );
}

/** Closes on Escape (focus goes back to the button), on a press elsewhere and on a step to another page. */
function useClosing(frame: React.RefObject<HTMLElement | null>, isOpen: boolean, close: () => void) {
  const { key } = useLocation();
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => latest.current(), [key]);
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) latest.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      latest.current();
      frame.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen, frame]);
}
