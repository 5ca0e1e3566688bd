import { writeSync } from 'node:fs';
import { Program } from './scenes.ts';

/** Edits without end, each said on standard output once it is acknowledged: `node stream.ts FOLDER`. Ends by being killed. */
const program = new Program(process.argv[2] ?? '');
if (program.library.list().length === 0) program.create();
writeSync(1, 'open\n');
for (;;) writeSync(1, `${program.edit()}\n`);
