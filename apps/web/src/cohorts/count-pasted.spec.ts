// What people paste: columns of a sheet, address lines of a letter, numbers that a sheet has ruined.
import { describe, expect, it } from '@jest/globals';
import { countPasted } from './count-pasted.js';

describe('a pasted list', () => {
  it('is read by lines, tabs, commas and semicolons; blanks belong to a number', () => {
    const pasted = countPasted('a@b.vn, c@d.vn;0912 345 678\r\n+84 987 654 321\te@f.vn');
    expect(pasted).toMatchObject({ emails: 3, phones: 2, malformed: [], repeated: 0 });
    expect(pasted.logins).toEqual(['a@b.vn', 'c@d.vn', '0912 345 678', '+84 987 654 321', 'e@f.vn']);
  });

  it('counts the same person once, however the number is written', () => {
    const pasted = countPasted('0912345678\n84912345678\n0912.345.678\nA@b.vn\na@B.vn');
    expect(pasted).toMatchObject({ emails: 1, phones: 1, repeated: 3 });
  });

  it('names what is neither: a number in powers of ten, half an address', () => {
    expect(countPasted('7.91881E+10\nlan@\n0912').malformed).toEqual(['7.91881E+10', 'lan@', '0912']);
  });

  it('leaves out names and titles of columns', () => {
    const pasted = countPasted('Họ và tên\tĐiện thoại\nĐinh Thị Lan\t0912345678');
    expect(pasted).toMatchObject({ phones: 1, ignored: 3, malformed: [] });
  });

  it('takes the address out of its brackets', () => {
    expect(countPasted('Đinh Thị Lan <lan@b.vn>').logins).toEqual(['lan@b.vn']);
  });

  it('that is empty is nothing', () => {
    expect(countPasted(' \n\t').logins).toEqual([]);
  });
});
