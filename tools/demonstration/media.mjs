// Makes the films, captions, posters and step sheets of the demonstration courses; run by hand, its results are committed.
// Usage: node tools/demonstration/media.mjs [slug]. Knows no database and no server.
import { makeCaptions } from './media/captions.mjs';
import { listCourses } from './media/courses.mjs';
import { makeFilm } from './media/film.mjs';
import { Refusal } from './media/refusal.mjs';
import { makeSheet } from './media/sheet.mjs';

/** Sheets and captions come first: they need nothing but npm, so that a missing program cannot keep them back. */
async function makeAll(courses) {
  for (const course of courses) {
    for (const sheet of course.sheets) report(await makeSheet(sheet, course));
    for (const storyboard of course.storyboards) report(await makeCaptions(storyboard));
  }
  for (const storyboard of courses.flatMap(({ storyboards }) => storyboards)) {
    for (const result of await makeFilm(storyboard)) report(result);
  }
}

function report({ file, bytes }) {
  console.log(`${String(bytes).padStart(8)} bytes  ${file}`);
}

try {
  await makeAll(await listCourses(process.argv[2]));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
