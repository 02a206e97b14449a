// Signing in: numbers and addresses as people really write them lead to one and the same account.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseLogin } from './login.js';

describe('a phone number', () => {
  it.each([
    '0912345678',
    '0912.345.678',
    '0912 345 678',
    '0912-345-678',
    '(0912) 345 678',
    '912345678',
    '84912345678',
    '+84912345678',
    '+84 912 345 678',
    '+84 (0) 912 345 678',
    '00 84 912 345 678',
    '\u00a00912\u200b345–678 ',
  ])('written as %j is +84912345678', (typed) => {
    expect(parseLogin(typed)).toEqual({ kind: 'phone', value: '+84912345678' });
  });

  it.each([
    { typed: '0841234567', value: '+84841234567', name: 'a mobile number with the prefix 084' },
    { typed: '841234567', value: '+84841234567', name: 'the same without its zero' },
    { typed: '84841234567', value: '+84841234567', name: 'the same with the country code' },
    { typed: '024 3825 1234', value: '+842438251234', name: 'a landline of 11 digits' },
    { typed: '+84 24 3825 1234', value: '+842438251234', name: 'the same with the country code' },
    { typed: '842438251234', value: '+842438251234', name: 'the same without the plus' },
    { typed: '0214 384 012', value: '+84214384012', name: 'a landline of 10 digits' },
    { typed: '84214384012', value: '+84214384012', name: 'the same with the country code' },
  ])('$typed is $name', ({ typed, value }) => {
    expect(parseLogin(typed)).toEqual({ kind: 'phone', value });
  });

  it.each([
    '',
    '113',
    '091234567',
    '09123456789',
    '0168 123 4567',
    '1900 1234',
    '+1 912 345 678',
    '0091 912345678',
    '+840',
    '0912345678a',
    '+84+912345678',
    '０９１２３４５６７８',
    '7.91881E+10',
  ])('is not %j', (typed) => {
    expect(parseLogin(typed)).toBeNull();
  });

  it('is one and the same account in every way of writing it', () => {
    const mobile = fc.stringMatching(/^[35789]\d{8}$/);
    const written = fc.constantFrom('', '0', '84', '+84', '0084', '+84 0', '84-');
    fc.assert(
      fc.property(mobile, written, (national, prefix) => {
        expect(parseLogin(prefix + national)).toEqual({ kind: 'phone', value: `+84${national}` });
      }),
    );
  });
});

describe('an e-mail address', () => {
  it.each([
    { typed: ' Bao.Nguyen@LaoCai.gov.VN ', value: 'bao.nguyen@laocai.gov.vn' },
    { typed: 'bao+hoc@x.vn\u200b', value: 'bao+hoc@x.vn' },
    { typed: '0912345678@zalo.vn', value: '0912345678@zalo.vn' },
    { typed: "o'neil_1@mail-2.example.com", value: "o'neil_1@mail-2.example.com" },
  ])('written as $typed is $value', ({ typed, value }) => {
    expect(parseLogin(typed)).toEqual({ kind: 'email', value });
  });

  it.each([
    '@',
    'bao@',
    '@x.vn',
    'bao@localhost',
    'bao@x..vn',
    'bao@-x.vn',
    'bao@x.v',
    '.bao@x.vn',
    'bao.@x.vn',
    'b..o@x.vn',
    'bao @x.vn',
    'bao@@x.vn',
    'bao@x.vn, lan@x.vn',
    'Bảo@x.vn',
    '<bao@x.vn>',
    `${'b'.repeat(65)}@x.vn`,
    `bao@${'x'.repeat(60)}.${'y'.repeat(63)}.${'z'.repeat(63)}.${'w'.repeat(62)}.vn`,
  ])('is not %j', (typed) => {
    expect(parseLogin(typed)).toBeNull();
  });
});

describe('anything typed', () => {
  it('is an address, a number or nothing, and reads the same a second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.stringMatching(/^[+0-9. ]{0,16}$/)),
        (typed) => {
          const login = parseLogin(typed);
          if (login) expect(parseLogin(login.value)).toEqual(login);
        },
      ),
    );
  });
});
