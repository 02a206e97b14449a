// Grants a role with its scope: a place and all below it, or one organisation. What fits together is the server's word.
import { accounts, type Grantable, type PersonRow, type Role } from '@onetouch/contract';
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

type Kind = Grantable['roles'][number]['scopes'][number];

interface Values {
  role: Role | null;
  kind: Kind;
  place: ChosenPlace | null;
  organisation: ChosenOrganisation;
}

const initial: Values = { role: null, kind: 'place', place: null, organisation: noOrganisation };

/** The kinds of scope for a role; all of them while none is chosen. */
function kindsOf({ roles }: Grantable, role: Role | null): Kind[] {
  return roles.find((one) => one.role === role)?.scopes ?? ['place', 'organisation'];
}

/** The kind that was chosen, or the one that the role asks for. */
function kindOf(grantable: Grantable, { role, kind }: Values): Kind {
  const [only = kind, ...others] = kindsOf(grantable, role);
  return others.length === 0 ? only : kind;
}

function check(values: Values, kind: Kind): Faults<Values> {
  const t = words('accounts');
  return {
    role: values.role ? undefined : t('grant.roleFault'),
    place: kind === 'place' && !values.place ? t('grant.placeFault') : undefined,
    organisation:
      kind === 'organisation' && !values.organisation.id ? t('grant.organisationFault') : undefined,
  };
}

function faultsOf(problem: Problem): Faults<Values> {
  if (problem.code === 'organisation.not-found') return { organisation: problemWords(problem) };
  const isScope = problem.code.startsWith('place.') || problem.code === 'grant.scope-invalid';
  return isScope ? { place: problemWords(problem) } : {};
}

export interface GrantDialogProps {
  grantable: Grantable;
  person: PersonRow;
  onClose: () => void;
  onGranted: (role: Role) => void;
}

/** The dialog; it is gone when `person` is. */
export function GrantDialog({ grantable, person, onClose, onGranted }: GrantDialogProps) {
  const { t } = useTranslation('accounts');
  const send = async (values: Values) => {
    const { role, place, organisation } = values;
    if (!role) return;
    const scope =
      kindOf(grantable, values) === 'place'
        ? { placeId: place?.id ?? '' }
        : { organisationId: organisation.id ?? '' };
    await call(accounts.grantRole, { body: { personId: person.id, role, scope } });
    onGranted(role);
  };
  const form = useForm<Values>({
    id: 'cap-quyen',
    initial,
    check: (values) => check(values, kindOf(grantable, values)),
    send,
    faultsOf,
  });
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
          {grantable.roles.map(({ role }) => (
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
        <ScopeFields form={form} grantable={grantable} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  );
}

type Form = Pick<ReturnType<typeof useForm<Values>>, 'values' | 'errors' | 'idOf' | 'choose'>;

interface ScopeProps {
  form: Form;
  grantable: Grantable;
}

function ScopeFields({ form: { values, errors, idOf, choose }, grantable }: ScopeProps) {
  const { t } = useTranslation('accounts');
  const [only, ...others] = grantable.places;
  const under = others.length === 0 ? only?.id : undefined;
  const kinds = kindsOf(grantable, values.role);
  const chosen = kindOf(grantable, values);
  return (
    <>
      <FieldGroup
        legend={t('grant.scope')}
        hint={kinds.includes('organisation') ? t('grant.scopeHint') : t('grant.adminByPlace')}
      >
        <div className={styles['pair']}>
          {(['place', 'organisation'] as const).map((kind) => (
            <RadioCard
              key={kind}
              name={idOf('kind')}
              title={t(kind === 'place' ? 'grant.byPlace' : 'grant.byOrganisation')}
              disabled={!kinds.includes(kind)}
              checked={chosen === kind}
              onChange={() => choose('kind', kind)}
            />
          ))}
        </div>
      </FieldGroup>
      {chosen === 'place' ? (
        <PlacePicker
          id={idOf('place')}
          label={t('grant.place')}
          error={errors.place}
          first={grantable.places}
          under={under}
          value={values.place}
          onChange={(place) => choose('place', place)}
        />
      ) : (
        <OrganisationPicker
          id={idOf('organisation')}
          under={under}
          error={errors.organisation}
          value={values.organisation}
          onChange={(organisation) => choose('organisation', organisation)}
        />
      )}
    </>
  );
}
