// Takes the pictures with the machine's Chromium on a fresh installation with the demonstration. `npm run pictures -- lesson` takes
// the pages whose name contains the word; pictures go to .cache/pictures, those of the README to docs/pictures.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBuilt } from '../setup/build.mjs';
import { inRoot } from '../setup/folders.mjs';
import { end, isStopping } from '../setup/stopping.mjs';
import { ensureChromium } from '../test/chromium.mjs';
import { openContext } from '../test/context.mjs';
import { pages, people, shown } from './pages.mjs';

// The small one is a phone, so that nothing is said there about a keyboard.
const sizes = [
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { viewport: { width: 1280, height: 900 } },
];
const themes = ['light', 'dark'];
const folder = inRoot('.cache', 'pictures');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function signIn(base, login) {
  if (!login) return [];
  const accounts = JSON.parse(readFileSync(inRoot('tools', 'demonstration', 'accounts.json'), 'utf8'));
  const { password } = accounts.find((account) => account.login === login);
  const answer = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const [name, value] = answer.headers.get('set-cookie').split(';')[0].split('=');
  return [{ name, value, url: base }];
}

const getter =
  (base, cookies) =>
  async (path, method = 'GET') => {
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return (await fetch(`${base}/api/v1${path}`, { method, headers: { cookie } })).json();
  };

/** A window as tall as the page, so that bars which stick to its bottom are at the bottom of the picture. */
async function growToContent(tab, { width, height }) {
  const content = await tab.evaluate(() => document.documentElement.scrollHeight);
  await tab.setViewportSize({ width, height: Math.min(8000, Math.max(height, content)) });
  await tab.waitForTimeout(300);
}

async function takePage(browser, { page, base, cookies, requests }) {
  const path = page.path ?? (await page.find(requests[page.as], requests));
  for (const size of sizes) {
    for (const colorScheme of themes) {
      const context = await browser.newContext({
        ...size,
        colorScheme,
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        reducedMotion: 'reduce',
        deviceScaleFactor: 1,
      });
      await context.addCookies(cookies);
      const tab = await context.newPage();
      await tab.goto(base + path, { waitUntil: 'networkidle' });
      await tab.evaluate(() => document.fonts.ready);
      const name = `${page.name}-${size.viewport.width}-${colorScheme}.png`;
      await tab.screenshot({ path: join(folder, `window-${name}`) });
      await growToContent(tab, size.viewport);
      await tab.screenshot({ path: join(folder, name) });
      await context.close();
    }
  }
}

/** Pictures of the pages whose name contains one of the words; all without words. */
export async function takePictures(words) {
  const wanted = pages.filter((page) => words.length === 0 || words.some((word) => page.name.includes(word)));
  const executablePath = await ensureChromium();
  await ensureBuilt();
  mkdirSync(folder, { recursive: true });
  const context = openContext();
  const { E2E_BASE_URL: base } = await context.servePage();
  const cookies = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([who, login]) => [who, await signIn(base, login)])),
  );
  const requests = Object.fromEntries(Object.keys(people).map((who) => [who, getter(base, cookies[who])]));
  const browser = await chromium.launch({ executablePath, args: flags });
  for (const page of wanted) {
    if (isStopping()) break;
    await takePage(browser, { page, base, cookies: cookies[page.as], requests });
    console.log(`taken: ${page.name}`);
  }
  await browser.close();
  await context.close();
  keepShown(wanted);
  await end(0);
}

function keepShown(wanted) {
  mkdirSync(inRoot('docs', 'pictures'), { recursive: true });
  for (const { name, width, theme } of shown.filter((one) => wanted.some((page) => page.name === one.name))) {
    copyFileSync(
      join(folder, `window-${name}-${width}-${theme}.png`),
      inRoot('docs', 'pictures', `${name}.png`),
    );
  }
}
