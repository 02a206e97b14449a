// Who got more time or more attempts for this quiz, from whom and why, and the way to grant another.
import type { Extension, QuizStatistics } from '@onetouch/contract';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { Button } from '../ui/button.js';
import { Callout, EmptyNotice } from '../ui/notice.js';
import { Pager } from '../ui/pager.js';
import styles from './desk.module.css';
import { ExtensionList } from './extension-list.js';
import { extensionWords } from './extension-words.js';
import { GrantDialog } from './grant-dialog.js';
import type { ExtensionPage } from './read-desk.js';

interface ExtensionsViewProps {
  page: ExtensionPage;
  statistics: QuizStatistics;
}

/** The view. */
export function ExtensionsView({ page, statistics }: ExtensionsViewProps) {
  const { t } = useTranslation('marking');
  const { revalidate } = useRevalidator();
  const [isGranting, setIsGranting] = useState(false);
  const [said, setSaid] = useState('');
  const granted = async (extension: Extension) => {
    await revalidate();
    setIsGranting(false);
    setSaid(t('extensions.said', { name: extension.fullName, what: extensionWords(extension) }));
  };
  const grant = (
    <Button icon={<IconPlus size={20} aria-hidden="true" />} onClick={() => setIsGranting(true)}>
      {t('extensions.grant')}
    </Button>
  );
  const isNone = page.items.length === 0;
  return (
    <>
      <p className={styles['small']}>{t('extensions.intro')}</p>
      <div role="status">
        {said && (
          <Callout tone="done" icon={<IconCircleCheck size={20} aria-hidden="true" />}>
            {said}
          </Callout>
        )}
      </div>
      {isNone ? (
        <EmptyNotice title={t('extensions.none')} action={grant}>
          {t('extensions.noneText')}
        </EmptyNotice>
      ) : (
        <>
          <div>{grant}</div>
          <ExtensionList extensions={page.items} />
          <Pager next={page.next} />
        </>
      )}
      {isGranting && (
        <GrantDialog quiz={statistics} onClose={() => setIsGranting(false)} onGranted={granted} />
      )}
    </>
  );
}
