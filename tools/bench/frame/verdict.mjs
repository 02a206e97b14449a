// Figures against targets. A target names a figure or a ratio: `{ p99Ms: { max: 200 } }` or `{ perSecond: { min: 500 } }`.
// Knows no benchmark.

/** Whether every target holds; a target without its figure does not. */
export function isMet({ figures, ratios, targets }) {
  return Object.entries(targets).every(([key, target]) => holds(figures[key] ?? ratios[key], target));
}

/** Prints figures, ratios and targets as a table. */
export function printVerdict({ figures, ratios, targets }) {
  const rows = Object.entries({ ...figures, ...ratios }).map(([key, value]) => [
    key,
    rounded(value),
    targets[key] ? inWords(targets[key]) : '',
    targets[key] ? (holds(value, targets[key]) ? 'met' : 'MISSED') : '',
  ]);
  printTable(['figure', 'value', 'target', ''], rows);
}

/** Prints rows in columns; numbers to the right. */
export function printTable(head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => String(cell)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const isNumber = (text) => /^-?[\d.,]+$/.test(text);
  for (const row of cells) {
    const line = row.map((text, column) =>
      isNumber(text) ? text.padStart(widths[column]) : text.padEnd(widths[column]),
    );
    console.log(`  ${line.join('   ').trimEnd()}`);
  }
  console.log('');
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const holds = (value, { min = -Infinity, max = Infinity }) =>
  typeof value === 'number' && value >= min && value <= max;

const inWords = ({ min, max }) =>
  [min !== undefined && `>= ${min}`, max !== undefined && `<= ${max}`].filter(Boolean).join(', ');

const rounded = (value) =>
  typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : String(value);
