import { writeFileSync } from 'node:fs';
import { planFileJsonSchema } from '../shared/intake/plan-file-schema.ts';

/** Writes docs/plan.schema.json from the schema of the code: `node build/write-plan-schema.ts`, after the schema changed. */
const file = new URL('../docs/plan.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(planFileJsonSchema(), null, 2)}\n`);
