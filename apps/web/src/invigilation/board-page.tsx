// A page of the invigilator that is being built.
import { loadBoard } from './read-board.js';

/** What the page asks for. */
export const loader = loadBoard;

/** The page. */
export function Component() {
  return null;
}
