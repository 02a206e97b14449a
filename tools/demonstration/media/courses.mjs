// Finds the courses and reads their storyboards and sheets. Knows YAML and paths, nothing of how a film or a page is made.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Refusal } from './refusal.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const coursesFolder = resolve(here, '..', 'courses');

/** The root of this clone. */
export const root = resolve(here, '..', '..', '..');

/** All courses, or the one named; refuses a name that is not there and says which are. */
export async function listCourses(slug) {
  const slugs = readdirSync(coursesFolder).filter((name) =>
    existsSync(join(coursesFolder, name, 'course.yaml')),
  );
  if (slug && !slugs.includes(slug))
    throw new Refusal(`No course '${slug}'. There are: ${slugs.join(', ')}.`);
  return slugs.filter((name) => !slug || name === slug).map(readCourse);
}

function readCourse(slug) {
  const folder = join(coursesFolder, slug);
  return {
    title: readYaml(join(folder, 'course.yaml')).title.vi,
    storyboards: [join(folder, 'video', 'storyboard.yaml')]
      .filter((file) => existsSync(file))
      .map(readStoryboard),
    sheets: yamlFilesIn(join(folder, 'sheets')).map((file) => ({
      ...readYaml(file),
      target: file.replace(/\.yaml$/, '.pdf'),
    })),
  };
}

/** A storyboard with the drawing of each scene read and its start and end in seconds of the film. */
function readStoryboard(file) {
  const folder = dirname(file);
  const { title, scenes } = readYaml(file);
  let clock = 0;
  const timed = scenes.map(({ svg, seconds, caption }) => {
    const start = clock;
    clock += seconds;
    return { start, end: clock, caption, drawing: readFileSync(join(folder, svg), 'utf8') };
  });
  return { title, folder, scenes: timed };
}

function yamlFilesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
}

/** YAML with all its text in NFC, the one form that the fonts and the search know. */
function readYaml(file) {
  return parse(readFileSync(file, 'utf8').normalize('NFC'));
}

/** Writes a result; refuses one heavier than its budget, because a learner on a slow line pays for every byte. */
export function writeResult(file, content, budgetBytes) {
  const bytes = Buffer.byteLength(content);
  const name = relative(root, file);
  if (bytes > budgetBytes) throw new Refusal(`${name} weighs ${bytes} bytes, more than its ${budgetBytes}.`);
  writeFileSync(file, content);
  return { file: name, bytes: statSync(file).size };
}
