// The certificate as PDF, A4 landscape: tagged, in Vietnamese, fonts embedded, vectors only. Drawn from the row as issued.
import { certificateWords as words, durationWords, placeAndDate } from '@onetouch/domain';
import PDFDocument from 'pdfkit';
import { checkAddress, type DrawnCertificate } from './certificate-words.js';
import { colours } from './colours.js';
import { registerFonts } from './fonts.js';
import { fitText, type Lettering, setLine, setPieces } from './lettering.js';
import { bandWidth, drawBand, drawFrame, drawMark, drawShadow } from './ornaments.js';
import { drawQrCode, qrGroundEdge } from './qr-code.js';
import { labelDemonstration, stampRevoked } from './stamps.js';
import { vietnamDate, vietnamDay } from '../../platform/vietnam-time.js';

type Sheet = PDFKit.PDFDocument;
const page = { width: 841.89, height: 595.28 };
const frame = { left: 97, top: 18, right: 823.5, bottom: 576.5 };
const middle = (bandWidth(page.height) + page.width) / 2;
const inner = { left: frame.left + 29, right: frame.right - 29, bottom: frame.bottom - 20 };

const plain = (size: number, colour: string = colours.ink): Lettering => ({ style: 'regular', size, colour });
const bold = (size: number, colour: string = colours.ink): Lettering => ({ style: 'bold', size, colour });

function newSheet(certificate: DrawnCertificate): Sheet {
  return new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'vi-VN',
    tagged: true,
    displayTitle: true,
    info: {
      Title: `Chứng nhận ${certificate.number}: ${certificate.personName}`,
      Author: certificate.issuerName,
      Subject: certificate.courseTitle.vi,
      Creator: 'OneTouch',
      Producer: 'OneTouch',
      CreationDate: certificate.issuedAt,
      ModDate: certificate.revokedAt ?? certificate.issuedAt,
    },
  });
}

function drawGround(sheet: Sheet): void {
  sheet.markContent('Artifact', { type: 'Layout' });
  sheet.rect(0, 0, page.width, page.height).fill(colours.sheet);
  drawShadow(sheet, { x: middle + 1, y: 287 });
  drawBand(sheet, page.height);
  drawFrame(sheet, frame);
  sheet.endMarkedContent();
}

function writeIssuer(sheet: Sheet, certificate: DrawnCertificate): void {
  const x = inner.left + 135;
  setLine(sheet, words.issuerLabel, { lettering: plain(10.5), x, baseline: 52, align: 'middle' });
  const name = fitText(sheet, certificate.issuerName.toLocaleUpperCase('vi'), {
    lettering: bold(12),
    width: 270,
    maxLines: 3,
    minSize: 8,
  });
  const step = name.lettering.size * 1.38;
  name.lines.forEach((line, index) => {
    setLine(sheet, line, { lettering: name.lettering, x, baseline: 69 + index * step, align: 'middle' });
  });
  const under = 69 + (name.lines.length - 1) * step;
  sheet
    .lineWidth(0.75)
    .moveTo(x - 36, under + 11)
    .lineTo(x + 36, under + 11)
    .stroke(colours.ink);
  setLine(sheet, `${words.number} ${certificate.number}`, {
    lettering: plain(10.5),
    x,
    baseline: under + 29,
    align: 'middle',
  });
}

function writePlaceAndDate(sheet: Sheet, certificate: DrawnCertificate): void {
  const name = bold(14);
  setLine(sheet, 'OneTouch', { lettering: name, x: inner.right, baseline: 56.5, align: 'right' });
  drawMark(sheet, {
    x: inner.right - 88,
    y: 51.5,
    size: 22,
    petal: '#FFFFFF',
    lit: colours.gold,
    ground: colours.indigo,
  });
  const line = placeAndDate(certificate.issuerPlace, vietnamDay(certificate.issuedAt));
  setLine(sheet, line, {
    lettering: { style: 'italic', size: 11, colour: colours.ink },
    x: inner.right,
    baseline: 80,
    align: 'right',
  });
}

function writeHolder(sheet: Sheet, certificate: DrawnCertificate): void {
  const name = fitText(sheet, certificate.personName, {
    lettering: bold(27),
    width: 600,
    maxLines: 2,
    minSize: 13,
  });
  const step = name.lettering.size * 1.3;
  const first = 277 - (name.lines.length - 1) * step * 0.62;
  setLine(sheet, words.givenTo, {
    lettering: plain(13, colours.softInk),
    x: middle,
    baseline: first - 33,
    align: 'middle',
  });
  name.lines.forEach((line, index) => {
    setLine(sheet, line, {
      lettering: name.lettering,
      x: middle,
      baseline: first + index * step,
      align: 'middle',
    });
  });
}

function writeCourse(sheet: Sheet, certificate: DrawnCertificate): void {
  setLine(sheet, words.hasCompleted, {
    lettering: plain(13, colours.softInk),
    x: middle,
    baseline: 327,
    align: 'middle',
  });
  const title = fitText(sheet, certificate.courseTitle.vi, {
    lettering: bold(18),
    width: 600,
    maxLines: 2,
    minSize: 11,
  });
  const step = title.lettering.size * 1.35;
  title.lines.forEach((line, index) => {
    setLine(sheet, line, {
      lettering: title.lettering,
      x: middle,
      baseline: 354 + index * step,
      align: 'middle',
    });
  });
  const facts = [
    { text: `${words.duration} `, lettering: plain(12) },
    { text: durationWords(certificate.minutes), lettering: bold(12) },
    { text: `  ·  ${words.completedOn} `, lettering: plain(12) },
    { text: vietnamDate(certificate.completedAt), lettering: bold(12) },
  ];
  setPieces(sheet, facts, {
    x: middle,
    baseline: 354 + (title.lines.length - 1) * step + 28,
    align: 'middle',
  });
}

function writeCheck(sheet: Sheet, certificate: DrawnCertificate, x: number): void {
  setLine(sheet, words.check, { lettering: bold(10.5), x, baseline: 503, align: 'left' });
  setLine(sheet, words.scan, { lettering: plain(10.5), x, baseline: 519.5, align: 'left' });
  const address = fitText(sheet, checkAddress(certificate.verifyUrl), {
    lettering: plain(10.5),
    width: 230,
    maxLines: 1,
    minSize: 6,
  });
  setLine(sheet, address.lines.join(''), { lettering: address.lettering, x, baseline: 536, align: 'left' });
  const code = [
    { text: `${words.code} `, lettering: plain(10.5) },
    { text: certificate.code, lettering: { ...bold(10.5), spacing: 0.4 } },
  ];
  setPieces(sheet, code, { x, baseline: 552.5, align: 'left' });
}

function writeOrganisation(sheet: Sheet, certificate: DrawnCertificate): void {
  const x = inner.right - 105;
  const name = fitText(sheet, certificate.issuerName, {
    lettering: bold(12),
    width: 210,
    maxLines: 4,
    minSize: 8,
  });
  const step = name.lettering.size * 1.38;
  const last = 530;
  name.lines.forEach((line, index) => {
    setLine(sheet, line, {
      lettering: name.lettering,
      x,
      baseline: last - (name.lines.length - 1 - index) * step,
      align: 'middle',
    });
  });
  setLine(sheet, words.electronic, {
    lettering: plain(10.5, colours.softInk),
    x,
    baseline: 552.5,
    align: 'middle',
  });
}

/** What is read aloud, in reading order: the role in the document, and how it is drawn. */
function contentOf(
  sheet: Sheet,
  certificate: DrawnCertificate,
): [role: string, draw: () => void, alt?: string][] {
  const { verifyUrl, revokedAt } = certificate;
  const ground = qrGroundEdge(verifyUrl);
  const heading = { ...bold(37, colours.indigo), spacing: 1.2 };
  const content: [string, () => void, string?][] = [
    ['P', () => writeIssuer(sheet, certificate)],
    ['P', () => writePlaceAndDate(sheet, certificate)],
    [
      'H1',
      () => setLine(sheet, words.heading, { lettering: heading, x: middle, baseline: 180, align: 'middle' }),
    ],
    [
      'P',
      () =>
        setLine(sheet, words.subheading, { lettering: plain(13), x: middle, baseline: 205, align: 'middle' }),
    ],
    ['P', () => writeHolder(sheet, certificate)],
    ['P', () => writeCourse(sheet, certificate)],
    [
      'Figure',
      () => drawQrCode(sheet, verifyUrl, { x: inner.left, y: inner.bottom - ground }),
      `Mã QR: ${verifyUrl}`,
    ],
    ['P', () => writeCheck(sheet, certificate, inner.left + ground + 15)],
    ['P', () => writeOrganisation(sheet, certificate)],
  ];
  if (certificate.isDemonstration)
    content.push(['P', () => labelDemonstration(sheet, { x: middle + 42, top: 38 })]);
  if (revokedAt) content.push(['P', () => stampRevoked(sheet, { x: middle, y: 292 }, revokedAt)]);
  return content;
}

/** The bytes of the PDF, about 60 KB. */
export function drawCertificate(certificate: DrawnCertificate): Promise<Buffer> {
  const sheet = newSheet(certificate);
  registerFonts(sheet);
  const chunks: Buffer[] = [];
  const bytes = new Promise<Buffer>((resolve, reject) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk));
    sheet.on('end', () => resolve(Buffer.concat(chunks)));
    sheet.on('error', reject);
  });
  drawGround(sheet);
  const root = sheet.struct('Document');
  sheet.addStructure(root);
  for (const [role, draw, alt] of contentOf(sheet, certificate))
    root.add(sheet.struct(role, alt ? { alt } : {}, [draw]));
  root.end();
  sheet.end();
  return bytes;
}
