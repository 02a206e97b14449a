// The fields of the studio: text, text in two languages, whole numbers. They hold no document: a value in, changes out.
import type { Localized } from '@onetouch/contract';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea, TextInput } from '../ui/text-input.js';
import styles from './fields.module.css';
import { fieldId } from './place.js';
import { useFault, useStudio } from './studio-context.js';

interface FieldBase {
  /** The part that the field belongs to, and its name there. */
  of: [partId: string, field: string];
  label: string;
  hint?: ReactNode;
}

export interface WordsFieldProps extends FieldBase {
  value: string;
  onChange: (value: string) => void;
  /** Lines of the field; one line without it. */
  rows?: number;
  lang?: 'vi' | 'en';
  isOptional?: boolean;
}

/** One text; what is wrong is said once the field was left. */
export function WordsField({
  of,
  label,
  hint,
  value,
  onChange,
  rows,
  lang = 'vi',
  isOptional,
}: WordsFieldProps) {
  const id = fieldId(...of);
  const { isFrozen } = useStudio();
  const { error, onBlur } = useFault(id);
  const facts = { id, label, hint, error, isOptional, value, onBlur, lang, readOnly: isFrozen };
  return rows ? (
    <TextArea {...facts} rows={rows} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <TextInput {...facts} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
  );
}

/** The same words in Vietnamese and in English. */
export function LocalizedField({
  of: [partId, field],
  label,
  value,
  onChange,
  rows,
}: Omit<FieldBase, 'hint'> & { value: Localized; onChange: (value: Localized) => void; rows?: number }) {
  const { t } = useTranslation('studio');
  const shared = rows === undefined ? {} : { rows };
  return (
    <div className={styles['pair']}>
      <WordsField
        {...shared}
        of={[partId, `${field}-vi`]}
        label={t('field.inVietnamese', { label })}
        value={value.vi}
        lang="vi"
        onChange={(vi) => onChange({ ...value, vi })}
      />
      <WordsField
        {...shared}
        of={[partId, `${field}-en`]}
        label={t('field.inEnglish', { label })}
        value={value.en}
        lang="en"
        onChange={(en) => onChange({ ...value, en })}
      />
    </div>
  );
}

/** A whole number; anything else typed is `NaN` to the document, which is then not saved. */
export function NumberField({
  of,
  label,
  hint,
  value,
  onChange,
}: FieldBase & { value: number; onChange: (value: number) => void }) {
  const id = fieldId(...of);
  const { isFrozen } = useStudio();
  const { error, onBlur } = useFault(id);
  const [typed, setTyped] = useState(String(value));
  const numberOf = (text: string) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const shown = Object.is(numberOf(typed), value) ? typed : String(value);
  return (
    <TextInput
      {...{ id, label, hint, error, onBlur }}
      className={styles['number']}
      inputMode="numeric"
      autoComplete="off"
      readOnly={isFrozen}
      value={shown === 'NaN' ? '' : shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(numberOf(event.target.value));
      }}
    />
  );
}
