// Extensions: a table from 768 px, a list on phones.
import type { Extension } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../platform/format.js';
import table from '../ui/table.module.css';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import styles from './correcting.module.css';
import { extensionWords } from './extension-words.js';

/** The list in the shape for the screen. */
export function ExtensionList({ extensions }: { extensions: Extension[] }) {
  return useIsNarrow() ? <Cards extensions={extensions} /> : <Table extensions={extensions} />;
}

function Table({ extensions }: { extensions: Extension[] }) {
  const { t } = useTranslation('marking');
  return (
    <div className={table['frame']}>
      <table className={table['table']} aria-label={t('desk.view.extensions')}>
        <thead>
          <tr>
            <th scope="col">{t('extensions.column.person')}</th>
            <th scope="col">{t('extensions.column.what')}</th>
            <th scope="col">{t('extensions.column.reason')}</th>
            <th scope="col">{t('extensions.column.by')}</th>
          </tr>
        </thead>
        <tbody>
          {extensions.map((extension) => (
            <tr key={extension.id}>
              <th scope="row" lang="vi">
                {extension.fullName}
              </th>
              <td>{extensionWords(extension)}</td>
              <td lang="vi">{extension.reason}</td>
              <td>
                <span lang="vi">{extension.authorName}</span>
                <span className={styles['small']}>{formatWhen(extension.grantedAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ extensions }: { extensions: Extension[] }) {
  const { t } = useTranslation('marking');
  return (
    <ul className={table['list']} aria-label={t('desk.view.extensions')}>
      {extensions.map((extension) => (
        <li key={extension.id} className={styles['card']}>
          <strong lang="vi">{extension.fullName}</strong>
          <span>{extensionWords(extension)}</span>
          <span lang="vi" className={styles['small']}>
            {extension.reason}
          </span>
          <span className={styles['small']}>
            {t('corrections.by', { when: formatWhen(extension.grantedAt), name: extension.authorName })}
          </span>
        </li>
      ))}
    </ul>
  );
}
