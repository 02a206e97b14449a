// Before each test file: matchers of Testing Library, Vietnamese words, and the few things that jsdom does not draw.
import '@testing-library/jest-dom/jest-globals';
import { afterEach } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';

// A page on a busy machine may take longer than the second that is waited by itself; nothing waits that long where all is well.
configure({ asyncUtilTimeout: 20_000 });

window.scrollTo = () => undefined;
window.matchMedia ??= (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
// jsdom searches the whole page for every label of every control: a query by label took a second in the studio.
for (const { prototype } of [
  HTMLButtonElement,
  HTMLInputElement,
  HTMLMeterElement,
  HTMLOutputElement,
  HTMLProgressElement,
  HTMLSelectElement,
  HTMLTextAreaElement,
]) {
  Object.defineProperty(prototype, 'labels', {
    get(this: HTMLElement) {
      const around = this.closest('label:not([for])');
      return [...this.ownerDocument.querySelectorAll('label')].filter(
        (label) => label === around || (this.id !== '' && label.htmlFor === this.id),
      );
    },
  });
}
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

afterEach(() => {
  cleanup();
  localStorage.clear();
});
