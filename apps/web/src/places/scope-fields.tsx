// Where a thing that somebody plans belongs: a place of the own scope, perhaps an organisation in it, or one of the own organisations.
import type { ScopeChoice } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Select } from '../ui/select.js';
import type { Faults } from '../ui/use-form.js';
import type { ChosenPlace } from './find-places.js';
import { type ChosenOrganisation, OrganisationPicker } from './organisation-picker.js';
import { PlacePicker } from './place-picker.js';

interface Scoped {
  place: ChosenPlace | null;
  organisation: ChosenOrganisation;
}

interface ScopeFieldsProps {
  form: {
    values: Scoped;
    errors: Faults<Scoped>;
    idOf: (name: keyof Scoped) => string;
    choose: ((name: 'place', place: ChosenPlace | null) => void) &
      ((name: 'organisation', organisation: ChosenOrganisation) => void);
  };
  scope: ScopeChoice;
  label: string;
  hint: string;
  organisationHint: string;
}

/** Place and organisation; whoever coordinates organisations only chooses among them. */
export function ScopeFields(props: ScopeFieldsProps) {
  const { form, scope, label, hint, organisationHint } = props;
  const { values, errors, idOf, choose } = form;
  const [only, ...others] = scope.places;
  if (!only) return <OwnOrganisation form={form} scope={scope} />;
  return (
    <>
      <PlacePicker
        id={idOf('place')}
        label={label}
        hint={hint}
        error={errors.place}
        first={scope.places}
        under={others.length === 0 ? only.id : undefined}
        value={values.place}
        onChange={(place) => choose('place', place)}
      />
      <OrganisationPicker
        key={values.place?.id}
        id={idOf('organisation')}
        hint={organisationHint}
        isOptional
        under={values.place?.id}
        error={errors.organisation}
        value={values.organisation}
        onChange={(organisation) => choose('organisation', organisation)}
      />
    </>
  );
}

function OwnOrganisation({ form, scope }: Pick<ScopeFieldsProps, 'form' | 'scope'>) {
  const { t } = useTranslation('places');
  const { values, errors, idOf, choose } = form;
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
