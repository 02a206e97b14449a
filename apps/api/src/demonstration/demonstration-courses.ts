// Stores the demonstration courses and publishes their first version. What is there already is left as it is.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Statement } from '../platform/database/database.js';
import { type ContentCourse, readCourse } from './content/read-course.js';
import type { DemonstrationOwners } from './demonstration-accounts.js';
import type { DemonstrationTools } from './demonstration-tools.js';

const findPublished: Statement = {
  name: 'demonstration.find-published',
  text: 'SELECT slug FROM course WHERE slug = ANY($1::text[]) AND published_version_id IS NOT NULL',
};
const insertCourse: Statement = {
  name: 'demonstration.insert-course',
  text: `INSERT INTO course (id, slug, owner_id, issuer_id, is_open, draft, draft_saved_at, is_demonstration, created_at)
    VALUES ($1, $2, $3, $4, true, $5, $6, true, $6) ON CONFLICT (slug) DO NOTHING`,
};
const findRevision: Statement = {
  name: 'demonstration.find-revision',
  text: 'SELECT id, draft_revision AS revision FROM course WHERE slug = $1',
};

function slugsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'course.yaml')))
    .sort();
}

async function loadCourse(
  tools: DemonstrationTools,
  course: ContentCourse,
  owners: DemonstrationOwners,
): Promise<void> {
  const { database, files, publisher, clock } = tools;
  const now = clock.now();
  for (const { bytes, ref } of course.files) await files.putDemonstration(bytes, ref.mediaType, ref.name);
  const values = [
    course.id,
    course.slug,
    owners.trainerId,
    owners.issuerId,
    JSON.stringify(course.document),
    now,
  ];
  await database.rows(insertCourse, values);
  const row = await database.row<{ id: string; revision: number }>(findRevision, [course.slug]);
  if (row)
    await publisher.publish({ courseId: row.id, revision: row.revision, publishedBy: owners.trainerId, now });
}

/** Loads every course folder that is not published yet; a second time it reads no content and writes nothing. */
export async function loadDemonstrationCourses(
  tools: DemonstrationTools,
  owners: DemonstrationOwners,
): Promise<void> {
  const folder = join(tools.folder, 'courses');
  const slugs = slugsIn(folder);
  const published = await tools.database.rows<{ slug: string }>(findPublished, [slugs]);
  const known = new Set(published.map(({ slug }) => slug));
  for (const slug of slugs.filter((one) => !known.has(one))) {
    const course = readCourse(join(folder, slug));
    for (const warning of course.warnings) tools.say(`demonstration: ${slug}/${warning}`);
    await loadCourse(tools, course, owners);
    tools.say(`demonstration: course ${slug} published`);
  }
}
