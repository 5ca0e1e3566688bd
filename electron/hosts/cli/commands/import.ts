import path from 'node:path';
import type { Draft, Issue } from '../../../../shared/intake/draft.ts';
import { message } from '../../../../shared/messages/message.ts';
import { NUMBERS } from '../../../../shared/money/numbers.ts';
import { UNITS } from '../../../../shared/money/unit.ts';
import { ok } from '../../../../shared/refusal.ts';
import { readWholeFile } from '../../whole-file.ts';
import { wordRefusalOf } from '../../word-refusal.ts';
import type { Answer, Command } from '../command.ts';
import { madePlan } from './new-plans.ts';

/** `import`: a workbook, or a plan as JSON, into a new plan; with `--dry-run` only what was understood of it. */
export const importCommand: Command = {
  name: 'import',
  operands: ['FILE.xlsx'],
  options: ['unit', 'numbers'],
  flags: ['dry-run'],
  run: async (given, planner, folder) => {
    const file = given.operand('FILE.xlsx');
    const bytes = readWholeFile(path.resolve(folder, file));
    if (!bytes.ok) return bytes;
    const unit = given.choice('unit', UNITS);
    if (!unit.ok) return unit;
    const numbers = given.choice('numbers', NUMBERS);
    if (!numbers.ok) return numbers;
    const workbook = {
      name: path.basename(file),
      bytes: bytes.value,
      unit: unit.value,
      numbers: numbers.value,
    };
    if (given.flag('dry-run')) {
      const draft = await planner.readWorkbook(workbook);
      return draft.ok ? ok(draftAnswer(draft.value)) : draft;
    }
    const imported = await planner.importWorkbook(workbook);
    if (!imported.ok) return imported;
    return ok(madePlan(imported.value.opened, imported.value.issues.map(issueJson)));
  },
};

function draftAnswer({ form, unit, columns, rows, issues, plan }: Draft): Answer {
  const found = issues.map(issueJson);
  return {
    json: {
      form,
      unit,
      columns,
      rows: rows.map((row) => ({
        ...row,
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([column, amount]) => [column, amount === null ? null : `${amount}`]),
        ),
      })),
      issues: found,
    },
    text: [
      plan.header.title,
      message('cli.draftLine', { form: form ?? '?', rows: rows.length, columns: columns.length }),
      ...found.map(({ sheet, cell, message }) => `${sheet}!${cell}  ${message}`),
    ].join('\n'),
  };
}

function issueJson({ code, severity, params, sheet, cell, difference }: Issue) {
  return {
    code,
    severity,
    message: wordRefusalOf({ code, params }),
    sheet,
    cell,
    difference: difference === null ? null : `${difference}`,
  };
}
