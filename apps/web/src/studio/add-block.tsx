// Choosing the kind of a new block: one press to ask, one to choose.
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import styles from './add-block.module.css';
import { BlockIcon } from './block-icon.js';
import { addableBlocks, type AddableBlock } from './new-parts.js';

export interface AddBlockProps {
  onAdd: (type: AddableBlock) => void;
  /** The choice is open already, and closing it takes it away. */
  isOpenAtFirst?: boolean;
  onClose?: () => void;
}

/** A line with the button, or with the kinds to choose from. */
export function AddBlock({ onAdd, isOpenAtFirst = false, onClose }: AddBlockProps) {
  const { t } = useTranslation('studio');
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const choices = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) choices.current?.querySelector('button')?.focus();
  }, [isOpen]);
  const close = () => {
    setIsOpen(false);
    onClose?.();
  };
  if (!isOpen)
    return (
      <div className={styles['line']}>
        <Button
          look="outlined"
          icon={<IconPlus size={20} aria-hidden="true" />}
          aria-expanded={false}
          onClick={() => setIsOpen(true)}
        >
          {t('action.addBlock')}
        </Button>
      </div>
    );
  return (
    <div ref={choices} role="group" aria-label={t('block.choose')} className={styles['choices']}>
      {addableBlocks.map((type) => (
        <Button
          key={type}
          look="outlined"
          icon={<BlockIcon type={type} />}
          onClick={() => {
            close();
            onAdd(type);
          }}
        >
          {t(`block.kind.${type}`)}
        </Button>
      ))}
      <Button look="text" onClick={close}>
        {t('action.notNow')}
      </Button>
    </div>
  );
}
