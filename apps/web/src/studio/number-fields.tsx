// Numbers that are not plain whole ones: points with decimals (thousandths inside), numbers that may be left out, moments as people type them.
import { useState, type ReactNode } from 'react';
import { momentOf } from '../exams/typed-time.js';
import { formatDate, formatTime } from '../platform/format.js';
import { parsePoints, typedPoints } from '../platform/typed-points.js';
import { TextInput } from '../ui/text-input.js';
import styles from './fields.module.css';
import { fieldId } from './place.js';
import { useFault, useStudio } from './studio-context.js';
import { tagsOf, tagText } from './tags.js';

interface TypedFieldProps<V> {
  of: [partId: string, field: string];
  label: string;
  hint?: ReactNode;
  value: V;
  onChange: (value: V) => void;
}

interface Reading<V> {
  parse: (text: string) => V;
  write: (value: V) => string;
  inputMode: 'numeric' | 'decimal' | 'text';
  isOptional?: boolean;
  /** Longer than a number. */
  isLong?: boolean;
}

/** What is typed stays as it was typed while it means the value. */
function TypedField<V>({
  of,
  label,
  hint,
  value,
  onChange,
  parse,
  write,
  isLong,
  ...rest
}: TypedFieldProps<V> & Reading<V>) {
  const id = fieldId(...of);
  const { isFrozen } = useStudio();
  const { error, onBlur } = useFault(id);
  const [typed, setTyped] = useState(() => write(value));
  const shown = Object.is(parse(typed), value) ? typed : write(value);
  return (
    <TextInput
      {...rest}
      {...{ id, label, hint, error, onBlur }}
      className={isLong ? undefined : styles['number']}
      autoComplete="off"
      readOnly={isFrozen}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parse(event.target.value));
      }}
    />
  );
}

const points: Reading<number> = {
  parse: (text) => parsePoints(text) ?? Number.NaN,
  write: (value) => (Number.isNaN(value) ? '' : typedPoints(value)),
  inputMode: 'decimal',
};

/** Points such as `1,5`; what is none is `NaN` to the document, which is then not saved. */
export function PointsField(props: TypedFieldProps<number>) {
  return <TypedField {...props} {...points} />;
}

const optionalPoints: Reading<number | undefined> = {
  parse: (text) => (text.trim() === '' ? undefined : points.parse(text)),
  write: (value) => (value === undefined ? '' : points.write(value)),
  inputMode: 'decimal',
  isOptional: true,
};

/** Points that may be left out. */
export function OptionalPointsField(props: TypedFieldProps<number | undefined>) {
  return <TypedField {...props} {...optionalPoints} />;
}

const optionalNumber: Reading<number | null> = {
  parse: (text) => {
    if (text.trim() === '') return null;
    return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  },
  write: (value) => (value === null || Number.isNaN(value) ? '' : String(value)),
  inputMode: 'numeric',
  isOptional: true,
};

/** A whole number, or nothing. */
export function OptionalNumberField(props: TypedFieldProps<number | null>) {
  return <TypedField {...props} {...optionalNumber} />;
}

/** What is kept of a text that is no moment: it is no time on the wire either, so the draft is not saved. */
export const noMoment = 'no-moment';

const tags: Reading<string> = {
  parse: (text) => tagText(tagsOf(text)),
  write: (value) => value,
  inputMode: 'text',
  isOptional: true,
  isLong: true,
};

/** Tags between commas. */
export function TagsField({ value, onChange, ...facts }: TypedFieldProps<string[] | undefined>) {
  const put = (text: string) => onChange(tagsOf(text));
  return <TypedField {...facts} {...tags} value={tagText(value)} onChange={put} />;
}

const moment: Reading<string | null> = {
  parse: (text) => {
    if (text.trim() === '') return null;
    const [, time = '', day = ''] = /^\s*(\S+)[\s,]+(.+)$/.exec(text) ?? [];
    return momentOf(day, time)?.toISOString() ?? noMoment;
  },
  write: (value) => {
    if (value === null || value === noMoment) return '';
    return `${formatTime(value)} ${formatDate(value)}`;
  },
  inputMode: 'text',
  isOptional: true,
  isLong: true,
};

/** A moment in Viet Nam such as `08:00 21/11/2026`, or nothing. */
export function MomentField(props: TypedFieldProps<string | null>) {
  return <TypedField {...props} {...moment} />;
}
