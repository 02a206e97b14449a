// Published courses as options to choose from.
import { courses, type CourseCard } from '@onetouch/contract';
import { call } from '../platform/call.js';
import { localized } from '../platform/i18n.js';
import type { Option } from '../ui/combobox.js';

/** A course that a cohort can be opened for. */
export interface ChosenCourse {
  id: CourseCard['id'];
  title: string;
}

const shown = 20;

/** Courses by title without accents, for a combobox. */
export async function findCourses(q: string, signal: AbortSignal): Promise<Option<ChosenCourse>[]> {
  const { items } = await call(courses.browse, { query: { q, limit: shown } }, { signal });
  return items.map(({ id, title }) => {
    const label = localized(title);
    return { key: id, label, value: { id, title: label } };
  });
}
