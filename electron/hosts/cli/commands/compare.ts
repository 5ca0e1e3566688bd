import path from 'node:path';
import type { ComparedSide } from '../../../../shared/api/comparing.ts';
import type { Planner } from '../../../../shared/api/planner.ts';
import { message } from '../../../../shared/messages/message.ts';
import { UNIT_NAME } from '../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import type { Comparison, MovedRow, PlanRow } from '../../../../shared/reconcile/comparison.ts';
import { isAlike } from '../../../../shared/reconcile/comparison.ts';
import { ok, type Result } from '../../../../shared/refusal.ts';
import { readWholeFile } from '../../whole-file.ts';
import { wordRefusalOf } from '../../word-refusal.ts';
import { inColumns } from '../columns.ts';
import type { Command } from '../command.ts';
import { findPlanOrRevision } from '../find.ts';
import type { Given } from '../given.ts';
import { answersOf } from './file-answers.ts';

/** `compare`: two plans, revisions (`PLAN@LABEL`) or workbooks, cell by cell of F2. */
export const compareCommand: Command = {
  name: 'compare',
  operands: ['A', 'B'],
  options: ['unit', 'numbers', 'answers'],
  flags: [],
  run: async (given, planner, folder) => {
    const before = await sideOf(given, 'A', planner, folder);
    if (!before.ok) return before;
    const after = await sideOf(given, 'B', planner, folder);
    if (!after.ok) return after;
    const compared = await planner.compare({ before: before.value, after: after.value });
    if (!compared.ok) return compared;
    const { comparison, unit } = compared.value;
    return ok({
      json: {
        before: wordRefusalOf(compared.value.before),
        after: wordRefusalOf(compared.value.after),
        ...comparisonJson(comparison),
      },
      text: [
        `− ${wordRefusalOf(compared.value.before)}`,
        `+ ${wordRefusalOf(compared.value.after)}`,
        message('cli.unitLine', { unit: UNIT_NAME[unit] }),
        ...(isAlike(comparison) ? [message('compare.alike')] : comparisonText(comparison, unit)),
      ].join('\n'),
    });
  },
};

const FILE = /\.(xlsx|xlsm|json)$/i;

/** A workbook or a plan's JSON by its extension; else a plan, at a revision where one is named behind an @. */
async function sideOf(
  given: Given,
  operand: 'A' | 'B',
  planner: Planner,
  folder: string,
): Promise<Result<ComparedSide>> {
  const text = given.operand(operand);
  const named = await findPlanOrRevision(planner, text);
  if (!FILE.test(text) || (named.ok && named.value.revision === null)) {
    if (!named.ok) return named;
    const { opened, revision } = named.value;
    return ok({ kind: 'plan', plan: opened.plan.id, revision });
  }
  const bytes = readWholeFile(path.resolve(folder, text));
  if (!bytes.ok) return bytes;
  const answers = answersOf(given, folder);
  if (!answers.ok) return answers;
  return ok({ kind: 'file', name: path.basename(text), bytes: bytes.value, answers: answers.value });
}

function comparisonJson({ added, removed, moved, renamed, changed, frame, columns }: Comparison) {
  const leaves = new Set(columns.filter(({ leaf }) => leaf).map(({ id }) => id));
  return {
    added: added.map(rowJson),
    removed: removed.map(rowJson),
    moved: moved.map(({ row, from, to }) => ({
      row: (row.after ?? row.before)?.code,
      before: placeJson(from),
      after: placeJson(to),
    })),
    renamed: renamed.map(({ before, after }) => ({
      row: after?.code,
      before: before?.name,
      after: after?.name,
      codeBefore: before?.code,
    })),
    changed: changed.flatMap(({ row, cells }) =>
      cells.map(({ column, before, after, difference }) => ({
        row: (row.after ?? row.before)?.code,
        column,
        before: before === null ? null : `${before}`,
        after: after === null ? null : `${after}`,
        difference: `${difference}`,
        leaf: (row.after ?? row.before)?.leaf === true && leaves.has(column),
      })),
    ),
    other: frame.map(({ code, params }) => ({
      code,
      message: wordRefusalOf({ code, params }),
      details: params,
    })),
  };
}

function rowJson({ code, ordinal, name }: PlanRow) {
  return { row: code, ordinal, name };
}

function placeJson({ parent, place }: MovedRow['from']) {
  return { parent: parent?.code ?? null, place };
}

function comparisonText(comparison: Comparison, unit: keyof typeof UNIT_NAME): string[] {
  const { frame, added, removed, moved, renamed, changed } = comparison;
  const row = ({ code, name }: { code: string; name: string }): string => `${code} ${name}`;
  const amount = (value: Parameters<typeof writeAmount>[0] | null): string =>
    value === null ? '' : writeAmount(value, unit, { zero: '-' });
  const lines = changed.flatMap((one) =>
    one.cells.map((cell) => [
      (one.row.after ?? one.row.before)?.code ?? '',
      cell.column,
      amount(cell.before),
      amount(cell.after),
      `${cell.difference > 0n ? '+' : ''}${amount(cell.difference)}`,
    ]),
  );
  const place = ({ parent, place }: MovedRow['from']): string => `${parent?.code ?? '…'}/${place}`;
  return [
    ...frame.map(wordRefusalOf),
    ...added.map((one) => `+ ${row(one)}`),
    ...removed.map((one) => `− ${row(one)}`),
    ...moved.map(
      ({ row: one, from, to }) => `↕ ${one.after ? row(one.after) : ''}: ${place(from)} → ${place(to)}`,
    ),
    ...renamed.map(({ before, after }) => `✎ ${before ? row(before) : ''} → ${after ? row(after) : ''}`),
    ...(lines.length > 0 ? [inColumns(lines, (at) => at > 1)] : []),
  ];
}
