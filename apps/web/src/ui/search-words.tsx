// A field to search with and the button beside it, for a form that says what is searched.
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { limits } from '@onetouch/contract';
import { Button } from './button.js';
import { SearchField } from './search-field.js';
import styles from './search-words.module.css';

export interface SearchWordsProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What the button says. */
  action: string;
}

/** Both on one line; the button sends the form. */
export function SearchWords({ label, value, onChange, action }: SearchWordsProps) {
  return (
    <div className={styles['words']}>
      <SearchField label={label} value={value} maxLength={limits.searchLength} onChange={onChange} />
      <Button type="submit" look="outlined" icon={<IconSearch size={20} aria-hidden="true" />}>
        {action}
      </Button>
    </div>
  );
}
