// The way here, above the heading.
import { Children, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './board-page.module.css';

/** Links with strokes between them. */
export function BoardPath({ children }: { children: ReactNode }) {
  const { t } = useTranslation('invigilation');
  return (
    <nav aria-label={t('path')}>
      <ol className={styles['path']}>
        {Children.toArray(children).map((child, index) => (
          // The links of a page are always the same ones.
          <li key={index}>{child}</li>
        ))}
      </ol>
    </nav>
  );
}
