// 'Who are you learning as?': three cards, one of them chosen; the answer only sorts the catalogue.
import type { Audience } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { CourseTile } from '../ui/course-tile.js';
import { audiences, motifOfAudience, setOf } from './course-look.js';
import styles from './role-chooser.module.css';

export interface RoleChooserProps {
  role: Audience | null;
  /** Courses per role under the filters in use; null when they are not known. */
  counts: Record<Audience, number> | null;
  onChoose: (role: Audience) => void;
}

/** Radio buttons of one name, so that arrows move between them. */
export function RoleChooser({ role, counts, onChoose }: RoleChooserProps) {
  const { t } = useTranslation(['courses', 'shell']);
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{t('courses:role.question')}</legend>
      <div className={styles['cards']}>
        {audiences.map((audience) => (
          <label key={audience} className={styles['card']}>
            <CourseTile
              motif={motifOfAudience[audience]}
              set={setOf[audience]}
              size={36}
              className={styles['tile']}
            />
            <span className={styles['words']}>
              <span className={styles['name']}>{t(`shell:audience.${audience}`)}</span>
              <span className={styles['who']}>{t(`courses:role.${audience}`)}</span>
              {counts && (
                <span className={styles['count']}>
                  {t('courses:courseCount', {
                    count: counts[audience],
                    number: formatNumber(counts[audience]),
                  })}
                </span>
              )}
            </span>
            <input
              type="radio"
              name="role"
              value={audience}
              checked={role === audience}
              onChange={() => onChoose(audience)}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
