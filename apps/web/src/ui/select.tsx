// A native choice from a list: weighs nothing and every phone knows it.
import type { SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.js';
import { Field, type FieldFacts } from './field.js';
import styles from './field.module.css';

export type SelectProps = FieldFacts &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldFacts | 'required'>;

/** A list to choose one from; options are the children. */
export function Select({ label, hint, error, isOptional, id, className, children, ...rest }: SelectProps) {
  return (
    <Field {...{ label, hint, error, isOptional, id }}>
      {(input) => (
        <select {...rest} {...input} className={classNames(styles['input'], styles['select'], className)}>
          {children}
        </select>
      )}
    </Field>
  );
}
