// What is kept about a person, why, and what a person may ask for.
import { useTranslation } from 'react-i18next';
import styles from './reading.module.css';

const sections = ['kept', 'device', 'seen', 'rights'] as const;

/** One reading page. */
export function Component() {
  const { t } = useTranslation(['pages', 'shell']);
  return (
    <article className={styles['reading']}>
      <h1>{t('shell:title.privacy')}</h1>
      <p>{t('privacy.intro')}</p>
      {sections.map((section) => (
        <section key={section}>
          <h2>{t(`privacy.${section}.title`)}</h2>
          <p>{t(`privacy.${section}.text`)}</p>
        </section>
      ))}
    </article>
  );
}
