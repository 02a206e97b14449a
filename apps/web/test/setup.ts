// Before each test file: matchers of Testing Library, words in Vietnamese, and what jsdom lacks.
import '@testing-library/jest-dom/jest-globals';
import { cleanup } from '@testing-library/react';
import { afterEach } from '@jest/globals';

afterEach(() => {
  cleanup();
  localStorage.clear();
});
