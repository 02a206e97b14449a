// Search: from two letters on, a quarter of a second after the last one. The words stand in the address.
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData, useNavigation, useRevalidator, useSearchParams } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { ErrorNotice } from '../ui/notice.js';
import { Loading, Skeleton } from '../ui/skeleton.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { isEnough } from './found-words.js';
import { type Found, readSearch, type SearchData } from './read-search.js';
import { SearchBox } from './search-box.js';
import styles from './search-page.module.css';
import { SearchResults } from './search-results.js';

/** The words of the address and what they find. */
export const loader = readSearch;

const pauseMs = 250;

/** The page. */
export function Component() {
  const { t } = useTranslation('courses');
  const { words, found } = useLoaderData<SearchData>();
  const { revalidate } = useRevalidator();
  const [typed, type, submit] = useTypedWords(words);
  const isSearching = useNavigation().state !== 'idle' || (isEnough(typed) && typed.trim() !== words);
  const problem = isProblem(found) ? found : null;
  const result = isProblem(found) ? null : found;
  return (
    <div className={styles['page']}>
      <h1>
        <VisuallyHidden>{t('search.title')}</VisuallyHidden>
      </h1>
      <div className={styles['top']}>
        <Link to={paths.home()} className={styles['back']} aria-label={t('search.back')}>
          <IconArrowLeft size={24} aria-hidden="true" />
        </Link>
        <SearchBox words={typed} onWords={type} onSubmit={submit} />
      </div>
      <p role="status" className={styles['count']}>
        {!isSearching && result && <Count words={words} found={result} />}
      </p>
      {problem && (
        <ErrorNotice title={t('search.failed')} error={problem} onRetry={() => void revalidate()} />
      )}
      {result && <SearchResults words={words} found={result} />}
      {!result &&
        !problem &&
        (isSearching ? <Rows /> : <p className={styles['count']}>{t('search.start')}</p>)}
    </div>
  );
}

/** What stands in the field; after a pause it is put into the address, and another address is put into the field. */
function useTypedWords(words: string) {
  const [, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(words);
  const [sent, setSent] = useState(words);
  const [seen, setSeen] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (seen !== words) {
    setSeen(words);
    // The answer to what was typed here leaves the field alone: more may have been typed since.
    if (words !== sent) {
      setTyped(words);
      setSent(words);
    }
  }
  const find = (wanted: string) => {
    clearTimeout(timer.current);
    setSent(wanted.trim());
    setSearch(wanted.trim() ? { q: wanted.trim() } : {}, { replace: true });
  };
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    if (next === '' || isEnough(next)) timer.current = setTimeout(() => find(next), pauseMs);
  };
  return [typed, type, find] as const;
}

function Count({ words, found }: { words: string; found: Found }) {
  const { t } = useTranslation('courses');
  const number = formatNumber(found.total);
  return (
    <>
      {t('search.count', { count: found.total, number })} “<strong>{found.reading ?? words}</strong>”
      {found.reading && ` ${t('search.read')}`}
    </>
  );
}

function Rows() {
  return (
    <Loading>
      <Skeleton height={64} radius={10} />
      <Skeleton height={64} radius={10} />
      <Skeleton height={64} radius={10} />
    </Loading>
  );
}
