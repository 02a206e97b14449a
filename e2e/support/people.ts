// Who acts in a journey: fresh people made through the API, or accounts of the demonstration. Cookies stand in for typing a password again.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { consentTextVersion } from '@onetouch/contract';
import { type APIRequestContext, type Browser, type BrowserContext, request } from '@playwright/test';

const base = process.env['E2E_BASE_URL'] ?? 'http://127.0.0.1:3000';

/** Who asks the API with an open session. */
export interface Requests {
  /** The person's own requests, for setting a scene; a journey's own steps are done on the page. */
  api: APIRequestContext;
}

export interface Actor extends Requests {
  fullName: string;
  login: string;
  password: string;
  /** A new browser in which the person is signed in already. */
  open(browser: Browser): Promise<BrowserContext>;
}

async function actor(fullName: string, login: string, password: string): Promise<Actor> {
  const api = await request.newContext({ baseURL: base });
  return {
    fullName,
    login,
    password,
    api,
    open: async (browser) => {
      const context = await browser.newContext({ storageState: await api.storageState() });
      return context;
    },
  };
}

/** A learner who has just registered; the place is Phường Ba Đình unless another one is named. */
export async function newLearner(fullName: string, placeId = 'c-00004'): Promise<Actor> {
  const login = `${randomUUID().slice(0, 12)}@example.test`;
  const password = `mat-khau-${randomUUID().slice(0, 8)}`;
  const person = await actor(fullName, login, password);
  const consents = [{ purpose: 'training-record', textVersion: consentTextVersion }];
  const data = { fullName, login, password, audience: 'resident', placeId, consents };
  const answer = await person.api.post('/api/v1/people', { data });
  if (!answer.ok()) throw new Error(`registration answered ${answer.status()}: ${await answer.text()}`);
  return person;
}

/** An account of the demonstration by the beginning of its login: hocvien, giangvien, phutrach, quantri.demo. */
export async function demonstration(name: string): Promise<Actor> {
  const file = new URL('../../tools/demonstration/accounts.json', import.meta.url);
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as { login: string; password: string }[];
  const account = accounts.find(({ login }) => login.startsWith(`${name}@`));
  if (!account) throw new Error(`no demonstration account ${name}`);
  const person = await actor(name, account.login, account.password);
  const { login, password } = account;
  const answer = await person.api.post('/api/v1/session', { data: { login, password } });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}`);
  return person;
}
