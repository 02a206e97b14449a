// One of a few words in the studio: a native choice that knows when the draft is frozen.
import type { ReactNode } from 'react';
import { Select } from '../ui/select.js';
import { fieldId } from './place.js';
import { useFault, useStudio } from './studio-context.js';

interface ChoiceFieldProps<V extends string> {
  of: [partId: string, field: string];
  label: string;
  hint?: ReactNode;
  value: V;
  choices: readonly V[];
  wordsOf: (choice: V) => string;
  onChange: (value: V) => void;
}

/** The choice. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { of, label, hint, value, choices, wordsOf, onChange } = props;
  const id = fieldId(...of);
  const { isFrozen } = useStudio();
  const { error, onBlur } = useFault(id);
  return (
    <Select
      {...{ id, label, hint, error, onBlur, value }}
      disabled={isFrozen}
      onChange={({ target }) => {
        const chosen = choices.find((choice) => choice === target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {wordsOf(choice)}
        </option>
      ))}
    </Select>
  );
}
