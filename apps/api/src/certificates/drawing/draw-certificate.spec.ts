import { describe, expect, it } from '@jest/globals';
import { pdfText } from '../../../test/pdf-text.js';
import { checkAddress, type DrawnCertificate } from './certificate-words.js';
import { drawCertificate } from './draw-certificate.js';
import { darkRuns, qrModules } from './qr-code.js';

const certificate: DrawnCertificate = {
  number: '0427/2026/CN-KNS',
  code: '8K4M-2Q7P-XD5R',
  personName: 'Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh',
  courseTitle: { vi: 'Xử lý hồ sơ một cửa trên môi trường mạng' },
  issuerName: 'Trung tâm Đào tạo kỹ năng số',
  issuerPlace: 'Hà Nội',
  minutes: 180,
  completedAt: new Date('2026-11-20T03:00:00Z'),
  issuedAt: new Date('2026-11-20T18:00:00Z'),
  verifyUrl: 'https://onetouch.example/verify/8K4M-2Q7P-XD5R',
  revokedAt: null,
  isDemonstration: false,
};

const textOf = async (wish: Partial<DrawnCertificate> = {}) =>
  pdfText(await drawCertificate({ ...certificate, ...wish }));

describe('the certificate as PDF', () => {
  it('says whom, what, by whom, when and where, with every mark in its place', async () => {
    const text = await textOf();
    for (const words of [
      'CHỨNG NHẬN',
      'TỔ CHỨC CẤP CHỨNG NHẬN',
      'TRUNG TÂM ĐÀO TẠO KỸ NĂNG SỐ',
      'Số: 0427/2026/CN-KNS',
      'Hà Nội, ngày 21 tháng 11 năm 2026',
      'Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh',
      'Xử lý hồ sơ một cửa trên môi trường mạng',
      'Thời lượng 3 giờ',
      'Hoàn thành ngày 20/11/2026',
      'onetouch.example/verify',
      'Mã: 8K4M-2Q7P-XD5R',
      'Chứng nhận điện tử, kiểm tra bằng mã',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('\ufffd');
  });

  it('shows every letter of Vietnamese, also from a name typed with separate marks', async () => {
    const vowels = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ';
    const letters = vowels + vowels.toLocaleUpperCase('vi');
    expect((await textOf({ personName: letters })).replaceAll(' ', '')).toContain(letters);
    expect(await textOf({ personName: 'Nguyễn Thị Ộ'.normalize('NFD') })).toContain('Nguyễn Thị Ộ');
  });

  it('can be copied letter by letter where the font joins letters to one sign', async () => {
    const text = await textOf({ personName: 'Steffi Griffin Offner', isDemonstration: true });
    for (const words of ['Steffi Griffin Offner', 'BẢN MINH HỌA']) expect(text).toContain(words);
    expect(text).not.toContain('\ufffd');
  });

  it('claims no signature, no state motto and no mark that is not there', async () => {
    const text = await textOf();
    for (const words of ['CỘNG HÒA', 'Độc lập', 'Đã ký', 'GIÁM ĐỐC', 'ĐÃ THU HỒI', 'BẢN MINH HỌA'])
      expect(text).not.toContain(words);
  });

  it('is stamped when it is revoked, with the day in Viet Nam', async () => {
    const text = await textOf({ revokedAt: new Date('2026-11-22T20:00:00Z') });
    expect(text).toContain('ĐÃ THU HỒI');
    expect(text).toContain('ngày 23/11/2026');
  });

  it('says that it is a demonstration when it is one', async () => {
    expect(await textOf({ isDemonstration: true })).toContain('BẢN MINH HỌA');
  });

  it('holds the longest title, name and issuer without losing a letter', async () => {
    const long = {
      personName: 'Ộ'.repeat(120),
      courseTitle: { vi: 'Ữ'.repeat(160) },
      issuerName: 'Ể'.repeat(200),
    };
    const text = await textOf(long);
    const count = (letter: string) => [...text].filter((one) => one === letter).length;
    expect([count('Ộ'), count('Ữ'), count('Ể')]).toEqual([120, 160, 400]);
  });

  it('is one page of A4 across, tagged, in Vietnamese, with embedded fonts', async () => {
    const pdf = (await drawCertificate(certificate)).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/);
    expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/Lang \(vi-VN\)/);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toContain('/FontFile2');
    expect(pdf).not.toContain('Helvetica');
  });

  it('is the same to the last byte whenever it is drawn', async () => {
    const withoutId = (pdf: Buffer) => pdf.toString('latin1').replace(/\/ID \[.*\]/, '');
    expect(withoutId(await drawCertificate(certificate))).toBe(withoutId(await drawCertificate(certificate)));
  });
});

describe('the QR code', () => {
  it('is drawn module for module', () => {
    const modules = qrModules(certificate.verifyUrl);
    const drawn = modules.map((line) => line.map(() => false));
    for (const { row, column, length } of darkRuns(modules)) drawn[row]?.fill(true, column, column + length);
    expect(drawn).toEqual(modules);
  });

  it('has its three corners and no quiet zone of its own', () => {
    const modules = qrModules(certificate.verifyUrl);
    const last = modules.length - 1;
    for (const [row, column] of [
      [0, 0],
      [0, last - 6],
      [last - 6, 0],
    ] as const) {
      expect(modules[row]?.slice(column, column + 7)).toEqual(Array(7).fill(true));
    }
  });
});

describe('the words', () => {
  it('give the address of the checking page without the code', () => {
    expect(checkAddress('https://hoc.example.vn/nen-tang/verify/8K4M-2Q7P-XD5R')).toBe(
      'hoc.example.vn/nen-tang/verify',
    );
  });
});
