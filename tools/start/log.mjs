// The API's log file: appended to, turned over at 10 MB, with the last lines kept at hand. Knows one line's meaning: the
// first administrator's password, which is shown and never written down.
import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { existing } from '../setup/folders.mjs';

const limit = 10 * 1024 * 1024;
const firstAdminLine = /^ONETOUCH_FIRST_ADMIN (\S+) (\S+)\s*$/;

/** Answers `{ file, add(line), tail(count) }`. */
export function openLog(folder) {
  const file = join(existing(join(folder, 'logs')), 'api.log');
  let size = existsSync(file) ? statSync(file).size : 0;
  const last = [];
  return {
    file,
    tail: (count) => last.slice(-count).join('\n'),
    add: (line) => {
      last.push(line);
      if (last.length > 200) last.shift();
      size += Buffer.byteLength(line) + 1;
      if (size > limit) {
        renameSync(file, `${file}.1`);
        size = 0;
      }
      appendFileSync(file, `${line}\n`);
    },
  };
}

/** Takes the first administrator out of a program's lines; everything else goes on to `next`. */
export function withoutFirstAdmin(onFirstAdmin, next) {
  return (line) => {
    const found = firstAdminLine.exec(line);
    if (found) onFirstAdmin({ login: found[1], password: found[2] });
    else next(line);
  };
}
