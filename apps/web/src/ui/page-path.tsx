// The way to a page, above its heading: the pages that it belongs to.
import { Children, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page-path.module.css';

/** Links with strokes between them. */
export function PagePath({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  return (
    <nav aria-label={t('path')} className={styles['frame']}>
      <ol className={styles['path']}>
        {Children.toArray(children).map((child, index) => (
          // The links of a page are always the same ones.
          <li key={index}>{child}</li>
        ))}
      </ol>
    </nav>
  );
}
