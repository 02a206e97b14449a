// A step sheet as a tagged one-page A4 PDF. Knows colours and the structure for screen readers; the plan says where.
import PDFDocument from 'pdfkit';
import { writeResult } from './courses.mjs';
import { breakLines, drawLine, registerFonts, widthOf } from './letters.mjs';
import { page, planSheet } from './sheet-plan.mjs';

const budgetBytes = 80 * 1024;
const colours = {
  ink: '#1D1B16',
  soft: '#565044',
  line: '#E3DCCE',
  edge: '#857C6B',
  cham: '#1E4780',
  deep: '#112748',
};
const nghe = '#F2B134';

// The file must not change when nothing in it changed, so its date is that of the edition and not of the run.
const editionDate = new Date('2026-11-21T00:00:00Z');

/** Writes the PDF beside the YAML of the sheet. */
export async function makeSheet(sheet, course) {
  const document = newDocument(sheet, course);
  const plan = planSheet(document, { ...sheet, course: course.title });
  document.addStructure(structureOf(document, plan));
  drawOrnaments(document, plan);
  return writeResult(sheet.target, await bytesOf(document), budgetBytes);
}

function newDocument(sheet, course) {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    lang: 'vi-VN',
    tagged: true,
    displayTitle: true,
    info: { Title: sheet.title, Author: 'OneTouch', Subject: course.title, CreationDate: editionDate },
  });
  registerFonts(document, [400, 700]);
  return document;
}

/** The reading order: title, introduction, each section with its heading and list, the closing line. */
function structureOf(document, { header, intro, sections, footer }) {
  const text = (tag, block, colour) => document.struct(tag, {}, () => drawBlock(document, block, colour));
  return document.struct('Document', {}, [
    text('P', { ...header.course, indent: header.indent }, colours.soft),
    text('H1', { ...header.title, indent: header.indent }, colours.deep),
    text('P', intro, colours.soft),
    ...sections.map((section) =>
      document.struct('Sect', {}, [
        document.struct('H2', {}, () => drawHeading(document, section)),
        document.struct(
          'L',
          {},
          section.items.map((item) => listItem(document, item)),
        ),
      ]),
    ),
    text('P', footer, colours.deep),
  ]);
}

function listItem(document, item) {
  const body = document.struct('LBody', {}, () => drawBlock(document, item, colours.ink));
  if (!item.label) return document.struct('LI', {}, [body]);
  return document.struct('LI', {}, [document.struct('Lbl', {}, () => drawLabel(document, item)), body]);
}

function drawHeading(document, { number, heading }) {
  if (number) {
    const middle = middleOf(heading);
    document.circle(page.margin + 10.5, middle, 10.5).fill(nghe);
    drawCentred(document, number, { x: page.margin + 10.5, y: middle, size: 13, colour: colours.deep });
    // A space that nobody sees, so that a screen reader does not join the number to the first word.
    document.text(' ', page.margin + 21, middle, { lineBreak: false, baseline: 'alphabetic' });
  }
  drawBlock(document, heading, colours.cham);
}

function drawLabel(document, item) {
  const middle = middleOf(item);
  const x = page.margin + 10.5;
  const isNumber = /^\d+$/.test(item.label);
  if (isNumber) document.circle(x, middle, 9).lineWidth(1).stroke(colours.edge);
  drawCentred(document, item.label, { x, y: middle, size: isNumber ? 11 : 13, colour: colours.cham });
}

function drawCentred(document, text, { x, y, size, colour }) {
  const [line] = breakLines(document, text, { size, weight: 700, width: page.width, leading: 1 });
  drawLine(document, line, { x: x - widthOf(line.pieces) / 2, y: y + size * 0.36, colour });
}

function drawBlock(document, { lines, top, indent = 0 }, colour) {
  let lineTop = top;
  for (const line of lines) {
    drawLine(document, line, { x: page.margin + indent, y: baselineOf(line, lineTop), colour });
    lineTop += line.height;
  }
}

const baselineOf = ({ size, height }, top) => top + height / 2 + size * 0.36;
const middleOf = ({ lines, top }) => top + lines[0].height / 2;

/** The mark and the rules: for the eye only, so a screen reader passes over them. */
function drawOrnaments(document, { footer }) {
  document.markContent('Artifact', { type: 'Layout' });
  drawMark(document, { x: page.margin, y: page.margin, size: 46 });
  const right = page.width - page.margin;
  document
    .moveTo(page.margin, footer.top - 6)
    .lineTo(right, footer.top - 6)
    .lineWidth(1)
    .stroke(colours.line);
  document.endMarkedContent();
}

/** Four petals of a cement tile, one lit, on a grid of 32 units. */
function drawMark(document, { x, y, size }) {
  document
    .save()
    .translate(x, y)
    .scale(size / 32);
  document.roundedRect(0, 0, 32, 32, 7).fill(colours.cham);
  document.path('M15.2 15.2C9.6 15.2 6 11.6 6 6c5.6 0 9.2 3.6 9.2 9.2Z').fill('#FFFFFF');
  document.path('M16.8 15.2C16.8 9.6 20.4 6 26 6c0 5.6-3.6 9.2-9.2 9.2Z').fill('#FFFFFF');
  document.path('M15.2 16.8C15.2 22.4 11.6 26 6 26c0-5.6 3.6-9.2 9.2-9.2Z').fill('#FFFFFF');
  document.path('M16.8 16.8c5.6 0 9.2 3.6 9.2 9.2-5.6 0-9.2-3.6-9.2-9.2Z').fill(nghe);
  document.restore();
}

async function bytesOf(document) {
  const chunks = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.once('end', resolve));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
