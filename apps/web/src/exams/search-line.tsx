// A field with its button above a list; the words are handed on when they are sent.
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { limits } from '@onetouch/contract';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { SearchField } from '../ui/search-field.js';
import styles from './exams.module.css';

interface SearchLineProps {
  label: string;
  words: string;
  onSearch: (words: string) => void;
  /** More filters, on the same line where there is room. */
  children?: ReactNode;
}

/** The line; give it a key that changes with `words`. */
export function SearchLine({ label, words, onSearch, children }: SearchLineProps) {
  const { t } = useTranslation('exams');
  const [typed, setTyped] = useState(words);
  return (
    <form
      role="search"
      className={styles['search']}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <div className={styles['words']}>
        <SearchField label={label} value={typed} maxLength={limits.searchLength} onChange={setTyped} />
        <Button type="submit" look="outlined" icon={<IconSearch size={20} aria-hidden="true" />}>
          {t('search')}
        </Button>
      </div>
      {children}
    </form>
  );
}
