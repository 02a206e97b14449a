// Where somebody lives: the province, then the commune of that province. The commune may be left out.
import type { PlaceRef } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import type { ChosenPlace } from './find-places.js';
import { PlacePicker } from './place-picker.js';
import styles from './places.module.css';

export interface Home {
  province: ChosenPlace | null;
  commune: ChosenPlace | null;
}

/** The place that a home is sent as: the commune, else the province; null without either. */
export function placeIdOf({ province, commune }: Home): PlaceRef['id'] | null {
  return (commune ?? province)?.id ?? null;
}

/** A home from what the server knows: a province by itself has no commune. */
export function homeOf(place: PlaceRef | null, province: PlaceRef | null): Home {
  const commune = place && place.id.startsWith('c-') ? place : null;
  return { province: province ?? (commune ? null : place), commune };
}

export interface HomePlaceProps {
  value: Home;
  onChange: (home: Home) => void;
  error?: string | undefined;
  /** Of the province's field, for the summary of faults. */
  id: string;
}

/** Two fields; another province empties the commune. */
export function HomePlace({ value, onChange, error, id }: HomePlaceProps) {
  const { t } = useTranslation('places');
  const { province, commune } = value;
  return (
    <div className={styles['pair']}>
      <PlacePicker
        id={id}
        label={t('province.label')}
        hint={t('province.hint')}
        error={error}
        level="province"
        value={province}
        onChange={(next) => onChange({ province: next, commune: null })}
      />
      {province && (
        <PlacePicker
          key={province.id}
          label={t('commune.label')}
          hint={t('commune.hint')}
          isOptional
          level="commune"
          under={province.id}
          value={commune}
          onChange={(next) => onChange({ province, commune: next })}
        />
      )}
    </div>
  );
}
