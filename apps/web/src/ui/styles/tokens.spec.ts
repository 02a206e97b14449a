// The colours can be read: every pair that the components use, light and dark, against WCAG 2.2 AA.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokensIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(
      ([, name, hex]) => [name, hex] as [string, string],
    ),
  );
const [lightCss = '', darkCss = ''] = css.split("[data-theme='dark']");
const light = tokensIn(lightCss);
const dark = { ...light, ...tokensIn(darkCss) };

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'raised', 'sunken'];
const onGrounds = (name: string, least: number) =>
  grounds.map((ground): [string, string, number] => [name, ground, least]);
const pairs: [string, string, number][] = [
  ...['ink', 'ink-2', 'ink-3', 'link', 'error'].flatMap((name) => onGrounds(name, 4.5)),
  ...['control', 'focus', 'wait-bar', 'primary', 'done'].flatMap((name) => onGrounds(name, 3)),
  ['on-primary', 'primary', 4.5],
  ['on-primary', 'primary-press', 4.5],
  ['on-selected', 'selected', 4.5],
  ['ink', 'selected', 4.5],
  ['ink-2', 'selected', 4.5],
  ['done', 'done-ground', 4.5],
  ['done', 'surface', 4.5],
  ['wait', 'wait-ground', 4.5],
  ['wait', 'surface', 4.5],
  ['error', 'error-ground', 4.5],
  ['link', 'error-ground', 4.5],
  ['on-error', 'error', 4.5],
  ['on-go', 'go', 4.5],
  ['on-go', 'go-press', 4.5],
  ['on-deep', 'deep', 4.5],
  ['on-deep-2', 'deep', 4.5],
  ['on-deep', 'deep-2', 4.5],
  ['focus-on-deep', 'deep', 3],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_theme, tokens: Record<string, string>) => {
  it.each(pairs)('shows %s on %s with a contrast of %d or more', (text, ground, least) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

describe('the measured contrast', () => {
  it('is the one that the design states', () => {
    expect(contrast('#1d1b16', '#ffffff')).toBeCloseTo(17.2, 1);
    expect(contrast('#1e4780', '#faf7f1')).toBeCloseTo(8.66, 1);
  });
});
