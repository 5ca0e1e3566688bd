import { z } from 'zod';
import { rowAmountsSchema } from '../plan/row-amounts-json.ts';
import { PLAN_VERSION, planFileSchema } from './plan-file.ts';

/** What zod cannot say of itself, because code reads it: in words and patterns. */
const AMOUNTS = {
  description:
    'The amounts of one leaf row: for each source and kind of capital its first year with money, and the amounts of that year and the following ones in whole đồng, parted by a space; 0 where a year in between has none.',
  type: 'array',
  items: {
    type: 'array',
    prefixItems: [
      { description: 'Id of a source that has no sub-sources', type: 'string' },
      { enum: ['investment', 'recurrent', 'none'] },
      { description: 'First year with money', type: 'integer', minimum: 1900, maximum: 2999 },
      { type: 'string', pattern: '^-?[1-9]\\d{0,18}( (0|-?[1-9]\\d{0,18}))*$' },
    ],
    minItems: 4,
    maxItems: 4,
  },
};

/** The JSON Schema of a plan file, as published in docs/plan.schema.json. */
export function planFileJsonSchema(): unknown {
  return {
    ...z.toJSONSchema(planFileSchema, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        if (isRowAmounts(zodSchema)) Object.assign(jsonSchema, AMOUNTS);
      },
    }),
    title: `Phụ lục Kinh phí: a plan, version ${PLAN_VERSION}`,
  };
}

function isRowAmounts(schema: unknown): boolean {
  return schema === rowAmountsSchema;
}
