// Certificates: earned by completion, numbered plainly, with a code that survives being read out on the telephone.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  certificateCode,
  certificateCodeBytes,
  certificateEligibility,
  certificateNumber,
  issuerCodeOf,
  normaliseCertificateCode,
} from './certificate.js';

const codes = fc
  .uint8Array({ minLength: certificateCodeBytes, maxLength: certificateCodeBytes })
  .map(certificateCode);
const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const places = fc.constantFrom(0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13);

describe('who may have a certificate', () => {
  const completedAt = new Date(0);
  it.each([
    { facts: { completedAt }, verdict: { isEligible: true } },
    { facts: { completedAt: null }, verdict: { isEligible: false, because: 'not-completed' } },
  ])('$facts gives $verdict', ({ facts, verdict }) => {
    expect(certificateEligibility(facts)).toEqual(verdict);
  });
});

describe('the number of a certificate', () => {
  it.each([
    { registerNumber: 427, number: '0427/2026/CN-KNS' },
    { registerNumber: 1, number: '0001/2026/CN-KNS' },
    { registerNumber: 12_345, number: '12345/2026/CN-KNS' },
  ])('of register entry $registerNumber is $number', ({ registerNumber, number }) => {
    expect(certificateNumber({ registerNumber, year: 2026, issuerCode: 'KNS' })).toBe(number);
  });
});

describe('the issuer in the number', () => {
  it('is named by the chosen code, or by the serial number when there is none', () => {
    expect(issuerCodeOf({ chosen: 'KNS', serial: 17 })).toBe('KNS');
    expect(issuerCodeOf({ chosen: null, serial: 17 })).toBe('OT17');
  });

  it('tells two issuers apart in every register, whoever has a code', () => {
    const issuer = fc.record({
      chosen: fc.option(fc.constantFrom('KNS', 'TN', 'OTO', 'A1')),
      serial: fc.integer({ min: 1, max: 9 }),
    });
    const entry = fc.record({
      registerNumber: fc.integer({ min: 1, max: 20_000 }),
      year: fc.constantFrom(2026, 2027),
    });
    fc.assert(
      fc.property(issuer, issuer, entry, entry, (one, other, first, second) => {
        fc.pre(one.serial !== other.serial && (one.chosen === null || one.chosen !== other.chosen));
        const numbers = [
          certificateNumber({ ...first, issuerCode: issuerCodeOf(one) }),
          certificateNumber({ ...second, issuerCode: issuerCodeOf(other) }),
        ];
        expect(numbers[0]).not.toBe(numbers[1]);
      }),
    );
  });
});

describe('the code of a certificate', () => {
  it('is these characters for these bytes, or printed codes could not be checked any more', () => {
    expect(certificateCode(new Uint8Array([8, 19, 4, 20, 2, 23, 7, 22, 29, 13, 5]))).toBe('8K4M-2Q7P-XD5G');
    // Only the last place is set, so the check is x times 1.
    expect(certificateCode(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]))).toBe('0000-0000-0012');
    expect(certificateCode(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16]))).toBe('0000-0000-00G5');
  });

  it('has twelve characters without look-alikes in groups of four, and is canonical', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
        expect(normaliseCertificateCode(code)).toBe(code);
      }),
    );
  });

  it('is found however it is typed', () => {
    const written = (code: string) => [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' – '),
      `\u00a0${code.replaceAll('-', '\u200b')}\n`,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
    ];
    fc.assert(
      fc.property(codes, (code) => {
        for (const typed of written(code)) expect(normaliseCertificateCode(typed)).toBe(code);
      }),
    );
  });

  it('is not taken with any one character wrong', () => {
    fc.assert(
      fc.property(codes, places, fc.constantFrom(...alphabet), (code, place, character) => {
        fc.pre(code[place] !== character);
        expect(normaliseCertificateCode(code.slice(0, place) + character + code.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('is not taken with any two characters swapped', () => {
    fc.assert(
      fc.property(codes, places, places, (code, one, other) => {
        const characters = [...code];
        const [first, second] = [characters[one] ?? '', characters[other] ?? ''];
        fc.pre(first !== second);
        const swapped = characters.with(one, second).with(other, first).join('');
        expect(normaliseCertificateCode(swapped)).toBeNull();
      }),
    );
  });

  it.each(['', '0000', '0000-0000-0000-0', '0000-0000-000U', '0000_0000_0000', '<script>'])(
    'is not %j',
    (typed) => {
      expect(normaliseCertificateCode(typed)).toBeNull();
    },
  );
});
