// What became of everybody who was to be added; those not found stand in a list that can be copied.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import type { AddedMembers } from '@onetouch/contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import styles from './add-members.module.css';

const words = (count: number) => ({ count, number: formatNumber(count) });

/** The result; it takes the focus, because the form that had it is gone. */
export function AddedResult({ result: { added, already, notFound } }: { result: AddedMembers }) {
  const { t } = useTranslation('cohorts');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="status" className={styles['result']}>
      <p className={styles['fact']}>
        <IconCircleCheck size={22} className={styles['done']} aria-hidden="true" />
        {t('add.added', words(added))}
      </p>
      {already > 0 && (
        <p className={styles['fact']}>
          <IconUserCheck size={22} aria-hidden="true" />
          {t('add.already', words(already))}
        </p>
      )}
      {notFound.length > 0 && (
        <>
          <p className={styles['fact']}>
            <IconAlertTriangle size={22} className={styles['wait']} aria-hidden="true" />
            {t('add.notFound', words(notFound.length))}
          </p>
          <NotFoundList notFound={notFound} />
        </>
      )}
    </div>
  );
}

function NotFoundList({ notFound }: Pick<AddedMembers, 'notFound'>) {
  const { t } = useTranslation('cohorts');
  return (
    <>
      {/* Long lists are scrolled inside, so the frame can be reached by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['table']} tabIndex={0} role="region" aria-label={t('add.listLabel')}>
        <table>
          <tbody>
            {notFound.map(({ login, reason }) => (
              <tr key={login}>
                <th scope="row">{login}</th>
                <td>{t(`add.reason.${reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CopyButton notFound={notFound} />
    </>
  );
}

/** Only where the browser lets a page copy; the list itself can be marked and copied anywhere. */
function CopyButton({ notFound }: Pick<AddedMembers, 'notFound'>) {
  const { t } = useTranslation('cohorts');
  const [isCopied, setIsCopied] = useState(false);
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return null;
  const copy = async () => {
    const lines = notFound.map(({ login, reason }) => `${login}\t${t(`add.reason.${reason}`)}`);
    try {
      await clipboard.writeText(lines.join('\n'));
      setIsCopied(true);
    } catch {
      // The browser refused: the list can still be marked.
      setIsCopied(false);
    }
  };
  return (
    <div className={styles['copy']}>
      <Button look="outlined" icon={<IconCopy size={20} aria-hidden="true" />} onClick={() => void copy()}>
        {t('add.copy')}
      </Button>
      <span role="status">{isCopied && t('add.copied')}</span>
    </div>
  );
}
