// The mark: four petals of a cement tile, one lit. One touch.

/** The mark alone, 20 px at least; decorative, the name stands beside it. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#1e4780" />
      <g fill="#fff">
        <path d="M15.4 15.4C9.6 15.4 6 11.8 6 6c5.8 0 9.4 3.6 9.4 9.4Z" />
        <path d="M16.6 15.4C16.6 9.6 20.2 6 26 6c0 5.8-3.6 9.4-9.4 9.4Z" />
        <path d="M15.4 16.6C15.4 22.4 11.8 26 6 26c0-5.8 3.6-9.4 9.4-9.4Z" />
      </g>
      <path fill="#f2b134" d="M16.6 16.6c5.8 0 9.4 3.6 9.4 9.4-5.8 0-9.4-3.6-9.4-9.4Z" />
    </svg>
  );
}
