// Bundles the module text given as the first argument as the page's build would, and prints the result.
import { build } from 'vite';
import { contractRoutes } from '../contract-routes.ts';

const entry = '/entry.ts';
const [, , code] = process.argv;
const [{ output }] = await build({
  configFile: false,
  logLevel: 'silent',
  plugins: [
    {
      name: 'test-entry',
      resolveId: (id) => (id === entry ? id : undefined),
      load: (id) => (id === entry ? code : undefined),
    },
    contractRoutes(),
  ],
  build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'entry' } },
});
process.stdout.write(output[0].code);
