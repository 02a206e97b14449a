import { describe, expect, it } from '@jest/globals';
import { listFile, listFileName } from './list-file.js';

describe('a list of people as a file', () => {
  /** Pages of so many people each, one after the other, and the cursors that were asked for. */
  function pages(sizes: readonly number[]) {
    const asked: (string | undefined)[] = [];
    const page = ({ cursor }: { cursor: string | undefined }) => {
      asked.push(cursor);
      const at = Number(cursor ?? 0);
      const rows = Array.from({ length: sizes[at] ?? 0 }, (_, index) => ({ name: `Người ${at}-${index}` }));
      return Promise.resolve({ rows, next: at + 1 < sizes.length ? String(at + 1) : null });
    };
    return { asked, page };
  }
  async function linesOf(sizes: readonly number[]) {
    const { asked, page } = pages(sizes);
    const file = listFile({ header: ['STT', 'Họ và tên'], page, cells: (row, number) => [number, row.name] });
    const chunks: Buffer[] = [];
    for await (const chunk of file) chunks.push(Buffer.from(chunk as Buffer));
    return { asked, lines: Buffer.concat(chunks).toString('utf8').split('\r\n') };
  }

  it('holds everybody of every page, counted on from page to page, under one header', async () => {
    const { asked, lines } = await linesOf([3, 3, 1]);
    expect(asked).toEqual([undefined, '1', '2']);
    expect(lines).toEqual([
      ...['\ufeffSTT;Họ và tên', '1;Người 0-0', '2;Người 0-1', '3;Người 0-2', '4;Người 1-0'],
      ...['5;Người 1-1', '6;Người 1-2', '7;Người 2-0', ''],
    ]);
  });

  it('of nobody is its header', async () => {
    expect((await linesOf([0])).lines).toEqual(['\ufeffSTT;Họ và tên', '']);
  });

  it('breaks off where the list does, so that nobody takes a part for the whole', async () => {
    const page = ({ cursor }: { cursor: string | undefined }) =>
      cursor === undefined
        ? Promise.resolve({ rows: [{ name: 'An' }], next: 'x' })
        : Promise.reject(new Error('away'));
    const file = listFile({ header: ['Tên'], page, cells: (row: { name: string }) => [row.name] });
    await expect(
      (async () => {
        for await (const chunk of file) expect(chunk).toBeDefined();
      })(),
    ).rejects.toThrow('away');
  });

  it('is called by its kind, the name without accents and the day in Viet Nam', () => {
    const evening = new Date('2026-11-21T18:00:00.000Z');
    expect(listFileName('danh-sach', 'Lớp cán bộ "Một cửa" / 2026', evening)).toBe(
      'danh-sach-lop-can-bo-mot-cua-2026-2026-11-22.csv',
    );
  });
});
