// Whom a cohort is for: a place of the own scope, perhaps an organisation in it, or one of the own organisations.
import type { ScopeChoice } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { OrganisationPicker } from '../places/organisation-picker.js';
import { PlacePicker } from '../places/place-picker.js';
import { Select } from '../ui/select.js';
import type { useForm } from '../ui/use-form.js';
import type { CohortValues } from './new-cohort.js';

interface ScopeProps {
  form: Pick<ReturnType<typeof useForm<CohortValues>>, 'values' | 'errors' | 'idOf' | 'choose'>;
  scope: ScopeChoice;
}

/** Place and organisation; whoever coordinates organisations only chooses among them. */
export function ScopeFields({ form, scope }: ScopeProps) {
  return scope.places.length === 0 ? (
    <OwnOrganisation form={form} scope={scope} />
  ) : (
    <PlaceAndOrganisation form={form} scope={scope} />
  );
}

function PlaceAndOrganisation({ form: { values, errors, idOf, choose }, scope }: ScopeProps) {
  const { t } = useTranslation('cohorts');
  const [only, ...others] = scope.places;
  return (
    <>
      <PlacePicker
        id={idOf('place')}
        label={t('create.place')}
        hint={t('create.placeHint')}
        error={errors.place}
        first={scope.places}
        under={others.length === 0 ? only?.id : undefined}
        value={values.place}
        onChange={(place) => choose('place', place)}
      />
      <OrganisationPicker
        key={values.place?.id}
        id={idOf('organisation')}
        hint={t('create.organisationHint')}
        isOptional
        under={values.place?.id}
        error={errors.organisation}
        value={values.organisation}
        onChange={(organisation) => choose('organisation', organisation)}
      />
    </>
  );
}

function OwnOrganisation({ form: { values, errors, idOf, choose }, scope }: ScopeProps) {
  const { t } = useTranslation('places');
  return (
    <Select
      id={idOf('organisation')}
      label={t('organisation.label')}
      error={errors.organisation ?? errors.place}
      value={values.organisation.id ?? ''}
      onChange={({ target }) => {
        const chosen = scope.organisations.find(({ id }) => id === target.value);
        if (chosen) choose('organisation', chosen);
      }}
    >
      {scope.organisations.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
