// What a drill can be told on the command line.
import { parseArgs } from 'node:util';
import { plainError } from '../setup/stopping.mjs';

export const usage = `npm run drill -- [options]
  --learners N      people who sit the exam (3600)
  --rooms N         rooms they sit in (238)
  --think S         seconds between two answers, on average (6)
  --spread S        seconds over which the start is spread (20)
  --offline P       percent of devices that lose the network for --away seconds (5)
  --away S          how long they are away (60)
  --reload P        percent of answers after which the page is loaded again (2)
  --url URL         a running installation, with --database-url to put the people in (they stay there: use a rehearsal copy);
  --database-url U  without both an installation of its own is started and thrown away`;

const defaults = { learners: 3600, rooms: 238, think: 6, spread: 20, offline: 5, away: 60, reload: 2 };

/** Answers the options as numbers, with `url` and `databaseUrl` when given; refuses what it does not know. */
export function optionsOf(args) {
  const texts = Object.fromEntries(
    [...Object.keys(defaults), 'url', 'database-url'].map((name) => [name, { type: 'string' }]),
  );
  const { values } = parse(args, texts);
  if (values.help) return null;
  const numbers = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, numberOf(name, values[name] ?? value)]),
  );
  if (Boolean(values.url) !== Boolean(values['database-url']))
    throw plainError(`--url and --database-url belong together.\n\n${usage}`);
  return {
    ...numbers,
    rooms: Math.min(numbers.rooms, numbers.learners),
    url: values.url,
    databaseUrl: values['database-url'],
  };
}

function parse(args, texts) {
  try {
    return parseArgs({ args, options: { ...texts, help: { type: 'boolean' } } });
  } catch (error) {
    throw plainError(`${error.message}\n\n${usage}`);
  }
}

function numberOf(name, value) {
  const number = Number(value);
  const least = ['learners', 'rooms'].includes(name) ? 1 : 0;
  if (!(number >= least) || (least && !Number.isInteger(number)))
    throw plainError(`--${name} ${value} is not a number that makes sense.\n\n${usage}`);
  return number;
}
