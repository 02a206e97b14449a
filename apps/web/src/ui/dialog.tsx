// A question that must be answered before going on, and a sheet from the bottom: both the browser's own <dialog>.
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.js';
import { classNames } from './class-names.js';
import styles from './dialog.module.css';

export interface DialogProps {
  isOpen: boolean;
  /** Called by the close button, Escape and a press outside. Without it there is no way past the dialog but what is in it. */
  onClose?: (() => void) | undefined;
  title: string;
  children: ReactNode;
  /** Buttons, the main one first: verbs that say what happens. */
  actions?: ReactNode;
}

function ModalFrame({
  isOpen,
  onClose,
  title,
  children,
  actions,
  className,
}: DialogProps & { className?: string | undefined }) {
  const { t } = useTranslation('shell');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isPressedOutside = useRef(false);
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && !element?.open) element?.showModal();
    if (!isOpen && element?.open) element.close();
  }, [isOpen]);
  return (
    // The press outside begins and ends on the dialog itself; keyboards have Escape and the close button.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classNames(styles['dialog'], className)}
      onCancel={(event) => onClose || event.preventDefault()}
      onClose={() => {
        // A browser may insist on Escape pressed twice.
        if (isOpen && !onClose) dialog.current?.showModal();
        if (isOpen) onClose?.();
      }}
      onMouseDown={(event) => (isPressedOutside.current = event.target === dialog.current)}
      onClick={(event) => event.target === dialog.current && isPressedOutside.current && onClose?.()}
    >
      {isOpen && (
        <div className={styles['body']}>
          <div className={styles['head']}>
            <h2 id={titleId}>{title}</h2>
            {onClose && (
              <IconButton
                label={t('action.close')}
                icon={<IconX size={22} aria-hidden="true" />}
                onClick={onClose}
              />
            )}
          </div>
          {children}
          {actions && <div className={styles['actions']}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

/** A dialog in the middle; only for what cannot be undone, or for a short form. */
export function Dialog(props: DialogProps) {
  return <ModalFrame {...props} />;
}

/** A sheet that comes from the bottom on phones and stands in the middle on larger screens. */
export function BottomSheet(props: DialogProps) {
  return <ModalFrame {...props} className={styles['sheet']} />;
}
