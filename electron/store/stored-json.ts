import { z } from 'zod';
import { planFault } from '../../shared/intake/plan-file.ts';
import { packLeafAmounts } from '../../shared/plan/edit/amounts-json.ts';
import type { ChangeLabel, PlanEdit } from '../../shared/plan/edit/edit.ts';
import { changeLabelSchema, planEditSchema, planEditsSchema } from '../../shared/plan/edit/schema.ts';
import type { Plan, RowAmounts } from '../../shared/plan/plan.ts';
import { packRowAmounts, rowAmountsSchema } from '../../shared/plan/row-amounts-json.ts';
import { planSchema, planStructureSchema } from '../../shared/plan/schema.ts';

/** One kind of JSON text that the library keeps, checked on the way out of it: the place where text becomes a plan. */
export interface StoredJson<Value> {
  write(value: Value): string;
  /** Throws `DamagedRecord` where the text is not what `write` made. */
  read(text: string): Value;
}

/** A record that SQLite gave back whole but that is not what the program wrote. */
export class DamagedRecord extends Error {}

/** `encode` where every edit waits for it and the schema has nothing to add: what is written was checked coming in. */
function storedAs<Value>(
  schema: z.ZodType<Value>,
  encode: (value: Value) => unknown = (value) => z.encode(schema, value),
): StoredJson<Value> {
  return {
    write: (value) => JSON.stringify(encode(value)),
    read: (text) => {
      const decoded = z.safeDecode(schema, parsed(text));
      if (!decoded.success) throw new DamagedRecord(z.prettifyError(decoded.error));
      return decoded.data;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DamagedRecord('not JSON', { cause: error });
  }
}

/** No edits at all: what the first row of a history holds. */
export const NO_EDITS = '[]';

export const STRUCTURE = storedAs<Omit<Plan, 'amounts'>>(planStructureSchema);
export const ROW_AMOUNTS = storedAs<RowAmounts>(rowAmountsSchema, packRowAmounts);
export const WHOLE_PLAN = storedAs<Plan>(planSchema);
export const LABEL = storedAs<ChangeLabel>(changeLabelSchema, (label) => label);
export const EDITS = storedAs<readonly PlanEdit[]>(planEditsSchema, (edits) => edits.map(encodeEdit));

function encodeEdit(edit: PlanEdit): unknown {
  if (edit.kind !== 'setAmounts') return z.encode<z.ZodType<PlanEdit>>(planEditSchema, edit);
  const { kind, amounts, unfunded } = edit;
  return { kind, amounts: packLeafAmounts(amounts), unfunded };
}

/** Of rows: more than anybody ever made by hand, and few enough to walk down. */
const DEEPEST_STORED = 1_000;

/**
 * A plan as its records make it, once it was found to be one: each of them may be what its seal says, and rows still stand
 * above themselves. Throws `DamagedRecord`.
 */
export function soundPlan(plan: Plan): Plan {
  const fault = planFault(plan, DEEPEST_STORED);
  if (fault !== null) throw new DamagedRecord(`plan ${plan.id}: ${fault}`);
  return plan;
}
