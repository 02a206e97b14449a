// What was just done to many, with the way back for ten seconds. Undo beats confirm.
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './undo-bar.module.css';

export interface UndoBarProps {
  /** What was done: "Đã gia hạn 12 người". */
  children: string;
  onUndo: () => void;
  /** Called after ten seconds, or at once when it is closed. */
  onGone: () => void;
  ms?: number;
}

/** The bar; it waits while it is looked at (focus or pointer on it). */
export function UndoBar({ children, onUndo, onGone, ms = 10_000 }: UndoBarProps) {
  const { t } = useTranslation('shell');
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onGone, ms);
    return () => clearTimeout(timer);
  }, [isHeld, ms, onGone]);
  const hold = { onPointerEnter: () => setIsHeld(true), onPointerLeave: () => setIsHeld(false) };
  return (
    <div
      className={styles['bar']}
      role="status"
      {...hold}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{children}</span>
      <Button look="go" icon={<IconArrowBackUp size={20} aria-hidden="true" />} onClick={onUndo}>
        {t('action.undo')}
      </Button>
    </div>
  );
}
