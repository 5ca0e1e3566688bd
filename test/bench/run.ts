import { cpus } from 'node:os';
import { measureBrowser } from './browser.ts';
import { measureEngine } from './engine.ts';
import { printMeasured } from './report.ts';

/** `npm run bench`: every ratio within one run; fails where one does not hold. */
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
const holds = printMeasured([...measureEngine(), ...(await measureBrowser())]);
process.exitCode = holds ? 0 : 1;
