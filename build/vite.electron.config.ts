import { builtinModules } from 'node:module';
import path from 'node:path';
import { type BuildEnvironmentOptions, defineConfig } from 'vite';

/**
 * Electron's side as plain files in dist/electron: the main process as ESM, and the preload script as one CommonJS
 * file, for a sandboxed preload can import nothing; and the thread that workbooks are written and read in. Everything is bundled save what cannot be: Electron itself, and
 * better-sqlite3 with its binary, the one package that is packed beside it.
 */
const ROOT = path.resolve(import.meta.dirname, '..');

const external = ['electron', 'better-sqlite3', /^node:/, ...builtinModules];

function bundle(entry: string, format: 'es' | 'cjs', name: string): BuildEnvironmentOptions {
  return {
    outDir: path.join(ROOT, 'dist', 'electron'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: path.join(ROOT, 'electron', entry),
      external,
      output: { format, entryFileNames: name, chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  };
}

const bundled = { noExternal: true as const, external: ['better-sqlite3', 'electron'] };

export default defineConfig({
  root: ROOT,
  publicDir: false,
  builder: {
    buildApp: async (builder) => {
      for (const name of ['main', 'thread', 'preload']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
  environments: {
    main: {
      consumer: 'server',
      resolve: bundled,
      build: { ...bundle('hosts/main.ts', 'es', 'main.js'), emptyOutDir: true },
    },
    preload: {
      consumer: 'server',
      resolve: bundled,
      build: bundle('hosts/preload.ts', 'cjs', 'preload.cjs'),
    },
    thread: {
      consumer: 'server',
      resolve: bundled,
      build: bundle('workbook/apart/thread.ts', 'es', 'workbook-thread.js'),
    },
  },
});
