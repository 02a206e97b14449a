// The demonstration from its parts, in order. Each part makes what is missing and leaves the rest alone.
import { loadDemonstrationAccounts } from './demonstration-accounts.js';
import { loadDemonstrationCourses } from './demonstration-courses.js';
import type { DemonstrationTools } from './demonstration-tools.js';
import { loadDemonstrationPeople } from './people/load-people.js';

/** Loads accounts, courses and learners; loading twice changes nothing. */
export async function loadDemonstration(tools: DemonstrationTools): Promise<void> {
  const owners = await loadDemonstrationAccounts(tools);
  await loadDemonstrationCourses(tools, owners);
  await loadDemonstrationPeople(tools);
}
