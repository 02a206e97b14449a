// Whether somebody went to an attempt on purpose, or this tab merely reads again what it has shown before.
const openedKey = (attemptId: string) => `onetouch.opened.${attemptId}`;

/** True the first time that this tab asks about the attempt. */
export function isFirstLook(attemptId: string): boolean {
  const key = openedKey(attemptId);
  const isFirst = sessionStorage.getItem(key) === null;
  sessionStorage.setItem(key, '1');
  return isFirst;
}
