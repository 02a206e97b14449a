// Vietnamese text: found without accents, sorted by the last word, shown to strangers in part only.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldVietnamese, lastWordFirst, maskEmail, maskName, maskPhone } from './vietnamese.js';

/** Every lower-case vowel of Vietnamese with all its tones, under the letter that it folds to. */
const vowels: Record<string, string> = {
  a: 'aàáảãạăằắẳẵặâầấẩẫậ',
  e: 'eèéẻẽẹêềếểễệ',
  i: 'iìíỉĩị',
  o: 'oòóỏõọôồốổỗộơờớởỡợ',
  u: 'uùúủũụưừứửữự',
  y: 'yỳýỷỹỵ',
  d: 'dđ',
};

describe('folding for search', () => {
  it.each(Object.entries(vowels))(
    'folds every form of %s, composed or not, large or small',
    (base, forms) => {
      const folded = base.repeat(forms.length);
      for (const text of [
        forms,
        forms.normalize('NFD'),
        forms.toUpperCase(),
        forms.toUpperCase().normalize('NFD'),
      ]) {
        expect(foldVietnamese(text)).toBe(folded);
      }
    },
  );

  it.each([
    { text: 'Chuyển đổi số', folded: 'chuyen doi so' },
    { text: 'hoà', folded: 'hoa' },
    { text: 'hòa', folded: 'hoa' },
    { text: '  ĐỊNH\u00a0DANH \u200b\t điện\ntử ', folded: 'dinh danh dien tu' },
    { text: 'Ð\u00f0 là chữ Đ gõ nhầm', folded: 'dd la chu d go nham' },
    { text: '“Sống – Làm việc…”', folded: '"song - lam viec..."' },
    { text: 'Mã QR 4.0', folded: 'ma qr 4.0' },
    { text: '', folded: '' },
  ])('folds $text to $folded', ({ text, folded }) => {
    expect(foldVietnamese(text)).toBe(folded);
  });

  it('changes nothing the second time, and does not mind how a text is composed', () => {
    const letters = fc.constantFrom(...Object.values(vowels).join(''), ...' \u00a0\u200b-“…Ðß½ŉ');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters }), fc.string({ unit: 'grapheme' })), (text) => {
        const folded = foldVietnamese(text);
        expect(foldVietnamese(folded)).toBe(folded);
        expect(foldVietnamese(text.normalize('NFD'))).toBe(folded);
      }),
    );
  });
});

describe('sorting people', () => {
  it('puts the last word first, then the whole name', () => {
    expect(lastWordFirst(' Nguyễn  Văn\u00a0Bảo ')).toBe('Bảo Nguyễn Văn Bảo');
    expect(lastWordFirst('Bảo')).toBe('Bảo Bảo');
    expect(lastWordFirst('  ')).toBe('');
  });

  it('lists a class as a Vietnamese teacher would', () => {
    const people = [
      'Trần Thị Ánh',
      'Lê Văn Đức',
      'Nguyễn Thị An',
      'Bùi Văn Dũng',
      'Lê Thị An',
      'Phạm Gia Ân',
    ];
    const vietnamese = new Intl.Collator('vi');
    const sorted = people.toSorted((one, other) =>
      vietnamese.compare(lastWordFirst(one), lastWordFirst(other)),
    );
    expect(sorted).toEqual([
      'Lê Thị An',
      'Nguyễn Thị An',
      'Trần Thị Ánh',
      'Phạm Gia Ân',
      'Bùi Văn Dũng',
      'Lê Văn Đức',
    ]);
  });
});

describe('what strangers see', () => {
  it.each([
    { name: 'Nguyễn Văn Bảo', masked: 'N. V. Bảo' },
    { name: 'đỗ thị ánh', masked: 'Đ. T. ánh' },
    { name: 'Ế'.normalize('NFD') + 'm Bảo', masked: 'Ế. Bảo' },
    { name: ' Lê\u00a0 Bảo ', masked: 'L. Bảo' },
    { name: 'Bảo', masked: 'B.' },
    { name: '', masked: '' },
  ])('of the name $name is $masked', ({ name, masked }) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    { email: 'bao.nguyen@laocai.gov.vn', masked: 'b***@laocai.gov.vn' },
    { email: 'b@x.vn', masked: 'b***@x.vn' },
    { email: '@x.vn', masked: '***' },
    { email: 'bao', masked: '***' },
  ])('of the address $email is $masked', ({ email, masked }) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it.each([
    { phone: '+84912345678', masked: '+84 *** *** 678' },
    { phone: '+842143840123', masked: '+84 *** *** 123' },
    { phone: '0912345678', masked: '***' },
  ])('of the number $phone is $masked', ({ phone, masked }) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
