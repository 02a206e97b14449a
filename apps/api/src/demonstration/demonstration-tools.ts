// What the demonstration is loaded with; put together by `prepare` and by tests, without HTTP.
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { CoursePublisher } from '../courses/publish-course.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { FileStore } from '../platform/files/file-store.js';

export interface DemonstrationTools {
  readonly database: Database;
  readonly files: FileStore;
  readonly publisher: CoursePublisher;
  readonly clock: Clock;
  /** Holds `accounts.json` and `courses/`. */
  readonly folder: string;
  /** Tells a person at the terminal what happens. */
  readonly say: (line: string) => void;
}

/** The folder of the repository; as far from the sources as from the compiled files. */
export const demonstrationFolder = fileURLToPath(new URL('../../../../tools/demonstration', import.meta.url));

/** Tools on an open connection. */
export function demonstrationTools(
  source: DataSource,
  say: (line: string) => void,
  folder = demonstrationFolder,
): DemonstrationTools {
  const database = new Database(source);
  const files = new FileStore(database);
  return {
    database,
    files,
    publisher: new CoursePublisher(database, files),
    clock: new Clock(),
    folder,
    say,
  };
}
