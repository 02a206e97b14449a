// Typed text, one line or several, and passwords that can be looked at.
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { useState, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.js';
import { classNames } from './class-names.js';
import { Field, type FieldFacts } from './field.js';
import styles from './field.module.css';

type Without<T> = Omit<T, keyof FieldFacts | 'required'>;

/** One line of text; give the right `type`, `inputMode` and `autoComplete`. */
export function TextInput({
  label,
  hint,
  error,
  isOptional,
  id,
  className,
  ...rest
}: FieldFacts & Without<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ label, hint, error, isOptional, id }}>
      {(input) => <input {...rest} {...input} className={classNames(styles['input'], className)} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  isOptional,
  id,
  className,
  ...rest
}: FieldFacts & Without<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ label, hint, error, isOptional, id }}>
      {(input) => (
        <textarea rows={4} {...rest} {...input} className={classNames(styles['input'], className)} />
      )}
    </Field>
  );
}

/** A password with a button that shows it; typing on a phone blindly is a memory test. */
export function PasswordInput({
  label,
  hint,
  error,
  isOptional,
  id,
  ...rest
}: FieldFacts & Without<InputHTMLAttributes<HTMLInputElement>>) {
  const { t } = useTranslation('shell');
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? IconEyeOff : IconEye;
  return (
    <Field {...{ label, hint, error, isOptional, id }}>
      {(input) => (
        <div className={styles['withAfter']}>
          <input
            {...rest}
            {...input}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={styles['input']}
          />
          <IconButton
            className={styles['after']}
            label={t(isShown ? 'form.hidePassword' : 'form.showPassword')}
            icon={<Icon size={22} aria-hidden="true" />}
            onClick={() => setIsShown(!isShown)}
          />
        </div>
      )}
    </Field>
  );
}
