// Roles given to oneself, in words, and the doors that they open. Nothing for learners.
import type { Grant, Me } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { staffDoors } from '../ui/layout/staff-doors.js';
import styles from './me-page.module.css';

/** Where a role holds. */
export function scopeName({ place, organisation }: Pick<Grant, 'place' | 'organisation'>): string {
  return place?.fullName ?? organisation?.name ?? '';
}

/** The card; absent without a role. */
export function OwnRoles({ me }: { me: Me }) {
  const { t } = useTranslation(['accounts', 'shell']);
  if (me.grants.length === 0) return null;
  return (
    <Card as="section" aria-labelledby="quyen">
      <h2 id="quyen">{t('accounts:me.grants')}</h2>
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
      <nav aria-label={t('accounts:me.work')} className={styles['doors']}>
        {staffDoors(me).map(({ to, label }) => (
          <ButtonLink key={to} to={to} look="outlined">
            {t(`shell:${label}`)}
          </ButtonLink>
        ))}
      </nav>
    </Card>
  );
}
