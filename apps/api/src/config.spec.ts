import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const environment = { DATABASE_URL: 'postgres://localhost/onetouch' };

function linesOf(settings: Record<string, string>): string[] {
  try {
    readConfig({ ...environment, ...settings });
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split('\n');
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing but the database', () => {
    expect(readConfig(environment)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      loadDemonstration: false,
      firstAdmin: undefined,
      trustedProxies: 0,
      isProduction: false,
    });
  });

  it('names every unknown setting in a line of its own, so that a misspelt one is not ignored', () => {
    expect(
      linesOf({ ONETOUCH_PUBLIC_URI: 'https://x.vn', ONETOUCH_DEMONSTRATION: '1', OTHER_PROGRAMME: 'x' }),
    ).toEqual(['ONETOUCH_PUBLIC_URI is not a setting', 'ONETOUCH_DEMONSTRATION is not a setting']);
  });

  it.each([
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['NODE_ENV', 'staging'],
    ['ONETOUCH_PUBLIC_URL', 'ftp://x.vn'],
    ['ONETOUCH_PUBLIC_URL', 'x.vn'],
    ['ONETOUCH_DEMO', 'yes'],
    ['ONETOUCH_LOG_LEVEL', 'loud'],
    ['ONETOUCH_DATABASE_POOL', '0'],
    ['ONETOUCH_TRUSTED_PROXIES', '-1'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const lines = linesOf({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.startsWith(`${name} `)).toBe(true);
  });

  it('tells all mistakes at once, each in its line', () => {
    const lines = linesOf({ DATABASE_URL: 'nowhere', PORT: '-1', ONETOUCH_X: '1' });
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['ONETOUCH_X', 'DATABASE_URL', 'PORT']);
  });

  it('says that the database is missing', () => {
    expect(() => readConfig({})).toThrow('DATABASE_URL is missing');
  });

  it('takes login and password of the first admin together or not at all', () => {
    const login = { ONETOUCH_ADMIN_LOGIN: 'quantri@example.test' };
    const password = { ONETOUCH_ADMIN_PASSWORD: 'mot mat khau dai' };
    expect(linesOf(login)).toEqual(['ONETOUCH_ADMIN_LOGIN and ONETOUCH_ADMIN_PASSWORD go together']);
    expect(linesOf(password)).toHaveLength(1);
    expect(linesOf({ ...login, ONETOUCH_ADMIN_PASSWORD: 'ngan' })[0]).toMatch(/^ONETOUCH_ADMIN_PASSWORD /);
    expect(readConfig({ ...environment, ...login, ...password }).firstAdmin).toEqual({
      login: 'quantri@example.test',
      password: 'mot mat khau dai',
    });
  });

  it('never loads the demonstration in production', () => {
    expect(readConfig({ ...environment, ONETOUCH_DEMO: '1' }).loadDemonstration).toBe(true);
    expect(readConfig({ ...environment, ONETOUCH_DEMO: '1', NODE_ENV: 'production' }).loadDemonstration).toBe(
      false,
    );
  });

  it('writes the public address without a slash at its end', () => {
    expect(readConfig({ ...environment, ONETOUCH_PUBLIC_URL: 'https://hoc.example.test/' }).publicUrl).toBe(
      'https://hoc.example.test',
    );
  });
});
