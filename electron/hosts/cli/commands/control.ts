import path from 'node:path';
import { cellOf } from '../../../../shared/checks/finding-cells.ts';
import { Totals } from '../../../../shared/engine/totals.ts';
import { formById } from '../../../../shared/forms/catalogue.ts';
import { type FormLayout, layoutForm } from '../../../../shared/forms/layout.ts';
import { message } from '../../../../shared/messages/message.ts';
import { UNIT_NAME, type Unit } from '../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import type { RowId } from '../../../../shared/plan/ids.ts';
import { type ControlLine, controlLines } from '../../../../shared/reconcile/control.ts';
import { controlsOfDraft } from '../../../../shared/reconcile/control-draft.ts';
import { selectorOf } from '../../../../shared/reconcile/control-place.ts';
import { ok, refuse } from '../../../../shared/refusal.ts';
import { readWholeFile } from '../../whole-file.ts';
import { inColumns } from '../columns.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';
import { answersOf, undecided } from './file-answers.ts';

/** `control`: the plan held against the totals that a workbook allocates; every stated place that differs. */
export const controlCommand: Command = {
  name: 'control',
  operands: ['PLAN'],
  options: ['file', 'unit', 'numbers', 'answers'],
  flags: [],
  run: async (given, planner, folder) => {
    const file = given.required('file');
    if (!file.ok) return file;
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const bytes = readWholeFile(path.resolve(folder, file.value));
    if (!bytes.ok) return bytes;
    const answers = answersOf(given, folder);
    if (!answers.ok) return answers;
    const name = path.basename(file.value);
    const reading = await planner.readWorkbook({ name, bytes: bytes.value, answers: answers.value });
    if (!reading.ok) return reading;
    const { draft, questions } = reading.value;
    if (!draft) return ok(undecided(questions));
    const { plan } = opened.value;
    const totals = Totals.of(plan);
    if (!totals.ok) return totals;
    const read = controlsOfDraft(plan, draft);
    if (!read.ok) return read;
    if (read.value.amounts.length === 0) return refuse('control.nothing', { file: name });
    const lines = controlLines(plan, totals.value, [{ id: 'file', name, amounts: read.value.amounts }]);
    const differing = lines.filter(({ difference }) => difference !== 0n);
    const layout = layoutForm(formById('F2'), plan, totals.value.shape);
    const strangers = new Map(read.value.unmatched.map(({ row, code }) => [row, code]));
    const place = (line: ControlLine) => placeOf(line, layout, strangers);
    return ok({
      json: {
        differences: differing.map((line) => ({
          ...place(line),
          allocated: `${line.allocated}`,
          plan: `${line.plan}`,
          difference: `${line.difference}`,
        })),
      },
      text: [
        message('cli.controlled', {
          count: lines.length,
          differing: differing.length,
          unit: UNIT_NAME[plan.header.unit],
        }),
        ...(differing.length === 0 ? [] : [table(differing, place, plan.header.unit)]),
      ].join('\n'),
    });
  },
};

interface StatedAt {
  readonly row: string;
  readonly column: string;
}

/** By the codes and the columns of F2, which has a column for every year and source. */
function placeOf(
  { place }: ControlLine,
  layout: FormLayout,
  strangers: ReadonlyMap<RowId, string>,
): StatedAt {
  const selector = selectorOf(place);
  const column = cellOf(layout, { kind: 'amount', row: null, selector })?.column ?? '';
  if (place.row === null) return { row: 'total', column };
  const code = layout.lines.find(({ id }) => id === place.row)?.code ?? strangers.get(place.row);
  return { row: code ?? place.row, column };
}

function table(lines: readonly ControlLine[], place: (line: ControlLine) => StatedAt, unit: Unit): string {
  const rows = lines.map((line) => [
    place(line).row,
    place(line).column,
    ...[line.allocated, line.plan, line.difference].map((amount) => writeAmount(amount, unit)),
  ]);
  return inColumns(rows, (at) => at > 1);
}
