import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, createBuilder, type Plugin } from 'vite';
import { z } from 'zod';

/** A package of others that reaches the officer. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  /** As the package states it (SPDX). */
  readonly licence: string;
  /** `window`: in the bundle of the page; `program`: in the bundles of Electron's side; `beside`: as it is, unbundled. */
  readonly where: readonly Where[];
  /** Its folder in this tree, for its texts. */
  readonly folder: string;
}

export type Where = 'window' | 'program' | 'beside';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
/** What is packed beside the bundles: better-sqlite3, whose binary is a file, and Electron around all of it. */
const BESIDE = ['better-sqlite3', 'electron'];

const aboutSchema = z.looseObject({ name: z.string(), version: z.string(), license: z.string() });

/**
 * Everything that is shipped, by name: the packages of which a module is in a bundle, as the bundler itself tells it
 * (nothing is written), and what is packed beside them.
 */
export async function shippedPackages(): Promise<Shipped[]> {
  const { NODE_ENV } = process.env;
  // As a release is bundled, also where a test asks: some packages have modules for developers alone.
  process.env.NODE_ENV = 'production';
  try {
    return await bundledAndBeside();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

async function bundledAndBeside(): Promise<Shipped[]> {
  const found = new Map<string, Set<Where>>();
  const note = (folder: string, where: Where): void => {
    found.set(folder, (found.get(folder) ?? new Set()).add(where));
  };
  for (const name of BESIDE) note(path.join(ROOT, 'node_modules', name), 'beside');
  const quiet = { logLevel: 'error', build: { write: false } } as const;
  const config = (name: string): string => path.join(ROOT, 'build', name);
  const watch = (where: Where) => [heard((folder) => note(folder, where))];
  await build({ ...quiet, configFile: config('vite.config.ts'), plugins: watch('window') });
  const builder = await createBuilder({
    ...quiet,
    configFile: config('vite.electron.config.ts'),
    plugins: watch('program'),
  });
  await builder.buildApp();
  return [...found]
    .map(([folder, where]) => describe(folder, [...where].sort()))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Tells the folder of each package of which a bundle holds a module. */
function heard(note: (folder: string) => void): Plugin {
  return {
    name: 'shipped-packages',
    generateBundle: (_options, bundle) => {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const folder = packageFolder(id);
          if (folder !== null) note(folder);
        }
      }
    },
  };
}

/** The folder of the package that a module belongs to: the last `node_modules` in its path counts. */
export function packageFolder(id: string): string | null {
  const found = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id);
  return found?.[1] ?? null;
}

function describe(folder: string, where: readonly Where[]): Shipped {
  const about = aboutSchema.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  return { name: about.name, version: about.version, licence: about.license, where, folder };
}

/** The licence texts that a package brings, one after the other; empty where it brings none. */
export function licenceText({ folder }: Shipped): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice|copying)([.-].*)?$/i.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').trim())
    .join('\n\n');
}
