// Scopes as dotted paths: what a grant reaches. It knows no roles and no places.

/** Whether a scope reaches a path: itself and everything below, label by label. An empty scope reaches nothing. */
export function pathCovers(scopePath: string, path: string): boolean {
  return scopePath !== '' && (path === scopePath || path.startsWith(`${scopePath}.`));
}
