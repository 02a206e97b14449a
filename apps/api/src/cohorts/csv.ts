// CSV as Excel opens it in Viet Nam: UTF-8 with a byte-order mark, semicolons, CRLF, formulas disarmed. Knows no cohort.

export const byteOrderMark = '\ufeff';

/** A cell that a spreadsheet would run as a formula; also in the wide forms, and behind blanks. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[";\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One row with its line end. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}
