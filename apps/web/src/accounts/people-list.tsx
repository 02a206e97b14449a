// People with their roles: a table from 768 px, a list on phones. Drawn once, as the width asks for.
import type { Grant, PersonRow } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { FormProblem } from '../ui/form-problem.js';
import { Tag } from '../ui/tag.js';
import table from '../ui/table.module.css';
import { useIsNarrow } from '../ui/use-is-narrow.js';
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
export function PeopleList(props: PeopleListProps) {
  return useIsNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table({ people, ...rest }: PeopleListProps) {
  const { t } = useTranslation('accounts');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('people.column.name')}</th>
            <th scope="col">{t('people.column.place')}</th>
            <th scope="col">{t('people.column.grants')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={styles['row']}>
              <th scope="row">
                <Name person={person} />
              </th>
              <td>
                <Where person={person} />
              </td>
              <td>
                <Grants person={person} {...rest} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ people, ...rest }: PeopleListProps) {
  return (
    <ul className={table['list']}>
      {people.map((person) => (
        <li key={person.id} className={styles['card']}>
          <div>
            <Name person={person} />
          </div>
          <div>
            <Where person={person} />
          </div>
          <Grants person={person} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function Name({ person: { fullName, loginMasked, isDemonstration } }: { person: PersonRow }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <span className={styles['name']}>{fullName}</span>
      <span className={styles['small']}>{loginMasked}</span>
      {isDemonstration && <Tag tone="nghe">{t('me.demonstration')}</Tag>}
    </>
  );
}

function Where({ person: { place, organisationName } }: { person: PersonRow }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <span className={styles['line']}>{place?.fullName ?? t('people.noPlace')}</span>
      {organisationName && <span className={styles['small']}>{organisationName}</span>}
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
      {person.grants.length === 0 && <span className={styles['small']}>{t('people.noGrants')}</span>}
      {person.grants.map((grant) => {
        const role = t(`role.${grant.role}`);
        const scope = scopeName(grant);
        return (
          <div key={grant.id} className={styles['grant']}>
            <span>
              <span className={styles['role']}>{role}</span>
              <span className={styles['small']}>
                {scope} · {t('people.since', { date: formatDate(grant.grantedAt) })}
              </span>
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
