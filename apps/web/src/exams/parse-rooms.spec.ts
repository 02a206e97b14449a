// Pasted lines as rooms: what people paste is read kindly, and what is missing is named by line.
import { describe, expect, it } from '@jest/globals';
import { parseRooms } from './parse-rooms.js';

const kinds = (text: string, known: string[] = []) =>
  parseRooms(text, known).map(({ line, fault }) => [line, fault?.kind ?? null]);

describe('a pasted list of rooms', () => {
  it('is read from semicolons or from the cells of a sheet, without its head and blank lines', () => {
    const text =
      'Tên phòng;Xã;Giám thị;Sức chứa\n\nHội trường; Xã Hợp Thành ;mai@vidu.vn; 30\r\nPhòng 2\t\t0912 000 111\t25\n;;;';
    expect(parseRooms(text, [])).toEqual([
      expect.objectContaining({
        line: 3,
        name: 'Hội trường',
        place: 'Xã Hợp Thành',
        login: 'mai@vidu.vn',
        capacity: 30,
        fault: null,
      }),
      expect.objectContaining({ line: 4, name: 'Phòng 2', place: '', capacity: 25, fault: null }),
    ]);
  });

  it('names the line and what is wrong with it', () => {
    const text = ['A;;;10', 'B;;;0', ';x;;5', 'C;;khong phai thu;5', 'D', 'E;;;muoi', 'a ;;;9'].join('\n');
    expect(kinds(text)).toEqual([
      [1, null],
      [2, 'capacity'],
      [3, 'no-name'],
      [4, 'login'],
      [5, 'columns'],
      [6, 'capacity'],
      [7, 'repeated'],
    ]);
  });

  it('pasted twice does not make the same rooms again', () => {
    expect(kinds('Hội trường;;;10', ['HỘI TRƯỜNG'])).toEqual([[1, 'taken']]);
  });

  it('keeps a semicolon at the end of a line from being a cell', () => {
    expect(kinds('A;;;10;')).toEqual([[1, null]]);
    expect(kinds('A;;;10;x')).toEqual([[1, 'columns']]);
  });
});
