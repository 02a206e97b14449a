// The page on which Chromium draws the scenes, frame by frame. Knows opacities, not seconds, and never measures real time.
import { chromium } from 'playwright-core';
import { fontFaces } from './fonts.mjs';
import { findChromium } from './programs.mjs';

const size = { width: 640, height: 360 };
const weights = [400, 600, 700];

// Without these the letters depend on the screen and the graphics card of the machine.
const steadyDrawing = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-gpu',
  '--force-color-profile=srgb',
];

/** Opens the stage with all drawings on it: their reveal times, a picture of a state, and the curtain. */
export async function openStage(drawings) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: steadyDrawing,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: 1, offline: true });
  const page = await context.newPage();
  await page.setContent(pageOf(drawings));
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  return {
    reveals: await page.evaluate(readReveals),
    picture: (state) => takePicture(page, state),
    close: () => browser.close(),
  };
}

function pageOf(drawings) {
  const scenes = drawings.map((drawing) => `<div class="scene">${drawing}</div>`).join('');
  return `<!doctype html><meta charset="utf-8"><style>${fontFaces(weights)}
    body { margin: 0; background: #fff; }
    .scene { position: absolute; inset: 0; visibility: hidden; }
    .scene svg { display: block; width: ${size.width}px; height: ${size.height}px; }</style>${scenes}`;
}

function readReveals() {
  return [...document.querySelectorAll('.scene')].map((scene) =>
    [...scene.querySelectorAll('[data-at]')].map((group) => Number(group.getAttribute('data-at'))),
  );
}

async function takePicture(page, state) {
  await page.evaluate(showState, state);
  return page.screenshot({ type: 'png' });
}

function showState(state) {
  document.querySelectorAll('.scene').forEach((scene, index) => {
    const layer = state.find((candidate) => candidate.scene === index);
    scene.style.visibility = layer ? 'visible' : 'hidden';
    if (!layer) return;
    scene.style.opacity = String(layer.opacity);
    scene.querySelectorAll('[data-at]').forEach((group, position) => {
      group.style.opacity = String(layer.groups[position]);
    });
  });
}
