import path from 'node:path';
import type { Input } from '../../../../shared/api/contract.ts';
import type { Planner } from '../../../../shared/api/planner.ts';
import type { Draft, Finding, Issue } from '../../../../shared/intake/draft.ts';
import { message } from '../../../../shared/messages/message.ts';
import { ok, type Result } from '../../../../shared/refusal.ts';
import { readWholeFile } from '../../whole-file.ts';
import { wordRefusalOf } from '../../word-refusal.ts';
import type { Answer, Command } from '../command.ts';
import { answersOf, undecided } from './file-answers.ts';
import { importPlanFile } from './import-plan-file.ts';
import { madePlan } from './new-plans.ts';

/**
 * `import`: a workbook, or a plan as JSON or .plkp, into a new plan; with `--dry-run` only what was understood of it. What the file leaves open comes
 * back as questions, and `--unit`, `--numbers` and `--answers` answer them.
 */
export const importCommand: Command = {
  name: 'import',
  operands: ['FILE.xlsx'],
  options: ['unit', 'numbers', 'answers', 'password-file'],
  flags: ['dry-run'],
  run: async (given, planner, folder) => {
    const file = given.operand('FILE.xlsx');
    const bytes = readWholeFile(path.resolve(folder, file));
    if (!bytes.ok) return bytes;
    const chosen = { name: path.basename(file), bytes: bytes.value };
    if (file.toLowerCase().endsWith('.plkp')) return importPlanFile(given, planner, folder, chosen);
    const answers = answersOf(given, folder);
    if (!answers.ok) return answers;
    const workbook = { ...chosen, answers: answers.value };
    if (given.flag('dry-run')) return dryRun(planner, workbook);
    const imported = await planner.importWorkbook(workbook);
    if (!imported.ok)
      return imported.refusal.code === 'workbook.undecided' ? dryRun(planner, workbook) : imported;
    const opened = await planner.openPlan({ plan: imported.value.plan });
    return opened.ok ? ok(madePlan(opened.value, imported.value.issues.map(issueJson))) : opened;
  },
};

async function dryRun(planner: Planner, workbook: Input<'readWorkbook'>): Promise<Result<Answer>> {
  const reading = await planner.readWorkbook(workbook);
  if (!reading.ok) return reading;
  const { draft, questions } = reading.value;
  return ok(draft ? draftAnswer(draft) : undecided(questions));
}

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
      ...issues.flatMap((issue) => [
        findingLine(issue),
        ...(issue.breaks ?? []).map((one) => `  ${findingLine(one)}`),
      ]),
    ].join('\n'),
  };
}

function findingLine({ sheet, cell, code, params }: Finding): string {
  return `${sheet}!${cell}  ${wordRefusalOf({ code, params })}`;
}

/** A cause carries the totals that it breaks. */
function issueJson({ breaks, ...issue }: Issue) {
  return breaks ? { ...findingJson(issue), breaks: breaks.map(findingJson) } : findingJson(issue);
}

function findingJson({ code, severity, params, sheet, cell, difference }: Finding) {
  return {
    code,
    severity,
    message: wordRefusalOf({ code, params }),
    sheet,
    cell,
    difference: difference === null ? null : `${difference}`,
  };
}
