import { decideNumbers, type NumbersDecision } from '../intake/block/numbers.ts';
import { readBlockCell } from '../intake/block/read-cell.ts';
import { readBlockText } from '../intake/block/read-text.ts';
import type { Numbers } from '../money/numbers.ts';
import type { Unit } from '../money/unit.ts';
import type { Plan } from '../plan/plan.ts';
import { type ControlAmount, type ControlPlace, controlKey } from '../plan/review.ts';
import { ok, type Refusal, type Result, refuse } from '../refusal.ts';
import { controlRowFinder } from './control-rows.ts';

/** What all lines of a pasted table have in common. */
export interface BlockScope extends Omit<ControlPlace, 'row'> {
  readonly unit: Unit;
  /** Null until the officer says so, where the block does not decide. */
  readonly numbers: Numbers | null;
}

export interface ReadControlBlock {
  readonly amounts: readonly ControlAmount[];
  readonly decision: NumbersDecision;
  /** Lines that cannot be read, each with its number: nothing is taken in part. */
  readonly problems: readonly { readonly line: number; readonly refusal: Refusal }[];
}

/**
 * A pasted table of a superior's: on each line a number, code or name of a row, and the amount in its last cell. A line
 * without an amount (a heading) says nothing. How numbers are written is decided for the whole block, never guessed.
 */
export function readControlBlock(plan: Plan, text: string, scope: BlockScope): Result<ReadControlBlock> {
  const block = readBlockText(text);
  if (!block.ok) return block;
  const lines = block.value.rows.map((cells) => {
    const last = cells.findLastIndex((cell) => cell.trim() !== '');
    return { texts: cells.slice(0, Math.max(0, last)), amount: last > 0 ? (cells[last] ?? '') : '' };
  });
  const decision = decideNumbers(lines.map(({ amount }) => amount));
  const numbers = scope.numbers ?? (decision.kind === 'decided' ? decision.numbers : 'vi');
  const find = controlRowFinder(plan);
  const amounts = new Map<string, ControlAmount>();
  const problems: { line: number; refusal: Refusal }[] = [];
  for (const [at, { texts, amount: typed }] of lines.entries()) {
    const read = typed === '' ? null : readBlockCell(typed, scope.unit, numbers);
    if (read === null || read.kind === 'blank' || (read.kind === 'refused' && !/\d/.test(typed))) continue;
    if (read.kind === 'refused') {
      problems.push({ line: at + 1, refusal: read.refusal });
      continue;
    }
    const row = find(texts);
    const said = texts.join(' ').trim();
    const { year, source, capital } = scope;
    const place = { row: row ?? null, year, source, capital };
    if (row === undefined)
      problems.push({ line: at + 1, refusal: refuse('control.unknownRow', { row: said }).refusal });
    else if (amounts.has(controlKey(place)))
      problems.push({ line: at + 1, refusal: refuse('control.rowTwice', { row: said }).refusal });
    else amounts.set(controlKey(place), { ...place, amount: read.amount });
  }
  const inOrder = [...amounts.values()].sort((one, other) => (controlKey(one) < controlKey(other) ? -1 : 1));
  return ok({ amounts: inOrder, decision, problems });
}
