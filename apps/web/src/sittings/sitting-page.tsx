// One's own place in an exam, from the notice to the start: what to do now, or what happens by itself.
import type { Sitting } from '@onetouch/contract';
import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../paths.js';
import { loadSitting, type Loaded } from './read-sittings.js';
import { SittingScreen } from './sitting-screen.js';

/** The sitting; one that has begun leads to its attempt, one that is handed in to its result. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Loaded<Sitting> | Response> {
  const loaded = await loadSitting(params['sittingId'] ?? '');
  const { attemptId, submittedAt } = loaded.value;
  if (attemptId) return redirect(submittedAt ? paths.result(attemptId) : paths.attempt(attemptId));
  return loaded;
}

/** The name of the exam. */
export function title({ value }: Loaded<Sitting>): string {
  return value.exam.name;
}

/** The page. */
export function Component() {
  const loaded = useLoaderData<Loaded<Sitting>>();
  return <SittingScreen key={loaded.value.id} loaded={loaded} />;
}
