// Pages as everybody may see them: at three widths, light and dark, in both languages. Knows no page and no person.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoOverhang, expectSound } from './checks.js';
import type { Actor } from './people.js';

const widths = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];

/** Whatever the browser complains about on the way. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}

/** Texts and labels that look like the name of a word instead of the word; addresses of the web are none. */
async function expectNoKeys(page: Page) {
  const found = await page.evaluate(() => {
    const isKey = (text: string) =>
      /^[a-z][a-zA-Z]*(\.[a-zA-Z]+)+$/.test(text) && !/\.(vn|com|org|local|test)$/.test(text);
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter(isKey);
  });
  expect(found, `words missing on ${page.url()}`).toEqual([]);
}

/** One heading, a title of its own, and everything said in words. */
async function expectNamed(page: Page) {
  // Set only when the page itself stands: the picture before it has a heading too.
  await expect(page).toHaveTitle(/\S+ · OneTouch$/);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading, `one h1 on ${page.url()}`).toHaveCount(1);
  await expect(heading).not.toBeEmpty();
  await expectNoKeys(page);
}

async function expectEnglish(page: Page) {
  const toEnglish = page.getByRole('button', { name: /English$/ });
  if (await toEnglish.isVisible()) await toEnglish.click();
  else {
    // A lesson or a test fills the screen without the switch: the language chosen before holds there too.
    await page.evaluate(() => localStorage.setItem('onetouch.locale', 'en'));
    await page.reload();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectNamed(page);
  await expectNoOverhang(page);
  await page.evaluate(() => localStorage.setItem('onetouch.locale', 'vi'));
}

/** As on a device that is set so. */
async function setDevice(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
}

/** As it stands, with what is open on it: the smallest screen by day, the largest in the dark. */
export async function expectSoundAtEnds(page: Page) {
  await page.setViewportSize({ width: 320, height: 640 });
  await setDevice(page, 'light');
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await setDevice(page, 'dark');
  await expectSound(page);
}

/** Another view of what is seen in all looks elsewhere. */
async function visitShortly(page: Page, path: string) {
  await page.goto(path);
  await expectNamed(page);
  await expectSoundAtEnds(page);
  await setDevice(page, 'light');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectEnglish(page);
}

async function visit(page: Page, path: string) {
  await page.goto(path);
  await expectNamed(page);
  for (const size of widths) {
    await page.setViewportSize(size);
    await setDevice(page, 'light');
    await expectSound(page);
    // Dark changes colours and nothing else, and small phones have the colours of larger ones.
    await setDevice(page, 'dark');
    if (size.width > 320) await expectSound(page, ['color-contrast']);
  }
  await setDevice(page, 'light');
  await expectEnglish(page);
}

/** Views of a page that are told apart by the end of their address alone, in fewer looks. */
export const kin = (first: string, ...ends: string[]) => ends.map((end) => ({ kin: `${first}${end}` }));

/** `refusal` is what the browser may say of each page that a person may not open. */
export async function expectAllSound(
  browser: Browser,
  actor: Actor | null,
  paths: (string | { kin: string })[],
  refusal?: RegExp,
) {
  const context = actor ? await actor.open(browser) : await browser.newContext();
  const page = await context.newPage();
  const complaints = listen(page);
  for (const one of paths)
    if (typeof one === 'string') await test.step(one, () => visit(page, one));
    else await test.step(one.kin, () => visitShortly(page, one.kin));
  expect(complaints.filter((complaint) => !refusal?.test(complaint))).toEqual([]);
  await context.close();
}
