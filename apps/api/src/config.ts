// The environment, read once. Unknown ONETOUCH_ names and bad values stop the start with one line each.
import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  DATABASE_URL: z.string('is missing').regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Address under which people reach the page; stands in certificates. */
  ONETOUCH_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Folder of the built web page; without it only the API is served. */
  ONETOUCH_WEB_DIR: z.string().min(1).optional(),
  /** Load the demonstration courses and people once; never where NODE_ENV is production. */
  ONETOUCH_DEMO: flag.default(false),
  /** The first admin: both or neither; without them one is made and printed once. */
  ONETOUCH_ADMIN_LOGIN: z.string().min(3).optional(),
  ONETOUCH_ADMIN_PASSWORD: z.string().min(12).optional(),
  ONETOUCH_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  ONETOUCH_DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(12),
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  ONETOUCH_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
});

export interface Config {
  isProduction: boolean;
  databaseUrl: string;
  port: number;
  host: string;
  publicUrl: string;
  webDir: string | undefined;
  loadDemonstration: boolean;
  firstAdmin: { login: string; password: string } | undefined;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  databasePool: number;
  trustedProxies: number;
}

/** Thrown with one line per mistake; nothing of the service has started then. */
export class ConfigError extends Error {}

function unknownNames(environment: NodeJS.ProcessEnv): string[] {
  const known = new Set(Object.keys(schema.shape));
  return Object.keys(environment).filter((name) => name.startsWith('ONETOUCH_') && !known.has(name));
}

function adminMistake(values: z.infer<typeof schema>): string[] {
  const isHalf =
    (values.ONETOUCH_ADMIN_LOGIN === undefined) !== (values.ONETOUCH_ADMIN_PASSWORD === undefined);
  return isHalf ? ['ONETOUCH_ADMIN_LOGIN and ONETOUCH_ADMIN_PASSWORD go together'] : [];
}

/** Parses an environment; throws `ConfigError` with a line for every unknown or wrong value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(environment);
  const lines = unknownNames(environment).map((name) => `${name} is not a setting`);
  if (!parsed.success) {
    lines.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
    throw new ConfigError(lines.join('\n'));
  }
  lines.push(...adminMistake(parsed.data));
  if (lines.length > 0) throw new ConfigError(lines.join('\n'));
  return toConfig(parsed.data);
}

function toConfig(values: z.infer<typeof schema>): Config {
  const { ONETOUCH_ADMIN_LOGIN: login, ONETOUCH_ADMIN_PASSWORD: password } = values;
  return {
    isProduction: values.NODE_ENV === 'production',
    databaseUrl: values.DATABASE_URL,
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.ONETOUCH_PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    webDir: values.ONETOUCH_WEB_DIR,
    loadDemonstration: values.ONETOUCH_DEMO && values.NODE_ENV !== 'production',
    firstAdmin: login && password ? { login, password } : undefined,
    logLevel: values.ONETOUCH_LOG_LEVEL,
    databasePool: values.ONETOUCH_DATABASE_POOL,
    trustedProxies: values.ONETOUCH_TRUSTED_PROXIES,
  };
}

/** The one place that reads the environment of the process. */
export function configFromProcess(): Config {
  return readConfig(process.env);
}

/** Injection token of the parsed configuration. */
export const CONFIG = Symbol('config');
