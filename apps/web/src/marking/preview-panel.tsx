// Who would change: the numbers first, then everybody, lost passes and certificates on top. It has changed nothing.
import type { CorrectionPreview } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Callout } from '../ui/notice.js';
import { ChangeList } from './change-list.js';
import { gravestFirst } from './change-order.js';
import styles from './correcting.module.css';

const shownAtOnce = 50;

interface PreviewPanelProps {
  preview: CorrectionPreview;
  isRenewed: boolean;
}

/** The preview; read out when it comes. */
export function PreviewPanel({ preview, isRenewed }: PreviewPanelProps) {
  const { t } = useTranslation('marking');
  const [shown, setShown] = useState(shownAtOnce);
  const { attempts, changed, gainsPass, losesPass, withCertificate } = preview;
  const changes = gravestFirst(preview.changes);
  const numbers = [
    [t('preview.attempts'), attempts],
    [t('preview.changed'), changed],
    [t('preview.gains'), gainsPass],
    [t('preview.loses'), losesPass],
    [t('preview.certificates'), withCertificate],
  ] as const;
  return (
    <Card as="section" aria-labelledby="ai-thay-doi" className={styles['step']}>
      <h2 id="ai-thay-doi">{t('preview.title')}</h2>
      {isRenewed && (
        <Callout tone="wait" icon={<IconAlertTriangle size={20} aria-hidden="true" />}>
          {t('preview.renewed')}
        </Callout>
      )}
      <p role="status">
        {changed === 0
          ? t('preview.nobody')
          : t('preview.says', { changed: formatNumber(changed), attempts: formatNumber(attempts) })}
      </p>
      <dl className={styles['numbers']}>
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      {losesPass > 0 && <Callout tone="wait">{t('preview.losesText')}</Callout>}
      {changes.length > 0 && <ChangeList changes={changes.slice(0, shown)} label={t('preview.title')} />}
      {changes.length > shown && (
        <div>
          <Button look="outlined" onClick={() => setShown(shown + shownAtOnce)}>
            {t('preview.more', { rest: formatNumber(changes.length - shown) })}
          </Button>
        </div>
      )}
    </Card>
  );
}
