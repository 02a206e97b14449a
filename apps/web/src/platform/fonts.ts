// When the web font is asked for: after the first page, so that 100 KB of letters never come before the page itself.

const attribute = 'data-fonts';
const storageKey = 'onetouch.fonts';

function rememberThatTheyAreHere() {
  try {
    localStorage.setItem(storageKey, '1');
  } catch {
    // Without storage every visit begins in the device's own font.
  }
}

/** Turns the web font on once the page has been drawn; a later visit has it from the start (`public/theme.js`). */
export function loadFonts() {
  const root = document.documentElement;
  if (root.hasAttribute(attribute) || root.hasAttribute('data-save-data')) return;
  // Two frames: the first draws the page, the second finds it drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      root.setAttribute(attribute, '');
      void document.fonts.ready.then(rememberThatTheyAreHere);
    }),
  );
}
