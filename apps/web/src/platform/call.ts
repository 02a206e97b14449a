// The one way to the server: an endpoint of the contract and its request in, its answer or a Problem out.
import {
  problemStatus,
  type Endpoint,
  type ProblemBody,
  type RequestOf,
  type ResponseOf,
} from '@onetouch/contract';
import { Problem, type NetworkCode } from './problem.js';

export interface CallOptions {
  signal?: AbortSignal;
  /** 30 seconds unless told otherwise. */
  timeoutMs?: number;
  /** The request outlives the page (last save before it is closed). */
  keepalive?: boolean;
  /** A missing session is only thrown and not announced: the page stays where it is. */
  isQuiet?: boolean;
}
/** The request may be left out when the endpoint needs none. */
export type CallArguments<E extends Endpoint> =
  object extends RequestOf<E>
    ? [request?: RequestOf<E>, options?: CallOptions]
    : [request: RequestOf<E>, options?: CallOptions];

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

const apiRoot = '/api/v1';
const defaultTimeoutMs = 30_000;
const storedTimes = new WeakMap<object, Date>();
const onSessionMissing = new Set<() => void>();

/** Calls `listener` when an answer says that nobody is signed in any more; returns the way to stop. */
export function listenForMissingSession(listener: () => void): () => void {
  onSessionMissing.add(listener);
  return () => onSessionMissing.delete(listener);
}

/** When this answer came from the device and not from the server: the time it was stored. */
export function storedAt(answer: object): Date | null {
  return storedTimes.get(answer) ?? null;
}

/** The address of an endpoint, for links to files and downloads. */
export function urlOf<E extends Endpoint>(endpoint: E, ...[request]: CallArguments<E>): string {
  const { params = {}, query = {} } = (request ?? {}) as Parts;
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    // An empty value is sent: 'those without an organisation' is a wish too.
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return `${apiRoot}${path}${search.size > 0 ? `?${search}` : ''}`;
}

function requestInit(endpoint: Endpoint, body: unknown): RequestInit {
  const accept = { accept: 'application/json, application/problem+json' };
  return {
    method: endpoint.method,
    credentials: 'same-origin',
    headers: body === undefined ? accept : { ...accept, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** One signal of the caller's and a timer of our own; `AbortSignal.any` is too new for the phones in use. */
function deadline({ signal, timeoutMs = defaultTimeoutMs }: CallOptions) {
  const controller = new AbortController();
  const pass = () => controller.abort(signal?.reason);
  const timer = setTimeout(
    () => controller.abort(new Problem({ code: 'network.timeout', status: 0 })),
    timeoutMs,
  );
  if (signal?.aborted) pass();
  signal?.addEventListener('abort', pass);
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
  };
  return { signal: controller.signal, end };
}

function unreached(signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const code: NetworkCode = 'network.offline';
  return new Problem({ code, status: 0 });
}

function problemFrom(status: number, body: unknown): Problem {
  const facts = body as ProblemBody | null;
  if (facts && typeof facts === 'object' && facts.code in problemStatus)
    return new Problem({ ...facts, status });
  const isAway = status === 502 || status === 503 || status === 504;
  return new Problem({ code: isAway ? 'service.unavailable' : 'service.failed', status });
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy or a captive portal answered instead of the server.
    if (response.ok) throw new Problem({ code: 'service.unavailable', status: 502 });
    return null;
  }
}

function noteAge(response: Response, answer: unknown) {
  const stored = response.headers.get('x-stored-at');
  if (stored && answer && typeof answer === 'object') storedTimes.set(answer, new Date(stored));
}

/** Sends a request of the contract and answers in its shape; throws `Problem`, or the reason of an aborted signal. */
export async function call<E extends Endpoint>(
  endpoint: E,
  ...args: CallArguments<E>
): Promise<ResponseOf<E>> {
  const [request, options = {}] = args as [Parts?, CallOptions?];
  const limit = deadline(options);
  try {
    const url = urlOf(endpoint, ...args);
    const init = requestInit(endpoint, request?.body);
    const response = await fetch(url, {
      ...init,
      signal: limit.signal,
      keepalive: options.keepalive ?? false,
    });
    const answer = await read(response);
    if (!response.ok) throw problemFrom(response.status, answer);
    noteAge(response, answer);
    return answer as ResponseOf<E>;
  } catch (error) {
    const problem = error instanceof Problem ? error : unreached(limit.signal);
    const isMissing = problem instanceof Problem && problem.code === 'session.missing';
    if (isMissing && !options.isQuiet) onSessionMissing.forEach((listener) => listener());
    throw problem;
  } finally {
    limit.end();
  }
}
