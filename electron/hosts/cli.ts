import { callerFolder } from './caller-folder.ts';
import { runLine } from './cli/run.ts';

/** The planner from a terminal: `npm run --silent planner -- COMMAND …` (docs: cli.md). */
const outcome = await runLine(process.argv.slice(2), callerFolder('planner', process.env));
process.stdout.write(outcome.stdout);
process.stderr.write(outcome.stderr);
// Not process.exit: it would cut off a long answer that a pipe has not taken yet.
process.exitCode = outcome.exitCode;
