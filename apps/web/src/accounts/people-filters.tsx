// Words and role; both go into the address, and a new search begins at the first page.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ChipSelect } from '../ui/chip.js';
import { SearchWords } from '../ui/search-words.js';
import styles from './people-page.module.css';
import { names, type PeopleFilters as Filters, roles } from './read-people.js';

/** The line above the list. */
export function PeopleFilters({ filters }: { filters: Filters }) {
  const { t } = useTranslation('accounts');
  const [, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(filters.q);
  const find = ({ q, role }: Filters) =>
    setSearch({ ...(q.trim() && { [names.q]: q.trim() }), ...(role && { [names.role]: role }) });
  return (
    <form
      role="search"
      className={styles['filters']}
      onSubmit={(event) => {
        event.preventDefault();
        find({ ...filters, q: typed });
      }}
    >
      <SearchWords
        label={t('people.search')}
        value={typed}
        onChange={setTyped}
        action={t('people.searchAction')}
      />
      <ChipSelect
        label={t('people.roleFilter')}
        value={filters.role ?? ''}
        onChange={(value) => find({ q: typed, role: roles.find((role) => role === value) ?? null })}
      >
        <option value="">{t('people.role')}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </ChipSelect>
    </form>
  );
}
