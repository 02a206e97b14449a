// Grants a role with its scope: a place and all below it, or one organisation.
import { accounts, type Me, type PersonRow, type Role } from '@onetouch/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenPlace } from '../places/find-places.js';
import {
  type ChosenOrganisation,
  noOrganisation,
  OrganisationPicker,
} from '../places/organisation-picker.js';
import { PlacePicker } from '../places/place-picker.js';
import { call } from '../platform/call.js';
import { words } from '../platform/i18n.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import { RadioCard } from '../ui/choices.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FieldGroup } from '../ui/field.js';
import { FormProblem } from '../ui/form-problem.js';
import { type Faults, useForm } from '../ui/use-form.js';
import styles from './me-page.module.css';
import { roles } from './read-people.js';

interface Values {
  role: Role | null;
  kind: 'place' | 'organisation';
  place: ChosenPlace | null;
  organisation: ChosenOrganisation;
}

const initial: Values = { role: null, kind: 'place', place: null, organisation: noOrganisation };

/** Administering is a matter of places. */
const isByPlace = ({ role, kind }: Values) => role === 'admin' || kind === 'place';

function check(values: Values): Faults<Values> {
  const t = words('accounts');
  const byPlace = isByPlace(values);
  return {
    role: values.role ? undefined : t('grant.roleFault'),
    place: byPlace && !values.place ? t('grant.placeFault') : undefined,
    organisation: !byPlace && !values.organisation.id ? t('grant.organisationFault') : undefined,
  };
}

function faultsOf(problem: Problem): Faults<Values> {
  if (problem.code === 'organisation.not-found') return { organisation: problemWords(problem) };
  const isScope = problem.code.startsWith('place.') || problem.code === 'grant.scope-invalid';
  return isScope ? { place: problemWords(problem) } : {};
}

export interface GrantDialogProps {
  me: Me;
  person: PersonRow;
  onClose: () => void;
  onGranted: (role: Role) => void;
}

/** The dialog; it is gone when `person` is. */
export function GrantDialog({ me, person, onClose, onGranted }: GrantDialogProps) {
  const { t } = useTranslation('accounts');
  const send = async (values: Values) => {
    const { role, place, organisation } = values;
    if (!role) return;
    const scope = isByPlace(values)
      ? { placeId: place?.id ?? '' }
      : { organisationId: organisation.id ?? '' };
    await call(accounts.grantRole, { body: { personId: person.id, role, scope } });
    onGranted(role);
  };
  const form = useForm<Values>({ id: 'cap-quyen', initial, check, send, faultsOf });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('people.grantTo', { name: person.fullName })}
      actions={
        <>
          <Button isBusy={form.isBusy} onClick={() => void form.submit()}>
            {t(form.isBusy ? 'grant.busy' : 'people.grant')}
          </Button>
          <Button look="outlined" onClick={onClose}>
            {t('grant.cancel')}
          </Button>
        </>
      }
    >
      <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FieldGroup id={form.idOf('role')} legend={t('grant.role')} error={form.errors.role}>
          {roles.map((role) => (
            <RadioCard
              key={role}
              name={form.idOf('role')}
              title={t(`role.${role}`)}
              checked={form.values.role === role}
              onChange={() => form.choose('role', role)}
            >
              {t(`roleMay.${role}`)}
            </RadioCard>
          ))}
        </FieldGroup>
        <ScopeFields form={form} me={me} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  );
}

type Form = Pick<ReturnType<typeof useForm<Values>>, 'values' | 'errors' | 'idOf' | 'choose'>;

function ScopeFields({ form: { values, errors, idOf, choose }, me }: { form: Form; me: Me }) {
  const { t } = useTranslation('accounts');
  const own = useMemo(
    () => me.grants.flatMap(({ role, place }) => (role === 'admin' && place ? [place] : [])),
    [me],
  );
  const byPlace = isByPlace(values);
  return (
    <>
      <FieldGroup
        legend={t('grant.scope')}
        hint={values.role === 'admin' ? t('grant.adminByPlace') : t('grant.scopeHint')}
      >
        <div className={styles['pair']}>
          {(['place', 'organisation'] as const).map((kind) => (
            <RadioCard
              key={kind}
              name={idOf('kind')}
              title={t(kind === 'place' ? 'grant.byPlace' : 'grant.byOrganisation')}
              disabled={kind === 'organisation' && values.role === 'admin'}
              checked={byPlace === (kind === 'place')}
              onChange={() => choose('kind', kind)}
            />
          ))}
        </div>
      </FieldGroup>
      {byPlace ? (
        <PlacePicker
          id={idOf('place')}
          label={t('grant.place')}
          error={errors.place}
          first={own}
          value={values.place}
          onChange={(place) => choose('place', place)}
        />
      ) : (
        <OrganisationPicker
          id={idOf('organisation')}
          error={errors.organisation}
          value={values.organisation}
          onChange={(organisation) => choose('organisation', organisation)}
        />
      )}
    </>
  );
}
