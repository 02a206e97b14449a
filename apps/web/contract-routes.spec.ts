// What the browser gets of the contract: the same addresses, no schemas, and a clear word to whoever wants more.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { consentTextVersion, endpoints, limits, problemCodes, problemStatus } from '@onetouch/contract';

const program = fileURLToPath(new URL('./test/bundle.mjs', import.meta.url));
const bundle = async (code: string) => (await promisify(execFile)(process.execPath, [program, code])).stdout;

describe('the contract in the browser', () => {
  it('has the method and the address of every endpoint and the constants, and nothing of zod', async () => {
    const names = [
      ...Object.keys(endpoints),
      'limits',
      'problemStatus',
      'problemCodes',
      'consentTextVersion',
    ].join(', ');
    const code = await bundle(
      `import { ${names} } from '@onetouch/contract'; export const text = JSON.stringify({ ${names} });`,
    );
    expect(code).not.toMatch(/zod|safeParse/i);
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      `${code}; process.stdout.write(text)`,
    ]);
    const got = JSON.parse(stdout) as Record<string, unknown>;
    for (const [noun, table] of Object.entries(endpoints)) {
      const rows = Object.entries(table as Record<string, { method: string; path: string; file?: string }>);
      const expected = rows.map(([verb, { method, path, file }]) => [
        verb,
        { method, path, ...(file && { file }) },
      ]);
      expect(got[noun]).toEqual(Object.fromEntries(expected));
    }
    expect(got).toMatchObject({ limits, problemStatus, problemCodes, consentTextVersion });
  });

  it('refuses the build when a schema is imported as a value', async () => {
    const wrong = `import { Audience, courses } from '@onetouch/contract'; console.log(Audience, courses);`;
    await expect(bundle(wrong)).rejects.toThrow(
      /imports Audience from @onetouch\/contract: the browser has only/,
    );
  });
});
