// Words and role; both go into the address, and a new search begins at the first page.
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { limits } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../ui/button.js';
import { ChipSelect } from '../ui/chip.js';
import { SearchField } from '../ui/search-field.js';
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
      <div className={styles['find']}>
        <SearchField
          label={t('people.search')}
          value={typed}
          maxLength={limits.searchLength}
          onChange={setTyped}
        />
        <Button type="submit" look="outlined" icon={<IconSearch size={20} aria-hidden="true" />}>
          {t('people.searchAction')}
        </Button>
      </div>
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
