// A button, or a link that looks like one. One filled button on a screen; the words are a verb.
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';
import { classNames } from './class-names.js';

/** `go` is the turmeric "go on here" on deep ground; `danger` is outlined in red. */
export type ButtonLook = 'primary' | 'outlined' | 'text' | 'go' | 'danger' | 'danger-filled';

interface Looks {
  look?: ButtonLook;
  /** `large` is the one main button of a screen, 52 px. */
  size?: 'normal' | 'large';
  isWide?: boolean;
  icon?: ReactNode;
  iconAfter?: ReactNode;
  children?: ReactNode;
}

export interface ButtonProps extends Looks, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Work is under way: pressing again does nothing, and the words say what is happening. */
  isBusy?: boolean;
}

function lookOf({ look = 'primary', size = 'normal', isWide }: Looks, className?: string): string {
  return classNames(
    styles['button'],
    styles[look],
    size === 'large' && styles['large'],
    isWide && styles['wide'],
    className,
  );
}

/** A button of 44 px or more; `type` is `button` unless told otherwise. */
export function Button({
  look,
  size,
  isWide,
  icon,
  iconAfter,
  isBusy,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={lookOf({ look, size, isWide }, className)}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {isBusy ? <span className={styles['spinner']} aria-hidden="true" /> : icon}
      {children !== undefined && <span>{children}</span>}
      {iconAfter}
    </button>
  );
}

export interface ButtonLinkProps extends Looks, Omit<LinkProps, 'children'> {}

/** A link within the page that looks like a button. */
export function ButtonLink({
  look,
  size,
  isWide,
  icon,
  iconAfter,
  children,
  className,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={lookOf({ look, size, isWide }, className)}>
      {icon}
      <span>{children}</span>
      {iconAfter}
    </Link>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Said to a screen reader: only back, close, more and search may stand without a word. */
  label: string;
  icon: ReactNode;
}

/** A square button of 44 px with an icon only. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={classNames(styles['iconButton'], className)}
    >
      {icon}
    </button>
  );
}
