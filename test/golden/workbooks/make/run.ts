import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FROM_LIBRE_OFFICE } from './from-libre-office.ts';
import { HEADINGS, TABLES } from './headings.ts';
import { HIERARCHY } from './hierarchy.ts';
import { DOUBTFUL, HOSTILE } from './hostile.ts';
import { HOUSE_STYLES } from './house-styles.ts';
import { ASKED, MORE_PITFALLS } from './more-pitfalls.ts';
import { OTHER_FILES } from './other-files.ts';
import { PITFALLS } from './pitfalls.ts';
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
  ...ASKED,
  ...PITFALLS,
  ...MORE_PITFALLS,
  ...FROM_LIBRE_OFFICE,
  ...OTHER_FILES,
  ...HOSTILE,
  ...DOUBTFUL,
];

/** Makes every workbook of the zoo and its truth; with names, those alone. */
const wanted = process.argv.slice(2);
for (const { name, truth, make } of SPECIMENS) {
  if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue;
  const bytes = await make();
  writeFileSync(join(ZOO, `${name}.xlsx`), bytes);
  writeFileSync(join(ZOO, `${name}.json`), `${JSON.stringify(truth, null, 1)}\n`);
  console.log(`${name}: ${bytes.length} bytes`);
}

const LIST = '## Each of them\n';
const readme = readFileSync(join(ZOO, 'README.md'), 'utf8');
const lines = SPECIMENS.map(({ name, truth }) => `- \`${name}\`: ${truth.source}`);
writeFileSync(
  join(ZOO, 'README.md'),
  `${readme.slice(0, readme.indexOf(LIST))}${LIST}\n${lines.join('\n')}\n`,
);
