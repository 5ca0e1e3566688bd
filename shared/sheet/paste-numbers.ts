import { NumberEvidence, type NumberHint, type NumbersDecision } from '../intake/block/numbers.ts';
import type { RawBlock } from '../intake/block/read-text.ts';
import type { Numbers } from '../money/numbers.ts';
import type { SheetColumn } from './cell-place.ts';
import type { PasteBlock, PastePlan } from './paste-plan.ts';

/** How the numbers of a block are read: as the officer says, else as the block itself says. */
export function conventionOf(
  block: PasteBlock,
  columns: readonly SheetColumn[],
  chosen: Numbers | null,
): PastePlan['convention'] {
  // Our own blocks hold amounts; what is text in them was written by us.
  const decision: NumbersDecision =
    block.kind === 'own' ? { kind: 'neutral' } : decisionOf(block.block, block.hints, columns);
  const decided = decision.kind === 'decided' ? decision.numbers : null;
  const needed = decision.kind === 'ask' || decision.kind === 'contradiction';
  return { decision, needed, decided, used: chosen ?? decided ?? (needed ? null : 'vi') };
}

/**
 * What the cells were read with, where the block said nothing: each under both conventions. One that reads differently
 * (an odd sign beside its marks hid it from `decideNumbers`) makes the convention a question after all.
 */
export function openedBy(
  convention: PastePlan['convention'],
  undecided: string | null,
): PastePlan['convention'] {
  if (undecided === null || convention.used === null) return convention;
  return { decision: { kind: 'ask', example: undecided }, needed: true, decided: null, used: null };
}

/** Only what lands on amounts speaks; the numbers of another block's names say nothing. */
function decisionOf(
  { rows }: RawBlock,
  hints: readonly NumberHint[],
  columns: readonly SheetColumn[],
): NumbersDecision {
  const evidence = new NumberEvidence();
  for (const hint of hints) evidence.hint(hint);
  const amounts = columns.flatMap((column, at) => (column.kind === 'amount' ? [at] : []));
  for (const row of rows) {
    for (const at of amounts) {
      const text = row[at];
      if (text !== undefined && text !== '') evidence.look(text);
    }
  }
  return evidence.decision;
}
