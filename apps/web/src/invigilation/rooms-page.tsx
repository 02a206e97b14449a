// A page of the invigilator that is being built.
import { loadRooms } from './read-board.js';

/** What the page asks for. */
export const loader = loadRooms;

/** The page. */
export function Component() {
  return null;
}
