// The few lines that a person sees when everything runs. Knows nothing but words.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../setup/folders.mjs';

/** Prints where the page is, who can sign in, where the data lies and how to stop. */
export function announce({ url, api, database, isDemonstrationAway }) {
  const lines = ['', `OneTouch runs: ${url}`, ''];
  const accounts = isDemonstrationAway ? [] : demonstrationAccounts();
  if (accounts.length > 0) lines.push('Demonstration accounts', ...table(accounts), '');
  lines.push(`Data: ${database.where}`, `Log:  ${api.logFile}`, 'Ctrl-C stops it; the data stays.', '');
  console.log(lines.join('\n'));
}

/** Prints the generated first administrator; nobody can read it again afterwards. */
export function showFirstAdmin({ login, password }) {
  console.log(`\nFirst administrator: ${login}   password: ${password}   (shown only this once)`);
}

function demonstrationAccounts() {
  const file = inRoot('tools', 'demonstration', 'accounts.json');
  const isOff = process.env.NODE_ENV === 'production' || process.env.ONETOUCH_DEMO === '0';
  return isOff || !existsSync(file) ? [] : JSON.parse(readFileSync(file, 'utf8'));
}

function table(accounts) {
  const rows = accounts.map(({ role, login, password }) => [role, login, password]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] + 2)).join('')}`.trimEnd(),
  );
}
