import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEADINGS, TABLES } from './headings.ts';
import { HIERARCHY } from './hierarchy.ts';
import { HOUSE_STYLES } from './house-styles.ts';
import { SOURCES_AND_YEARS } from './sources-years.ts';
import { TOTALS } from './totals.ts';
import type { Specimen } from './truth.ts';
import { UNITS_AND_NUMBERS } from './units-numbers.ts';
import { YEAR_STYLES } from './year-styles.ts';

const ZOO = join(import.meta.dirname, '..');
const SPECIMENS: readonly Specimen[] = [
  ...HOUSE_STYLES,
  ...YEAR_STYLES,
  ...HEADINGS,
  ...TABLES,
  ...UNITS_AND_NUMBERS,
  ...HIERARCHY,
  ...SOURCES_AND_YEARS,
  ...TOTALS,
];

/** Makes every workbook of the zoo and its truth; with names, those alone. */
const wanted = process.argv.slice(2);
mkdirSync(ZOO, { recursive: true });
for (const { name, truth, make } of SPECIMENS) {
  if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue;
  const bytes = await make();
  writeFileSync(join(ZOO, `${name}.xlsx`), bytes);
  writeFileSync(join(ZOO, `${name}.json`), `${JSON.stringify(truth, null, 1)}\n`);
  console.log(`${name}: ${bytes.length} bytes`);
}
