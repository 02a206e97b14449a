// Extensions: a table from 768 px, a list on phones.
import type { Extension } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../platform/format.js';
import { RowList } from '../ui/row-list.js';
import { Small } from '../ui/row-name.js';
import { extensionWords } from './extension-words.js';

/** The list in the shape for the screen. */
export function ExtensionList({ extensions }: { extensions: Extension[] }) {
  const { t } = useTranslation('marking');
  return (
    <RowList
      rows={extensions}
      keyOf={({ id }) => id}
      label={t('desk.view.extensions')}
      gap={4}
      columns={[
        { head: t('extensions.column.person'), cell: ({ fullName }) => <span lang="vi">{fullName}</span> },
        { head: t('extensions.column.what'), cell: extensionWords },
        { head: t('extensions.column.reason'), cell: ({ reason }) => <span lang="vi">{reason}</span> },
        { head: t('extensions.column.by'), cell: (extension) => <Author extension={extension} /> },
      ]}
      card={(extension) => (
        <>
          <strong lang="vi">{extension.fullName}</strong>
          <span>{extensionWords(extension)}</span>
          <Small lang="vi">{extension.reason}</Small>
          <Small>
            {t('corrections.by', { when: formatWhen(extension.grantedAt), name: extension.authorName })}
          </Small>
        </>
      )}
    />
  );
}

function Author({ extension: { authorName, grantedAt } }: { extension: Extension }) {
  return (
    <>
      <span lang="vi">{authorName}</span>
      <Small>{formatWhen(grantedAt)}</Small>
    </>
  );
}
