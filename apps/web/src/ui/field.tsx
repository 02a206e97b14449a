// Label above, hint under it, the error between hint and input, so that a phone's keyboard never hides it.
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.js';
import styles from './field.module.css';

/** What the input inside a field must carry. */
export interface FieldInputProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean;
}

export interface FieldFacts {
  label: string;
  hint?: ReactNode;
  /** Says what is wrong and what to do. */
  error?: string | undefined;
  /** Marked "(không bắt buộc)". */
  isOptional?: boolean;
  /** Given when an error summary links here. */
  id?: string;
}

/** The frame of one input; `children` draws the input with the props it is given. */
export function Field({
  label,
  hint,
  error,
  isOptional,
  id,
  children,
}: FieldFacts & { children: (input: FieldInputProps) => ReactNode }) {
  const { t } = useTranslation('shell');
  const made = useId();
  const inputId = id ?? made;
  const hintId = hint ? `${inputId}-hint` : undefined;
  const errorId = error ? `${inputId}-error` : undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={inputId} className={styles['label']}>
        {label}
        {isOptional && <span className={styles['optional']}> {t('form.optional')}</span>}
      </label>
      {hint && (
        <div id={hintId} className={styles['hint']}>
          {hint}
        </div>
      )}
      <FieldError id={errorId} error={error} />
      {children({
        id: inputId,
        'aria-describedby': classNames(hintId, errorId) || undefined,
        'aria-invalid': error ? true : undefined,
        required: !isOptional,
      })}
    </div>
  );
}

/** The line that says what is wrong; nothing when all is well. */
export function FieldError({ id, error }: { id?: string | undefined; error?: string | undefined }) {
  return error ? (
    <div id={id} className={styles['error']}>
      <IconAlertCircle size={20} aria-hidden="true" />
      {error}
    </div>
  ) : null;
}

/** Several choices under one question: `legend` is the question. */
export function FieldGroup({
  legend,
  hint,
  error,
  isOptional,
  id,
  children,
}: Omit<FieldFacts, 'label'> & { legend: string; children: ReactNode }) {
  const { t } = useTranslation('shell');
  const made = useId();
  const groupId = id ?? made;
  const errorId = error ? `${groupId}-error` : undefined;
  const hintId = hint ? `${groupId}-hint` : undefined;
  return (
    <fieldset
      id={groupId}
      tabIndex={-1}
      className={styles['group']}
      aria-describedby={classNames(hintId, errorId) || undefined}
    >
      <legend className={styles['label']}>
        {legend}
        {isOptional && <span className={styles['optional']}> {t('form.optional')}</span>}
      </legend>
      {hint && (
        <div id={hintId} className={styles['hint']}>
          {hint}
        </div>
      )}
      <FieldError id={errorId} error={error} />
      <div className={styles['choices']}>{children}</div>
    </fieldset>
  );
}
