// Chooses one administrative unit by typing its name, with or without accents; former names lead to the unit of today.
import type { PlaceId, PlaceLevel, PlaceRef } from '@onetouch/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Combobox } from '../ui/combobox.js';
import type { FieldFacts } from '../ui/field.js';
import { type ChosenPlace, findPlaces } from './find-places.js';
import styles from './places.module.css';

export interface PlacePickerProps extends FieldFacts {
  value: ChosenPlace | null;
  /** Null while what is typed is not a unit. */
  onChange: (place: ChosenPlace | null) => void;
  level?: PlaceLevel | undefined;
  under?: PlaceId | undefined;
  /** Offered before anything is typed; must keep its identity. */
  first?: readonly PlaceRef[] | undefined;
  onLeave?: () => void;
}

/** The unit as it stands in the field; the province is left out where it was chosen before. */
function nameOf({ fullName, provinceName }: ChosenPlace, under?: PlaceId): string {
  const isKnown = under?.startsWith('p34-');
  return provinceName && !isKnown ? `${fullName}, ${provinceName}` : fullName;
}

/** The field; whoever draws it gives it a key that changes with `under`. */
export function PlacePicker(props: PlacePickerProps) {
  const { value, onChange, level, under, first, onLeave, ...facts } = props;
  const { t } = useTranslation('places');
  const [typed, setTyped] = useState('');
  const find = useMemo(() => findPlaces({ level, under, first }), [level, under, first]);
  const isHalf = !value && typed.trim() !== '';
  const error = facts.error ?? undefined;
  return (
    <div>
      <Combobox<ChosenPlace>
        {...facts}
        error={error && isHalf ? t('chooseFromList') : error}
        hint={facts.hint ?? t('any.hint')}
        text={value ? nameOf(value, under) : typed}
        isChosen={value !== null}
        find={find}
        onText={(text) => {
          setTyped(text);
          if (value) onChange(null);
        }}
        onChoose={(place) => {
          setTyped('');
          onChange(place);
        }}
        onLeave={onLeave}
      />
      <p role="status" className={styles['note']}>
        {value?.movedFrom && t('moved', { old: value.movedFrom, now: value.fullName })}
      </p>
    </div>
  );
}
