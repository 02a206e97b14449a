// Where everything on a step sheet comes to lie: numbers, lines, spaces. Draws nothing.
import { breakLines } from './letters.mjs';
import { Refusal } from './refusal.mjs';

/** A4 in points. */
export const page = { width: 595.28, height: 841.89, margin: 44 };

const inner = page.width - 2 * page.margin;
const headerIndent = 60;
const itemIndent = 30;

// From airy to dense; the first that fits is taken. Below 1.35 the stacked marks of Vietnamese touch the line above.
const leadings = [1.75, 1.7, 1.65, 1.6, 1.55, 1.5, 1.45, 1.4, 1.35];

/** The plan of a sheet: `{ header, intro, sections, footer }`, each with its lines and its top; refuses one that needs a second page. */
export function planSheet(document, sheet) {
  for (const leading of leadings) {
    const plan = planWith(document, sheet, leading);
    if (plan.end <= plan.footer.top - 16) return plan;
  }
  throw new Refusal(`The sheet '${sheet.title}' does not fit on one page. Give it fewer or shorter lines.`);
}

function planWith(document, sheet, leading) {
  const set = (text, look) => breakLines(document, text, { weight: 400, width: inner, leading, ...look });
  const footer = set(sheet.footer, { size: 12, weight: 700, leading: 1.45 });
  const cursor = { top: page.margin };
  const header = {
    course: place(
      cursor,
      set(`OneTouch · ${sheet.course}`, { size: 11, width: inner - headerIndent, leading: 1.5 }),
    ),
    title: place(
      cursor,
      set(sheet.title, { size: 24, weight: 700, width: inner - headerIndent, leading: 1.3 }),
    ),
    indent: headerIndent,
  };
  cursor.top = Math.max(cursor.top, page.margin + 48) + 8;
  const intro = place(cursor, set(sheet.intro, { size: 14, leading: Math.min(leading, 1.5) }));
  const sections = numbered(sheet.sections).map((section) => planSection(section, { cursor, set, leading }));
  return {
    header,
    intro,
    sections,
    end: cursor.top,
    footer: { lines: footer, top: page.height - 34 - heightOf(footer) },
  };
}

function planSection(section, { cursor, set, leading }) {
  cursor.top += 10 * (leading - 0.9);
  const indent = section.number ? itemIndent : 0;
  const heading = {
    ...place(cursor, set(section.heading, { size: 15, weight: 700, width: inner - indent })),
    indent,
  };
  const items = section.items.map(({ label, text }) => ({
    label,
    indent: itemIndent,
    ...place(cursor, set(text, { size: 14, width: inner - itemIndent })),
  }));
  return { number: section.number, heading, items };
}

/**
 * Numbers for what has none. Numbers that the author wrote are kept; under a numbered heading the items are
 * a), b), c), as Vietnamese papers count them, so that 'mục 5' means one thing only; a single one needs no letter.
 */
export function numbered(sections) {
  return sections.map(({ heading, items }) => {
    const [number, bareHeading] = splitNumber(heading);
    return {
      number,
      heading: bareHeading,
      items: items.map((item, index) => {
        const [written, text] = splitNumber(item);
        return {
          label: written ?? labelOf(index, { underNumber: Boolean(number), alone: items.length === 1 }),
          text,
        };
      }),
    };
  });
}

function labelOf(index, { underNumber, alone }) {
  if (!underNumber) return String(index + 1);
  return alone ? undefined : `${String.fromCharCode(97 + index)})`;
}

function splitNumber(text) {
  const found = /^(\d{1,2})\.\s+(.*)$/s.exec(text);
  return found ? [found[1], found[2]] : [undefined, text];
}

function place(cursor, lines) {
  const top = cursor.top;
  cursor.top += heightOf(lines);
  return { lines, top };
}

function heightOf(lines) {
  return lines.reduce((sum, { height }) => sum + height, 0);
}
