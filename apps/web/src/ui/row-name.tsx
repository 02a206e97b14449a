// What a row is called, with small print under it, in the cell of a table and in a card alike.
import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import styles from './row-name.module.css';

interface RowNameProps {
  /** The page of the row, for who may open it. */
  to?: To | null;
  children: ReactNode;
  /** A line each; what is empty is left out. */
  small?: readonly (string | false | null | undefined)[];
}

/** The name, a link where it leads somewhere. */
export function RowName({ to, children, small = [] }: RowNameProps) {
  return (
    <>
      {to ? (
        <Link to={to} className={styles['link']}>
          {children}
        </Link>
      ) : (
        <span className={styles['name']}>{children}</span>
      )}
      {small.map((words, index) => words && <Small key={index}>{words}</Small>)}
    </>
  );
}

/** A line of small print. */
export function Small({ children, lang }: { children: ReactNode; lang?: string }) {
  return (
    <span className={styles['small']} lang={lang}>
      {children}
    </span>
  );
}
