// Waits until the mouse or the finger is up again: what moves under it meanwhile takes the click away from what was pressed.
let isPressed = false;
window.addEventListener('mousedown', () => (isPressed = true), true);
window.addEventListener('mouseup', () => (isPressed = false), true);

/** Does it at once, or while something is pressed as soon as its click is through. */
export function afterPress(work: () => void): void {
  if (!isPressed) work();
  // The click follows the release at once, before any timer.
  else window.addEventListener('mouseup', () => setTimeout(work), { once: true, capture: true });
}
