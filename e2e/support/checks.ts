// What is asked of every page on the way: no accessibility violation, no sideways scrolling.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const sizeRule = 'target-size';

interface Found {
  id: string;
  help: string;
  nodes: { html: string; target: unknown[] }[];
}

/** Runs axe on the page as it stands, and sees that nothing sticks out to the side. */
export async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = (await withoutCovered(page, violations)).map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, `sideways scrolling of ${page.url()}`).toBeLessThanOrEqual(0);
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
    for (const node of violation.nodes) if (await isSmall(page, String(node.target[0]))) nodes.push(node);
    if (nodes.length > 0) result.push({ ...violation, nodes });
  }
  return result;
}

async function isSmall(page: Page, selector: string): Promise<boolean> {
  const before = await page.evaluate(() => scrollY);
  await page
    .locator(selector)
    .evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { violations } = await new AxeBuilder({ page }).withRules([sizeRule]).analyze();
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), before);
  return violations.some(({ nodes }) => nodes.some(({ target }) => String(target[0]) === selector));
}
