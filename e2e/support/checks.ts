// What is asked of every page on the way: no accessibility violation, no sideways scrolling.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const sizeRule = 'target-size';

/** The pages have no frames, so no second tab is opened to gather what is found in them: three times as fast. */
const axeOf = (page: Page) => new AxeBuilder({ page }).options({ ancestry: true }).setLegacyMode(true);

interface Found {
  id: string;
  help: string;
  /** `ancestry` is the way from the root, so that it names one element only. */
  nodes: { html: string; ancestry?: unknown[] }[];
}

/** Runs axe on the page as it stands, all of its rules or the named ones, and sees that nothing sticks out to the side. */
export async function expectSound(page: Page, rules?: string[]): Promise<void> {
  const axe = axeOf(page);
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze();
  const found = (await withoutCovered(page, violations)).map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  );
  const { width } = page.viewportSize() ?? { width: 0 };
  expect(found, `accessibility of ${page.url()} at ${width} px`).toEqual([]);
  await expectNoOverhang(page);
}

/** Nothing is wider than the screen. */
export async function expectNoOverhang(page: Page): Promise<void> {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(
    overhang,
    `sideways scrolling of ${page.url()} at ${page.viewportSize()?.width} px`,
  ).toBeLessThanOrEqual(0);
}

/** A target that a fixed bar covers by chance is no small target: it is measured again in the middle of the screen. */
async function withoutCovered(page: Page, violations: Found[]): Promise<Found[]> {
  const result: Found[] = [];
  for (const violation of violations) {
    if (violation.id !== sizeRule) {
      result.push(violation);
      continue;
    }
    const nodes = [];
    for (const node of violation.nodes) if (await isSmall(page, String(node.ancestry?.[0]))) nodes.push(node);
    if (nodes.length > 0) result.push({ ...violation, nodes });
  }
  return result;
}

async function isSmall(page: Page, selector: string): Promise<boolean> {
  const before = await page.evaluate(() => scrollY);
  await page
    .locator(selector)
    .evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { violations } = await axeOf(page).withRules([sizeRule]).analyze();
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), before);
  return violations.some(({ nodes }) => nodes.some(({ ancestry }) => String(ancestry?.[0]) === selector));
}
