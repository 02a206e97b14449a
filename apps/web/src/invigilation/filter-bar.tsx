// What is looked at: words, and only what needs a look. Both stand in the address, so that the way back finds them again.
import { limits } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useState, type ReactNode } from 'react';
import { Chip } from '../ui/chip.js';
import { SearchField } from '../ui/search-field.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
import styles from './filter-bar.module.css';

const names = { words: 'q', attention: 'chu-y' } as const;

export interface Filter {
  words: string;
  isAttention: boolean;
  setWords: (words: string) => void;
  setAttention: (isOn: boolean) => void;
  clear: () => void;
}

/** The filter of this address. */
export function useFilter(): Filter {
  const [search, setSearch] = useAskedSearch();
  const [words, setTyped] = useState(search.get(names.words) ?? '');
  const isAttention = search.has(names.attention);
  const put = (typed: string, isOn: boolean) =>
    setSearch(
      { ...(typed.trim() && { [names.words]: typed.trim() }), ...(isOn && { [names.attention]: '1' }) },
      { replace: true, preventScrollReset: true },
    );
  const setWords = (typed: string) => {
    setTyped(typed);
    put(typed, isAttention);
  };
  const clear = () => {
    setTyped('');
    put('', false);
  };
  return { words, isAttention, setWords, setAttention: (isOn) => put(words, isOn), clear };
}

/** Search and the chip "Cần chú ý"; `children` says how many are shown. */
export function FilterBar({
  filter,
  searchLabel,
  attentionLabel,
  children,
}: {
  filter: Filter;
  searchLabel: string;
  attentionLabel: string;
  children: ReactNode;
}) {
  return (
    <div role="search" className={styles['bar']}>
      <SearchField
        label={searchLabel}
        value={filter.words}
        maxLength={limits.searchLength}
        onChange={filter.setWords}
      />
      <Chip
        isOn={filter.isAttention}
        icon={<IconAlertTriangle size={18} aria-hidden="true" />}
        onClick={() => filter.setAttention(!filter.isAttention)}
      >
        {attentionLabel}
      </Chip>
      <p className={styles['count']}>{children}</p>
    </div>
  );
}
