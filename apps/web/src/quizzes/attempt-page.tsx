// The page of one attempt: reads it, then hands it to the screen. Knows no marks.
import type { LoaderFunctionArgs } from 'react-router';
import { redirect, useLoaderData } from 'react-router';
import { paths } from '../paths.js';
import { localized } from '../platform/i18n.js';
import { AttemptScreen } from './attempt-screen.js';
import { loadAttempt, type LoadedAttempt } from './load-attempt.js';

/** The attempt with everything saved and waiting; one that is handed in leads to its result. */
export async function loader({ params }: LoaderFunctionArgs): Promise<LoadedAttempt | Response> {
  const loaded = await loadAttempt(params['attemptId'] ?? '');
  return loaded.attempt.state.submittedAt ? redirect(paths.result(loaded.attempt.id)) : loaded;
}

/** The name of the test. */
export function title({ attempt }: LoadedAttempt): string {
  return localized(attempt.title);
}

/** One question per screen. */
export function Component() {
  const loaded = useLoaderData<LoadedAttempt>();
  return <AttemptScreen key={loaded.attempt.id} loaded={loaded} />;
}
