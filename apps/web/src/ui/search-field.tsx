// A field to search with: its label stands above it, so that it is there when something is typed.
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.js';
import fieldStyles from './field.module.css';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  hint?: ReactNode;
}

/** Label and input of type search; drawn as wide as its place allows. */
export function SearchField({ label, value, onChange, maxLength, hint }: SearchFieldProps) {
  const id = useId();
  return (
    <div className={styles['search']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hint && <p className={fieldStyles['hint']}>{hint}</p>}
      <input
        id={id}
        type="search"
        autoComplete="off"
        enterKeyHint="search"
        maxLength={maxLength}
        className={classNames(fieldStyles['input'], styles['input'])}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
