// Things to tick: a checkbox, and a radio button as large as a thumb.
import type { InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.js';
import { FieldError } from './field.js';
import styles from './field.module.css';

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'title' | 'children'>;

/** One thing to agree to or to switch on. */
export function Checkbox({
  children,
  hint,
  error,
  ...rest
}: Input & { children: ReactNode; hint?: ReactNode; error?: string | undefined }) {
  return (
    <div>
      <FieldError error={error} />
      <label className={styles['check']}>
        <input type="checkbox" {...rest} aria-invalid={error ? true : undefined} />
        <span>
          <span className={styles['checkText']}>{children}</span>
          {hint && <span className={styles['hint']}>{hint}</span>}
        </span>
      </label>
    </div>
  );
}

/** One of several choices of one name, 56 px high, the whole card is the target. `type` may be `checkbox` for several answers. */
export function RadioCard({
  title,
  children,
  after,
  type = 'radio',
  className,
  ...rest
}: Input & { title: ReactNode; children?: ReactNode; after?: ReactNode; type?: 'radio' | 'checkbox' }) {
  return (
    <label className={classNames(styles['radioCard'], className)}>
      <input type={type} {...rest} />
      <span style={{ flex: 1 }}>
        <span className={styles['radioTitle']}>{title}</span>
        {children && <span className={styles['hint']}>{children}</span>}
      </span>
      {after}
    </label>
  );
}
