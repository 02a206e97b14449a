// Where words are typed (or spoken) to find a course. The same field on the home page and on the search page.
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '@onetouch/contract';
import { IconButton } from '../ui/button.js';
import { classNames } from '../ui/class-names.js';
import styles from './search-box.module.css';
import { useDictation } from './use-dictation.js';

export interface SearchBoxProps {
  words: string;
  onWords: (words: string) => void;
  /** Enter, the button, or the end of a spoken sentence. */
  onSubmit: (words: string) => void;
  /** Under the field. */
  hint?: ReactNode;
  /** Beside the field: the button that sends. */
  button?: ReactNode;
}

/** A search field with a button to clear it, and a microphone where the browser can listen. */
export function SearchBox({ words, onWords, onSubmit, hint, button }: SearchBoxProps) {
  const { t } = useTranslation('courses');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const dictation = useDictation((heard) => {
    onWords(heard);
    onSubmit(heard);
  });
  return (
    <form
      role="search"
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(words);
      }}
    >
      <div className={styles['frame']}>
        <IconSearch size={22} aria-hidden="true" className={styles['glass']} />
        <input
          ref={input}
          type="search"
          className={styles['input']}
          aria-label={t('search.label')}
          aria-describedby={hint ? id : undefined}
          placeholder={t('search.example')}
          maxLength={limits.searchLength}
          autoComplete="off"
          enterKeyHint="search"
          value={words}
          onChange={(event) => onWords(event.target.value)}
        />
        {words !== '' && (
          <IconButton
            label={t('search.clear')}
            icon={<IconX size={22} aria-hidden="true" />}
            onClick={() => {
              onWords('');
              input.current?.focus();
            }}
          />
        )}
        {dictation.isOffered && (
          <IconButton
            label={t(dictation.isListening ? 'dictation.stop' : 'dictation.start')}
            aria-pressed={dictation.isListening}
            className={classNames(styles['microphone'], dictation.isListening && styles['listening'])}
            icon={<IconMicrophone size={22} aria-hidden="true" />}
            onClick={dictation.toggle}
          />
        )}
      </div>
      {button}
      <p role="status" className={styles['heard']}>
        {dictation.isListening && t('dictation.listening')}
        {dictation.hasFailed && t('dictation.failed')}
      </p>
      {hint && (
        <p id={id} className={styles['hint']}>
          {hint}
        </p>
      )}
    </form>
  );
}
