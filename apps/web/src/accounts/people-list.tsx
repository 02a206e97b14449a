// People with their roles: a table from 768 px, a list on phones. Drawn once, as the width asks for.
import type { Grant, PersonRow } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { FormProblem } from '../ui/form-problem.js';
import { RowList } from '../ui/row-list.js';
import { RowName, Small } from '../ui/row-name.js';
import { Tag } from '../ui/tag.js';
import { scopeName } from './own-roles.js';
import styles from './people-list.module.css';
import type { Refusal } from './revoking.js';

export interface PeopleListProps {
  people: PersonRow[];
  /** Null for who may only look. */
  onGrant: ((person: PersonRow) => void) | null;
  onRevoke: ((person: PersonRow, grant: Grant) => void) | null;
  /** A revocation that the server refused. */
  refused: Refusal | null;
}

/** The list in the shape for the screen. */
export function PeopleList({ people, ...rest }: PeopleListProps) {
  const { t } = useTranslation('accounts');
  return (
    <RowList
      rows={people}
      keyOf={({ id }) => id}
      gap={8}
      rowClass={() => styles['row']}
      columns={[
        { head: t('people.column.name'), cell: (person) => <Name person={person} /> },
        { head: t('people.column.place'), cell: (person) => <Where person={person} /> },
        { head: t('people.column.grants'), cell: (person) => <Grants person={person} {...rest} /> },
      ]}
      card={(person) => (
        <>
          <div>
            <Name person={person} />
          </div>
          <div>
            <Where person={person} />
          </div>
          <Grants person={person} {...rest} />
        </>
      )}
    />
  );
}

function Name({ person: { fullName, loginMasked, isDemonstration } }: { person: PersonRow }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <RowName small={[loginMasked]}>{fullName}</RowName>
      {isDemonstration && <Tag tone="nghe">{t('me.demonstration')}</Tag>}
    </>
  );
}

function Where({ person: { place, organisationName } }: { person: PersonRow }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <span className={styles['line']}>{place?.fullName ?? t('people.noPlace')}</span>
      {organisationName && <Small>{organisationName}</Small>}
    </>
  );
}

interface GrantsProps extends Omit<PeopleListProps, 'people'> {
  person: PersonRow;
}

function Grants({ person, onGrant, onRevoke, refused }: GrantsProps) {
  const { t } = useTranslation('accounts');
  return (
    <div className={styles['grants']}>
      {person.grants.length === 0 && <Small>{t('people.noGrants')}</Small>}
      {person.grants.map((grant) => {
        const role = t(`role.${grant.role}`);
        const scope = scopeName(grant);
        return (
          <div key={grant.id} className={styles['grant']}>
            <span>
              <span className={styles['role']}>{role}</span>
              <Small>
                {scope} · {t('people.since', { date: formatDate(grant.grantedAt) })}
              </Small>
            </span>
            {onRevoke && (
              <Button
                look="text"
                aria-label={t('people.revokeOf', { role, scope, name: person.fullName })}
                onClick={() => onRevoke(person, grant)}
              >
                {t('people.revoke')}
              </Button>
            )}
            {refused?.grantId === grant.id && <FormProblem problem={refused.problem} />}
          </div>
        );
      })}
      {onGrant && (
        <Button
          look="outlined"
          aria-label={t('people.grantTo', { name: person.fullName })}
          onClick={() => onGrant(person)}
        >
          {t('people.grant')}
        </Button>
      )}
    </div>
  );
}
