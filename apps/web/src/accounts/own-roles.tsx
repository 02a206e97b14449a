// Roles given to oneself, in words, and the doors that they open; rooms to invigilate are a door without a role. Nothing for learners.
import type { Grant, Me } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { useHasRooms } from '../ui/layout/own-rooms.js';
import { staffDoors } from '../ui/layout/staff-doors.js';
import styles from './me-page.module.css';

/** Where a role holds. */
export function scopeName({ place, organisation }: Pick<Grant, 'place' | 'organisation'>): string {
  return place?.fullName ?? organisation?.name ?? '';
}

/** The card; absent without a role and without a room. */
export function OwnRoles({ me }: { me: Me }) {
  const { t } = useTranslation(['accounts', 'shell']);
  const hasRooms = useHasRooms(me, true);
  if (me.grants.length === 0 && !hasRooms) return null;
  return (
    <Card as="section" aria-labelledby="quyen">
      <h2 id="quyen">{t('accounts:me.grants')}</h2>
      {me.grants.length > 0 && (
        <ul className={styles['roles']}>
          {me.grants.map((grant) => (
            <li key={grant.id}>
              {t('accounts:me.grant', {
                role: t(`accounts:role.${grant.role}`),
                scope: scopeName(grant),
              })}
            </li>
          ))}
        </ul>
      )}
      <nav aria-label={t('accounts:me.work')} className={styles['doors']}>
        {hasRooms && (
          <ButtonLink to={paths.invigilated()} look="outlined">
            {t('shell:nav.invigilated')}
          </ButtonLink>
        )}
        {staffDoors(me).map(({ to, label }) => (
          <ButtonLink key={to} to={to} look="outlined">
            {t(`shell:${label}`)}
          </ButtonLink>
        ))}
      </nav>
    </Card>
  );
}
