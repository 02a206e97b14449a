// A small label for a fact, always with words.
import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type TagTone = 'plain' | 'cham' | 'nghe' | 'la' | 'son';

/** A label; the tone only supports what the words say. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: TagTone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={`${styles['tag']} ${styles[tone]}`}>
      {icon}
      {children}
    </span>
  );
}
