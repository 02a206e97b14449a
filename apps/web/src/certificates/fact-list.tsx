// Facts with their names, as rows.
import type { ReactNode } from 'react';
import styles from './fact-list.module.css';

/** Name beside value on wide screens, above it on narrow ones; an absent value leaves its row out. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles['list']}>
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== '' && (
            <div key={name} className={styles['row']}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
