// How this page can be used by everybody, and what is not good yet.
import { useTranslation } from 'react-i18next';
import styles from './reading.module.css';

const sections = ['use', 'weak', 'gaps', 'tell'] as const;

/** One reading page. */
export function Component() {
  const { t } = useTranslation(['pages', 'shell']);
  return (
    <article className={styles['reading']}>
      <h1>{t('shell:title.accessibility')}</h1>
      <p>{t('accessibility.intro')}</p>
      {sections.map((section) => (
        <section key={section}>
          <h2>{t(`accessibility.${section}.title`)}</h2>
          <p>{t(`accessibility.${section}.text`)}</p>
        </section>
      ))}
    </article>
  );
}
