// The "more" button of a part: what can be done with it, in words. Also Alt with an arrow moves the part.
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../ui/class-names.js';
import { IconButton } from '../ui/button.js';
import type { Step } from './document-edits.js';
import styles from './part-menu.module.css';

export interface PartAction {
  label: string;
  icon: ReactNode;
  onChoose: () => void;
  isDanger?: boolean;
}

/** A button that opens a list of actions; Escape and a press elsewhere close it. */
export function PartMenu({ id, label, actions }: { id?: string; label: string; actions: PartAction[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const listId = useId();
  useClosing(frame, isOpen, setIsOpen);
  const choose = ({ onChoose }: PartAction) => {
    setIsOpen(false);
    frame.current?.querySelector('button')?.focus();
    onChoose();
  };
  return (
    <div ref={frame} className={styles['frame']}>
      <IconButton
        id={id}
        label={label}
        icon={<IconDots size={22} aria-hidden="true" />}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setIsOpen(!isOpen)}
      />
      <ul id={listId} hidden={!isOpen} className={styles['list']}>
        {actions.map((action) => (
          <li key={action.label}>
            <button
              type="button"
              className={classNames(styles['action'], action.isDanger && styles['danger'])}
              onClick={() => choose(action)}
            >
              {action.icon}
              {action.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Frame = React.RefObject<HTMLElement | null>;

function useClosing(frame: Frame, isOpen: boolean, setIsOpen: (isOpen: boolean) => void) {
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: Event) => {
      if (!frame.current?.contains(event.target as Node)) setIsOpen(false);
    };
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      frame.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [frame, isOpen, setIsOpen]);
}

/** Moves the part when Alt is held with an arrow up or down; the focus stays where it was. */
export function movesByKey(move: (step: Step) => void) {
  return (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    const focused = document.activeElement;
    move(event.key === 'ArrowUp' ? -1 : 1);
    // A moved element loses the focus in some browsers.
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.isConnected && focused.focus());
  };
}
