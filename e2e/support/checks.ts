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
  const suspects = violations.find(({ id }) => id === sizeRule);
  if (!suspects) return violations;
  const others = violations.filter(({ id }) => id !== sizeRule);
  const before = await page.evaluate(() => scrollY);
  const small = await smallTargets(page, suspects.nodes);
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), before);
  return small.length > 0 ? [...others, { ...suspects, nodes: small }] : others;
}

type Node = Found['nodes'][number];
const pathOf = ({ ancestry }: Node) => String(ancestry?.[0]);

/** Each look clears everything that is large enough where it stands then, so a few looks do for many targets. */
async function smallTargets(page: Page, nodes: Node[]): Promise<Node[]> {
  const small: Node[] = [];
  let left = nodes;
  while (left[0]) {
    const [looked] = left;
    await page
      .locator(pathOf(looked))
      .evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const { violations } = await axeOf(page).withRules([sizeRule]).analyze();
    const paths = new Set(violations.flatMap((violation) => (violation.nodes as Node[]).map(pathOf)));
    if (paths.has(pathOf(looked))) small.push(looked);
    left = left.slice(1).filter((node) => paths.has(pathOf(node)));
  }
  return small;
}
