// Things to tick in a form: a checkbox, and choices with a title each.
import type { InputHTMLAttributes, ReactNode } from 'react';
import { ChoiceOption, type ChoiceOptionProps } from './choice-option.js';
import { FieldError } from './field.js';
import styles from './field.module.css';

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'children'>;

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

/** A choice in a form: its title, and under it what it means. `isMultiple` where several may be chosen. */
export function RadioCard({
  title,
  children,
  ...rest
}: Omit<ChoiceOptionProps, 'title' | 'children'> & { title: ReactNode; children?: ReactNode }) {
  return (
    <ChoiceOption {...rest}>
      <span className={styles['radioTitle']}>{title}</span>
      {children && <span className={styles['hint']}>{children}</span>}
    </ChoiceOption>
  );
}
