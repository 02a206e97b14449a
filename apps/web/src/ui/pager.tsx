// Pages by cursor, kept in the address. A cursor only leads on, so the way back is kept with the history entry; whoever
// comes by a link has the first page instead.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { ButtonLink } from './button.js';
import styles from './pager.module.css';

export const cursorName = 'trang';

interface Trail {
  /** Cursors of the pages before this one; the first page has the empty one. */
  before?: string[];
}

/** How many rows stand before this page; null when it was opened by a link. */
export function useRowsBefore(pageSize: number): number | null {
  const { state } = useLocation() as { state: Trail | null };
  const [search] = useSearchParams();
  if (!search.get(cursorName)) return 0;
  return state?.before ? state.before.length * pageSize : null;
}

export interface PagerProps {
  /** The cursor of the page after this one. */
  next: string | null;
  /** The id of the list: the next page is shown from there on. */
  listId?: string;
  /** Which rows these are. */
  children?: ReactNode;
}

/** A sentence, and the links "Trang trước" and "Trang sau" when there is more than one page. */
export function Pager({ next, listId, children }: PagerProps) {
  const { t } = useTranslation('shell');
  const { state, pathname } = useLocation() as { state: Trail | null; pathname: string };
  const [search] = useSearchParams();
  const current = search.get(cursorName) ?? '';
  const before = current ? state?.before : [];
  const to = (cursor: string | undefined) => {
    const query = new URLSearchParams(search);
    if (cursor) query.set(cursorName, cursor);
    else query.delete(cursorName);
    return { pathname, search: query.size > 0 ? `?${query}` : '', hash: listId ? `#${listId}` : '' };
  };
  return (
    <div className={styles['pager']}>
      <p className={styles['text']}>{children}</p>
      {(current || next) && (
        <nav aria-label={t('pager.pages')} className={styles['links']}>
          {current && (
            <ButtonLink look="outlined" to={to(before?.at(-1))} state={{ before: before?.slice(0, -1) }}>
              {t(before ? 'pager.previous' : 'pager.first')}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink look="outlined" to={to(next)} state={{ before: before && [...before, current] }}>
              {t('pager.next')}
            </ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}
