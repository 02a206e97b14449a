// Words for screen readers only.
import type { HTMLAttributes } from 'react';
import styles from './visually-hidden.module.css';

export interface VisuallyHiddenProps extends HTMLAttributes<HTMLElement> {
  /** A heading whose place is clear to the eye. */
  as?: 'span' | 'h2';
}

/** Heard, not seen. */
export function VisuallyHidden({ as: Element = 'span', ...rest }: VisuallyHiddenProps) {
  return <Element {...rest} className={styles['hidden']} />;
}
