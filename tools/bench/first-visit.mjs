// What a first visit to the catalogue costs on a cheap phone: compressed bytes by kind, and when the page stands. Knows the address only.
import { chromium } from '@playwright/test';
import { ensureChromium } from '../test/chromium.mjs';

export const describe =
  'compressed bytes of the catalogue and its largest contentful paint at 4x slower CPU and 400 kbit/s';

const runs = 5;
const settleMs = 1_500;
/** 400 kbit/s each way with 400 ms for a round trip, as on a weak 3G. */
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
};
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const kindOf = {
  Script: 'js',
  Stylesheet: 'css',
  Font: 'font',
  Document: 'html',
  Fetch: 'data',
  XHR: 'data',
  Image: 'image',
};

/** Adds up what comes over the wire, encoded as it was sent, by kind. */
function countBytes(session) {
  const kinds = new Map();
  const bytes = {};
  session.on('Network.responseReceived', ({ requestId, type }) =>
    kinds.set(requestId, kindOf[type] ?? 'other'),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  return bytes;
}

/** The latest largest contentful paint, in milliseconds since the navigation began. */
const readPaint = () =>
  new Promise((done) => {
    const seen = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
    setTimeout(() => done(seen.at(-1)?.startTime ?? 0), 100);
  });

/** Notes when the first course can be read: the heading above stands earlier, in the page itself. */
const noteFirstCourse = () => {
  const look = () => {
    if (document.querySelector('main h3')) globalThis.firstCourseMs = performance.now();
    else globalThis.requestAnimationFrame(look);
  };
  globalThis.requestAnimationFrame(look);
};

async function visit(browser, url) {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bytes = countBytes(session);
  await page.addInitScript(noteFirstCourse);
  await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  // The page stands before its fonts are there; they are part of the visit all the same.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(settleMs);
  const largestPaintMs = await page.evaluate(readPaint);
  const firstCourseMs = await page.evaluate(() => globalThis.firstCourseMs);
  await context.close();
  return { bytes, largestPaintMs, firstCourseMs };
}

/** Several first visits with an empty cache; the median of each figure. */
export async function run(context) {
  const api = await context.startApi({ ONETOUCH_DEMO: '1' });
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: flags });
  await visit(browser, api.url);
  const visits = [];
  for (let number = 0; number < runs; number += 1) visits.push(await visit(browser, api.url));
  await browser.close();
  await api.stop();
  const kinds = [...new Set(visits.flatMap(({ bytes }) => Object.keys(bytes)))];
  const middle = (pick) => context.median(visits.map(pick));
  context.table(
    ['kind', 'KB'],
    kinds.map((kind) => [kind, (middle(({ bytes }) => bytes[kind] ?? 0) / 1000).toFixed(1)]),
  );
  return {
    figures: {
      jsKB: middle(({ bytes }) => bytes.js ?? 0) / 1000,
      cssKB: middle(({ bytes }) => bytes.css ?? 0) / 1000,
      fontKB: middle(({ bytes }) => bytes.font ?? 0) / 1000,
      totalKB: middle(({ bytes }) => Object.values(bytes).reduce((sum, one) => sum + one, 0)) / 1000,
      largestPaintMs: middle((one) => one.largestPaintMs),
      firstCourseMs: middle((one) => one.firstCourseMs),
    },
    targets: { jsKB: { max: 150 }, totalKB: { max: 350 } },
  };
}
