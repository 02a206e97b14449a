// Search of cohorts by name; the words go into the address.
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { limits } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../ui/button.js';
import { SearchField } from '../ui/search-field.js';
import styles from './cohorts-page.module.css';

/** The line above the list. */
export function CohortSearch({ words }: { words: string }) {
  const { t } = useTranslation('cohorts');
  const [, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(words);
  return (
    <form
      role="search"
      className={styles['search']}
      onSubmit={(event) => {
        event.preventDefault();
        setSearch(typed.trim() ? { q: typed.trim() } : {});
      }}
    >
      <SearchField
        label={t('list.search')}
        value={typed}
        maxLength={limits.searchLength}
        onChange={setTyped}
      />
      <Button type="submit" look="outlined" icon={<IconSearch size={20} aria-hidden="true" />}>
        {t('list.searchAction')}
      </Button>
    </form>
  );
}
