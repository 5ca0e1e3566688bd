import { cpus } from 'node:os';
import { measureBrowser } from './browser.ts';
import { measureDurability } from './durability.ts';
import { measureEngine } from './engine.ts';
import { printMeasured } from './report.ts';
import { measureWording } from './wording.ts';
import { measureWorkbooks } from './workbooks.ts';

/** `npm run bench`: every ratio within one run, printed as it is measured; fails where one does not hold. */
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
let holds = printMeasured(measureEngine());
holds = printMeasured(await measureDurability()) && holds;
holds = printMeasured(await measureWording()) && holds;
for await (const measured of measureWorkbooks()) holds = printMeasured(measured) && holds;
for await (const measured of measureBrowser()) holds = printMeasured(measured) && holds;
process.exitCode = holds ? 0 : 1;
