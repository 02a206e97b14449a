// Lets the page import the contract without zod: the endpoint table is evaluated at build time and reduced to
// method, path and file; constants are copied. Types never pass through here.
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';

const source = fileURLToPath(new URL('../../libs/contract/src/index.ts', import.meta.url));
const name = '@onetouch/contract';
const virtualId = '\0onetouch-contract-routes';
const constants = ['limits', 'problemStatus', 'problemCodes', 'consentTextVersion'] as const;

interface EndpointShape {
  method: string;
  path: string;
  file?: string;
}
type Contract = Record<(typeof constants)[number], unknown> & {
  endpoints: Record<string, Record<string, EndpointShape>>;
};
interface Reduced {
  code: string;
  exported: Set<string>;
  dependencies: string[];
}

function reduceNoun(noun: Record<string, EndpointShape>): Record<string, EndpointShape> {
  const rows = Object.entries(noun).map(([verb, { method, path, file }]) => [
    verb,
    { method, path, ...(file && { file }) },
  ]);
  return Object.fromEntries(rows) as Record<string, EndpointShape>;
}

async function reduceContract(): Promise<Reduced> {
  const { module, dependencies } = await runnerImport<Contract>(source, {
    configFile: false,
    logLevel: 'error',
  });
  const values: [string, unknown][] = [
    ...Object.entries(module.endpoints).map(([noun, table]): [string, unknown] => [noun, reduceNoun(table)]),
    ...constants.map((constant): [string, unknown] => [constant, module[constant]]),
  ];
  return {
    code: values.map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`).join('\n'),
    exported: new Set(values.map(([key]) => key)),
    dependencies,
  };
}

interface ImportNode {
  type: string;
  source?: { value: unknown };
  specifiers?: { imported?: { name?: string } }[];
}

/** Vite plugin: `@onetouch/contract` in the browser is the endpoint table and the constants, nothing else. */
export function contractRoutes(): Plugin[] {
  let reduced: Promise<Reduced> | undefined;
  const read = () => (reduced ??= reduceContract());
  return [
    {
      name: 'onetouch:contract-routes',
      enforce: 'pre',
      resolveId: (id) => (id === name ? virtualId : undefined),
      async load(id) {
        if (id !== virtualId) return undefined;
        const { code, dependencies } = await read();
        for (const file of dependencies) this.addWatchFile(file);
        return { code, moduleSideEffects: false };
      },
    },
    {
      name: 'onetouch:contract-types-only',
      enforce: 'post',
      async transform(code, id) {
        if (!code.includes(name) || id.includes('node_modules') || !/\.tsx?($|\?)/.test(id)) return;
        const { exported } = await read();
        for (const node of this.parse(code).body as ImportNode[]) {
          if (node.type !== 'ImportDeclaration' || node.source?.value !== name) continue;
          const wrong = node.specifiers
            ?.map((one) => one.imported?.name ?? '*')
            .filter((one) => !exported.has(one));
          if (wrong?.length) {
            this.error(
              `${id} imports ${wrong.join(', ')} from ${name}: the browser has only endpoints and constants (${[...exported].join(', ')}). ` +
                'Write "import type" for shapes; schemas run on the server.',
            );
          }
        }
      },
    },
  ];
}
