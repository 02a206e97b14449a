// Chooses an organisation from the list, or, where that is allowed, takes its name as typed.
import { places, type OrganisationRef, type PlaceId } from '@onetouch/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { Combobox, type Option } from '../ui/combobox.js';
import type { FieldFacts } from '../ui/field.js';
import type { Find } from '../ui/use-found.js';
import styles from './places.module.css';

/** `id` is null for a name that was only typed; an empty name is none. */
export interface ChosenOrganisation {
  id: OrganisationRef['id'] | null;
  name: string;
}

export const noOrganisation: ChosenOrganisation = { id: null, name: '' };

export interface OrganisationPickerProps extends Omit<FieldFacts, 'label'> {
  value: ChosenOrganisation;
  onChange: (organisation: ChosenOrganisation) => void;
  under?: PlaceId | undefined;
  /** A typed name will do. */
  isFree?: boolean;
  label?: string;
}

const shown = 20;

function findOrganisations(under?: PlaceId): Find<Option<ChosenOrganisation>> {
  return async (q, signal) => {
    const query = { q, under, limit: shown };
    const { items } = await call(places.searchOrganisations, { query }, { signal });
    return items.map(({ id, name, place }) => ({
      key: id,
      label: name,
      note: place.fullName,
      value: { id, name },
    }));
  };
}

/** The field. */
export function OrganisationPicker(props: OrganisationPickerProps) {
  const { value, onChange, under, isFree = false, label, ...facts } = props;
  const { t } = useTranslation('places');
  const find = useMemo(() => findOrganisations(under), [under]);
  const isTyped = !value.id && value.name.trim() !== '';
  return (
    <div>
      <Combobox<ChosenOrganisation>
        {...facts}
        label={label ?? t('organisation.label')}
        hint={facts.hint ?? t(isFree ? 'organisation.hint' : 'organisation.hintChoose')}
        error={facts.error && isTyped && !isFree ? t('chooseFromList') : facts.error}
        text={value.name}
        isChosen={value.id !== null}
        isFree={isFree}
        find={find}
        onText={(name) => onChange({ id: null, name })}
        onChoose={onChange}
      />
      {isFree && isTyped && <p className={styles['plain']}>{t('organisation.asTyped')}</p>}
    </div>
  );
}
