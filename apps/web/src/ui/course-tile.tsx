// Covers drawn as cement tiles: six motifs, four sets of colours, no request, under 1 KB each. Knows no course.
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.js';
import styles from './course-tile.module.css';

export type TileMotif = 'hoa' | 'thoi' | 'vong' | 'vay' | 'dan' | 'sao';
/** `da` is the pale stone of empty states. */
export type TileSet = 'cham' | 'nghe' | 'la' | 'da';

const m = 'var(--m)';
const s = 'var(--s)';
const f = 'var(--f)';
const g = 'var(--g)';

/** One tile of 48 units on its ground. */
export const tileMotifs: Record<TileMotif, ReactNode> = {
  hoa: (
    <>
      <path
        fill={m}
        d="M24 24A24 24 0 0 0 0 0A24 24 0 0 0 24 24A24 24 0 0 0 48 0A24 24 0 0 0 24 24A24 24 0 0 0 48 48A24 24 0 0 0 24 24A24 24 0 0 0 0 48A24 24 0 0 0 24 24Z"
      />
      <path stroke={f} strokeWidth="6.5" strokeLinecap="round" d="M4 24h0M44 24h0M24 4h0M24 44h0" />
      <circle cx="24" cy="24" r="4" fill={s} />
    </>
  ),
  thoi: (
    <>
      <path
        fill={f}
        d="M0-9 9 0 0 9-9 0ZM48-9 57 0 48 9 39 0ZM0 39 9 48 0 57-9 48ZM48 39 57 48 48 57 39 48Z"
      />
      <path fill={m} d="M24 2 46 24 24 46 2 24Z" />
      <path fill={g} d="M24 10.5 37.5 24 24 37.5 10.5 24Z" />
      <path fill={s} d="M24 18.5 29.5 24 24 29.5 18.5 24Z" />
    </>
  ),
  vong: (
    <>
      <path fill={f} d="M48 0h-5A5 5 0 0 0 48 5ZM0 48h5A5 5 0 0 0 0 43Z" />
      <path fill={s} d="M0 0h8A8 8 0 0 1 0 8ZM48 48h-8A8 8 0 0 1 48 40Z" />
      <path
        fill="none"
        stroke={m}
        strokeWidth="5"
        d="M18.5 0A18.5 18.5 0 0 1 0 18.5M34.5 0A34.5 34.5 0 0 1 0 34.5M29.5 48A18.5 18.5 0 0 1 48 29.5M13.5 48A34.5 34.5 0 0 1 48 13.5"
      />
    </>
  ),
  vay: (
    <>
      <path fill={m} d="M0 24a24 24 0 0 1 48 0ZM-24 48a24 24 0 0 1 48 0ZM24 48a24 24 0 0 1 48 0Z" />
      <path fill={g} d="M8 24a16 16 0 0 1 32 0ZM-16 48a16 16 0 0 1 32 0ZM32 48a16 16 0 0 1 32 0Z" />
      <path fill={s} d="M16 24a8 8 0 0 1 16 0Z" />
      <path fill={f} d="M-8 48a8 8 0 0 1 16 0ZM40 48a8 8 0 0 1 16 0Z" />
    </>
  ),
  dan: (
    <>
      <path
        fill={m}
        d="M0 0h20v20H0ZM28 28h20v20H28ZM28 2h20v4H28ZM28 10h20v4H28ZM28 18h20v4H28ZM2 28h4v20H2ZM10 28h4v20h-4ZM18 28h4v20h-4Z"
      />
      <path fill={s} d="M6 6h8v8H6Z" />
      <path fill={f} d="M34 34h8v8h-8Z" />
    </>
  ),
  sao: (
    <>
      <path fill={m} d="M24 2.5 28.5 19.5 45.5 24 28.5 28.5 24 45.5 19.5 28.5 2.5 24 19.5 19.5Z" />
      <path
        fill={f}
        d="M0 0 3 11.5 11.5 3ZM48 0 36.5 3 45 11.5ZM0 48 11.5 45 3 36.5ZM48 48 45 36.5 36.5 45Z"
      />
      <circle cx="24" cy="24" r="4.5" fill={s} />
    </>
  ),
};

export interface CourseTileProps {
  motif: TileMotif;
  set: TileSet;
  /** Edge of one tile in pixels; the tiles fill the box that the class gives. */
  size?: number;
  className?: string | undefined;
}

/** A surface of cement tiles; decorative, so nothing is said to screen readers. */
export function CourseTile({ motif, set, size = 48, className }: CourseTileProps) {
  const id = useId();
  return (
    <svg
      className={classNames(styles['tile'], styles[set], className)}
      aria-hidden="true"
      width="100%"
      height="100%"
    >
      <pattern
        id={id}
        width="48"
        height="48"
        patternUnits="userSpaceOnUse"
        patternTransform={`scale(${size / 48})`}
      >
        <rect width="48" height="48" fill={g} />
        {tileMotifs[motif]}
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
