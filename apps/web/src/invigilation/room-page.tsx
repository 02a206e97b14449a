// A page of the invigilator that is being built.
import { loadRoom } from './read-board.js';

/** What the page asks for. */
export const loader = loadRoom;

/** The page. */
export function Component() {
  return null;
}
