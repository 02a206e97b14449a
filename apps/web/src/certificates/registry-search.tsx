// Search words of the register; they live in the address.
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { limits } from '@onetouch/contract';
import { paths } from '../paths.js';
import { Button } from '../ui/button.js';
import { TextInput } from '../ui/text-input.js';
import styles from './registry-search.module.css';

/** The form; empty words show everything. */
export function RegistrySearch({ q }: { q: string }) {
  const { t } = useTranslation('certificates');
  const navigate = useNavigate();
  const [words, setWords] = useState(q);
  const search = words.trim() ? `?${new URLSearchParams({ q: words.trim() })}` : '';
  return (
    <form
      role="search"
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`${paths.registry()}${search}`);
      }}
    >
      <div className={styles['input']}>
        <TextInput
          label={t('registry.search')}
          hint={t('registry.searchHint')}
          type="search"
          value={words}
          maxLength={limits.searchLength}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Button type="submit" className={styles['button']} icon={<IconSearch size={20} aria-hidden="true" />}>
        {t('registry.find')}
      </Button>
    </form>
  );
}
