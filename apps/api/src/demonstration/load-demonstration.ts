// The demonstration from its parts, in order. Each part makes what is missing and leaves the rest alone.
import { loadDemonstrationAccounts } from './demonstration-accounts.js';
import { loadDemonstrationCourses } from './demonstration-courses.js';
import type { Statement } from '../platform/database/database.js';
import type { DemonstrationTools } from './demonstration-tools.js';
import { loadDemonstrationPeople } from './people/load-people.js';

/** Said instead of loading it; `npm start` then names no accounts that nobody can use. */
export const stayedAway = 'demonstration: it was taken away, and stays away';

const wasRemoved: Statement = { name: 'demonstration.was-removed', text: 'SELECT 1 FROM demonstration' };

/** Loads accounts, courses and learners unless somebody has taken them away; loading twice changes nothing. */
export async function loadDemonstration(tools: DemonstrationTools): Promise<void> {
  if (await tools.database.row(wasRemoved)) return tools.say(stayedAway);
  const owners = await loadDemonstrationAccounts(tools);
  await loadDemonstrationCourses(tools, owners);
  await loadDemonstrationPeople(tools);
}
