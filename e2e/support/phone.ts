// A learner's own phone: a browser with a folder that outlives it, so that what lies on the device is there when it is opened again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, test } from '@playwright/test';
import type { Actor } from './people.js';

export interface Phone {
  /** Opens the browser; what was stored the last time is there. */
  open(): Promise<BrowserContext>;
  /** Throws the phone away. */
  end(): Promise<void>;
}

/** A phone on which the person is signed in, set like every browser of the journeys. */
export async function phoneOf(actor: Actor): Promise<Phone> {
  const folder = await mkdtemp(join(tmpdir(), 'phone-'));
  const { cookies } = await actor.api.storageState();
  const { launchOptions, baseURL, locale, timezoneId, viewport, contextOptions } = test.info().project.use;
  let context: BrowserContext | undefined;
  return {
    open: async () => {
      context = await chromium.launchPersistentContext(folder, {
        ...launchOptions,
        ...contextOptions,
        ...{ baseURL, locale, timezoneId, viewport, reducedMotion: 'reduce' },
      });
      await context.addCookies(cookies);
      return context;
    },
    end: async () => {
      await context?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
