import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from './dependencies/list.ts';
import { noticesOf } from './dependencies/notices.ts';
import { shippedPackages } from './dependencies/shipped.ts';

/**
 * `node build/dependencies.ts`: writes docs/dependencies.json, the list of all that is shipped, and the notices that go with
 * the program (dist/THIRD-PARTY-NOTICES.txt).
 */
const ROOT = path.resolve(import.meta.dirname, '..');
const packages = await shippedPackages();
writeFileSync(path.join(ROOT, 'docs', 'dependencies.json'), format(packages));
writeFileSync(path.join(ROOT, 'dist', 'THIRD-PARTY-NOTICES.txt'), noticesOf(packages));
console.log(`${packages.length} packages are shipped.`);
