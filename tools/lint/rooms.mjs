// The rooms of the API and of the page in order, foundations first. A room may import the ones before it, never after; the lint
// zones follow from these two arrays, so no two rooms can import each other in a circle.

export const apiRooms = [
  'platform',
  'places',
  'accounts',
  'courses',
  'enrolments',
  'quizzes',
  'certificates',
  'cohorts',
  'exams',
  'sittings',
  'invigilation',
  'marking',
  'demonstration',
];
/** Above all rooms of the API; only `config.ts` stands outside and is open to all. */
const apiRoof = ['app.module', 'app.setup', 'create-app', 'schema', 'main', 'migrations'];

/** A learner's certificate is claimed from a result of a quiz, so the page has them the other way round. */
export const webRooms = [
  'platform',
  'ui',
  'places',
  'courses',
  'certificates',
  'enrolments',
  'quizzes',
  'sittings',
  'accounts',
  'cohorts',
  'exams',
  'invigilation',
  'studio',
  'marking',
];
/** Above all rooms of the page; only `paths.ts` and the words stand outside and are open to all. */
const webRoof = ['main', 'router', 'page-route', 'first-pages'];

const noReactOnTheServer = {
  group: ['react', 'react-dom'],
  message: 'The server never sees the page.',
};

/** Addresses by which a file of one room would reach these, however deep it lies. */
function reaching(names) {
  return `^(\\./)?(\\.\\./)+(src/)?(${names.join('|')})(/|\\.js$)`;
}

/** The same rule for `import()` and for types, which the rule about imports does not look at. */
function calls(pattern, message) {
  // A slash would end the pattern of a selector.
  const inSelector = pattern.replaceAll('/', '\\u002F');
  return ['ImportExpression', 'TSImportType'].map((node) => ({
    selector: `${node}[source.value=/${inSelector}/]`,
    message,
  }));
}

function zone({ folder, room, above, patterns, syntax }) {
  const message = `${room} stands below the rooms that come after it: move the code, or let the later room ask.`;
  const regex = reaching(above);
  return {
    files: [`${folder}/${room}/**/*.{ts,tsx}`],
    ignores: ['**/*.spec.{ts,tsx}', '**/*.sample.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex, message }, ...patterns] }],
      'no-restricted-syntax': ['error', ...syntax, ...calls(regex, message)],
    },
  };
}

function zonesOf(folder, rooms, { roof, patterns, syntax }) {
  return rooms.map((room, index) =>
    zone({ folder, room, above: [...rooms.slice(index + 1), ...roof], patterns, syntax }),
  );
}

/** One lint entry for each room: importing a later room is an error. `syntax` is what is restricted everywhere. */
export function roomZones(syntax) {
  return [
    ...zonesOf('apps/api/src', apiRooms, { roof: apiRoof, patterns: [noReactOnTheServer], syntax }),
    ...zonesOf('apps/web/src', webRooms, { roof: webRoof, patterns: [], syntax }),
  ];
}
