// The fields that registering and changing one's profile share, with their checks and the server's refusals.
import type { Audience } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { type Home, HomePlace, placeIdOf } from '../places/home-place.js';
import { type ChosenOrganisation, OrganisationPicker } from '../places/organisation-picker.js';
import { words } from '../platform/i18n.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { RadioCard } from '../ui/choices.js';
import { FieldGroup } from '../ui/field.js';
import { TextInput } from '../ui/text-input.js';
import type { Faults, useForm } from '../ui/use-form.js';
import { checkFullName, checkOrganisation } from './checks.js';

export interface ProfileValues {
  fullName: string;
  audience: Audience | null;
  home: Home;
  organisation: ChosenOrganisation;
}

const audiences: Audience[] = ['government', 'sme', 'resident'];

/** What is wrong with a profile. */
export function checkProfile({
  fullName,
  audience,
  home,
  organisation,
}: ProfileValues): Faults<ProfileValues> {
  const t = words('accounts');
  return {
    fullName: checkFullName(fullName),
    audience: audience ? undefined : t('fault.audience'),
    home: placeIdOf(home) ? undefined : t('fault.home'),
    organisation: checkOrganisation(organisation.name),
  };
}

/** The organisation as it is sent: chosen, typed, or none. */
export function organisationBody({ id, name }: ChosenOrganisation) {
  return { organisationId: id, organisationName: id ? '' : name.trim() };
}

/** The fields of a profile that a refusal concerns. */
export function profileFaults(problem: Problem): Faults<ProfileValues> {
  const refused = words('accounts')('fault.refused');
  const isPlace = problem.code.startsWith('place.');
  const isOrganisation = problem.code === 'organisation.not-found';
  return {
    fullName: problem.concerns('fullName') ? refused : undefined,
    audience: problem.concerns('audience') ? refused : undefined,
    home: isPlace ? problemWords(problem) : problem.concerns('placeId') ? refused : undefined,
    organisation: isOrganisation
      ? problemWords(problem)
      : problem.concerns('organisationName') || problem.concerns('organisationId')
        ? refused
        : undefined,
  };
}

type ProfileForm = Pick<
  ReturnType<typeof useForm<ProfileValues>>,
  'values' | 'errors' | 'idOf' | 'choose' | 'text'
>;

/** The name as it will stand on certificates. */
export function NameField({ form }: { form: Pick<ProfileForm, 'text'> }) {
  const { t } = useTranslation('accounts');
  return (
    <TextInput
      {...form.text('fullName')}
      label={t('field.fullName.label')}
      hint={t('field.fullName.hint')}
      autoComplete="name"
      autoCapitalize="words"
    />
  );
}

/** Audience, home and organisation. */
export function WhoFields({ form }: { form: ProfileForm }) {
  const { t } = useTranslation(['accounts', 'shell']);
  const { values, errors, idOf, choose } = form;
  return (
    <>
      <FieldGroup id={idOf('audience')} legend={t('accounts:field.audience.label')} error={errors.audience}>
        {audiences.map((audience) => (
          <RadioCard
            key={audience}
            name={idOf('audience')}
            title={t(`shell:audience.${audience}`)}
            checked={values.audience === audience}
            onChange={() => choose('audience', audience)}
          >
            {t(`accounts:audienceHint.${audience}`)}
          </RadioCard>
        ))}
      </FieldGroup>
      <HomePlace
        id={idOf('home')}
        value={values.home}
        error={errors.home}
        onChange={(home) => choose('home', home)}
      />
      <OrganisationPicker
        key={values.home.province?.id}
        id={idOf('organisation')}
        isOptional
        isFree
        under={values.home.province?.id}
        value={values.organisation}
        error={errors.organisation}
        onChange={(organisation) => choose('organisation', organisation)}
      />
    </>
  );
}
