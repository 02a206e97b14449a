// Hands a link on: copies it, or gives it to the device's own sharing where there is one.
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconShare from '@tabler/icons-react/dist/esm/icons/IconShare.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import styles from './share-link.module.css';

interface ShareLinkProps {
  url: string;
  title: string;
  copyLabel: string;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS there is no clipboard; the link is then shown to be copied by hand.
    return false;
  }
}

/** The buttons, and below them what happened. */
export function ShareLink({ url, title, copyLabel }: ShareLinkProps) {
  const { t } = useTranslation('certificates');
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null);
  const canShare = typeof navigator.share === 'function';
  return (
    <div className={styles['share']}>
      <Button
        look="outlined"
        icon={<IconCopy size={20} aria-hidden="true" />}
        onClick={() => void copy(url).then((isCopied) => setOutcome(isCopied ? 'copied' : 'by-hand'))}
      >
        {copyLabel}
      </Button>
      {canShare && (
        <Button
          look="text"
          icon={<IconShare size={20} aria-hidden="true" />}
          onClick={() => void navigator.share({ title, url }).catch(() => undefined)}
        >
          {t('share.share')}
        </Button>
      )}
      <p role="status" className={styles['said']}>
        {outcome === 'copied' && (
          <>
            <IconCheck size={20} aria-hidden="true" />
            {t('share.copied')}
          </>
        )}
        {outcome === 'by-hand' && (
          <span>
            {t('share.byHand')} <span className={styles['url']}>{url}</span>
          </span>
        )}
      </p>
    </div>
  );
}
