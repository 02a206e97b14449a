// How names of places are compared: people write 'TP.HCM', 'tp hcm', 'Bà Rịa-Vũng Tàu'. Knows no table.
import { foldVietnamese } from '@onetouch/domain';

/** The search key of a name: folded, and dots, dashes and commas count as blanks. */
export function foldPlaceName(name: string): string {
  return foldVietnamese(name)
    .replace(/[.,;|/\-–—]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
