// The words of a module: only its title is its own.
import type { Module } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../platform/i18n.js';
import { Card } from '../ui/card.js';
import { editModule } from './document-edits.js';
import styles from './editor.module.css';
import { LocalizedField } from './fields.js';
import { headingId } from './place.js';
import { useStudio } from './studio-context.js';

/** The editor of a module. */
export function ModuleEditor({ module }: { module: Module }) {
  const { t } = useTranslation('studio');
  const { edit } = useStudio();
  const localized = useLocalized();
  return (
    <div className={styles['editor']}>
      <h2 id={headingId} tabIndex={-1}>
        {localized(module.title) || t('unnamed')}
      </h2>
      <Card className={styles['fields']}>
        <LocalizedField
          of={[module.id, 'title']}
          label={t('field.moduleTitle')}
          value={module.title}
          onChange={(title) => edit(editModule(module.id, (now) => ({ ...now, title })))}
        />
      </Card>
      <p className={styles['quiet']}>
        {module.lessons.length > 0
          ? t('module.lessons', { count: module.lessons.length })
          : t('empty.module')}
      </p>
    </div>
  );
}
