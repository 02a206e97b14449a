// One's own words where they differ from the newer draft, whole, to be copied piece by piece.
import type { CourseDocument } from '@onetouch/contract';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import styles from './conflict-notice.module.css';
import { ownWords } from './own-words.js';

interface OwnWordsDialogProps {
  own: { document: CourseDocument; base: CourseDocument };
  other: CourseDocument;
  isOpen: boolean;
  onClose: () => void;
}

/** The dialog; each piece has its place and a button that copies it. */
export function OwnWordsDialog({ own, other, isOpen, onClose }: OwnWordsDialogProps) {
  const { t } = useTranslation('studio');
  const pieces = useMemo(() => (isOpen ? ownWords(own, other) : []), [isOpen, own, other]);
  const [copied, setCopied] = useState<number | null>(null);
  const copy = async (text: string, index: number) => {
    await navigator.clipboard?.writeText(text).catch(() => undefined);
    setCopied(index);
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('conflict.ownTitle')}>
      {pieces.length === 0 && <p>{t('conflict.ownNone')}</p>}
      <ul className={styles['words']}>
        {pieces.map(({ where, text }, index) => (
          <li key={index}>
            <p className={styles['where']}>{where.join(' › ')}</p>
            <p className={styles['own']} lang="vi">
              {text}
            </p>
            <div>
              <Button
                look="outlined"
                icon={<IconCopy size={20} aria-hidden="true" />}
                onClick={() => void copy(text, index)}
              >
                {t(copied === index ? 'conflict.copied' : 'conflict.copy')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
