// A bordered panel; no shadow.
import type { HTMLAttributes } from 'react';
import styles from './card.module.css';
import { classNames } from './class-names.js';

export interface CardProps extends HTMLAttributes<HTMLElement> {
  as?: 'div' | 'section' | 'article' | 'li';
  /** `go` has the turmeric edge of "go on here"; `flush` has no inner space. */
  look?: 'plain' | 'go' | 'sunken' | 'selected';
  isFlush?: boolean;
}

/** A panel with the card's space, radius and border. */
export function Card({ as: Element = 'div', look = 'plain', isFlush, className, ...rest }: CardProps) {
  return (
    <Element
      {...rest}
      className={classNames(styles['card'], styles[look], isFlush && styles['flush'], className)}
    />
  );
}
