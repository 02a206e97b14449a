// How the page is built: one entry, pages as chunks, no zod, a service worker that keeps the shell.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { contractRoutes } from './contract-routes.js';
import { firstFiles } from './first-files.js';
import { assetName, chunkName, codeSplitting } from './output-names.js';
import { precompress } from './precompress.js';
import { serviceWorker } from './service-worker.config.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** In development Vite serves JSON as a module but leaves the attribute of `import()`, which the browser then holds it to. */
const jsonAsModule: Plugin = {
  name: 'onetouch:json-as-module',
  apply: 'serve',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/src/platform/i18n.ts') ? code.replaceAll(", { with: { type: 'json' } }", '') : undefined,
};

export default defineConfig({
  root: here('.'),
  plugins: [contractRoutes(), jsonAsModule, react(), firstFiles(), serviceWorker(), precompress()],
  resolve: { alias: { '@onetouch/domain': here('../../libs/domain/src/index.ts') } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: ['es2022', 'chrome107', 'safari16'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { output: { chunkFileNames: chunkName, assetFileNames: assetName, codeSplitting } },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['WEB_PORT'] ?? 5173),
    proxy: { '/api': process.env['ONETOUCH_API'] ?? 'http://127.0.0.1:3000' },
  },
});
