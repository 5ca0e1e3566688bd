import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Electron's binary in a `node_modules` folder, found by its files alone: loading its module where the binary is
 * missing would start a download.
 */
export function findElectron(modules: string): string | null {
  const home = path.join(modules, 'electron');
  const named = path.join(home, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = path.join(home, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}
