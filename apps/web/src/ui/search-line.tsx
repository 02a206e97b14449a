// A field with its button above a list; the words are handed on when they are sent.
import { useState, type ReactNode } from 'react';
import styles from './search-line.module.css';
import { SearchWords } from './search-words.js';

interface SearchLineProps {
  label: string;
  action: string;
  words: string;
  onSearch: (words: string) => void;
  /** More filters, on the same line where there is room. */
  children?: ReactNode;
}

/** The line; give it a key that changes with `words`. */
export function SearchLine({ label, action, words, onSearch, children }: SearchLineProps) {
  const [typed, setTyped] = useState(words);
  return (
    <form
      role="search"
      className={styles['line']}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <SearchWords label={label} value={typed} onChange={setTyped} action={action} />
      {children}
    </form>
  );
}
