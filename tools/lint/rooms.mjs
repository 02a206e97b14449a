// The rooms of the API in order, foundations first. A room may import the ones before it, never after; the lint zones follow from this one array.

export const rooms = [
  'platform',
  'places',
  'accounts',
  'courses',
  'enrolments',
  'quizzes',
  'certificates',
  'cohorts',
  'demonstration',
];

/** Imports by which a file of `room` would reach a room after it. */
function laterRooms(room) {
  return rooms.slice(rooms.indexOf(room) + 1);
}

/** One lint entry for each room: importing a later room is an error. Only `config.ts` stands outside and is open to all. */
export function roomZones() {
  return rooms.slice(0, -1).map((room) => ({
    files: [`apps/api/src/${room}/**/*.ts`],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${laterRooms(room).join('|')}|app\\.module|app\\.setup|create-app|schema|main|migrations)(/|\\.js$)`,
              message: `${room} stands below the rooms that come after it: move the code, or let the later room ask.`,
            },
            { group: ['react', 'react-dom', '@mantine/*'], message: 'The server never sees the page.' },
          ],
        },
      ],
    },
  }));
}
