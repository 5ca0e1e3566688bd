import path from 'node:path';
import { DOCUMENT_FORMATS } from '../../../../shared/api/documents.ts';
import { ok, refuse } from '../../../../shared/refusal.ts';
import { writeWholeFile } from '../../whole-file.ts';
import type { Command } from '../command.ts';
import { findPlanOrRevision } from '../find.ts';
import { PRINT_FLAGS, PRINT_OPTIONS, wantedPrint } from '../wanted-print.ts';
import { passwordOf } from './password-file.ts';

const FORMATS = ['xlsx', ...DOCUMENT_FORMATS, 'plkp'] as const;

/**
 * `export`: a plan, or one of its revisions (`PLAN@LABEL`), on one form or several as a workbook, or in the format that the
 * file's extension names; the plan itself as JSON, or as .plkp for a colleague, `--with-history` and locked by
 * `--password-file`.
 */
export const exportCommand: Command = {
  name: 'export',
  operands: ['PLAN'],
  options: [...PRINT_OPTIONS, 'out', 'password-file'],
  flags: [...PRINT_FLAGS, 'with-history'],
  run: async (given, planner, folder) => {
    const out = given.required('out');
    if (!out.ok) return out;
    const format = FORMATS.find((one) => out.value.toLowerCase().endsWith(`.${one}`));
    // The whole plan needs no form.
    const whole = format === 'json' || format === 'plkp';
    const named = whole ? ok('') : given.required('form');
    if (!named.ok) return named;
    if (format === undefined) {
      const known = FORMATS.map((one) => `.${one}`).join(', ');
      return refuse('cli.badExtension', { file: out.value, known });
    }
    const found = await findPlanOrRevision(planner, given.operand('PLAN'));
    if (!found.ok) return found;
    const { opened, revision } = found.value;
    const { plan } = opened;
    const print = whole ? ok(undefined) : wantedPrint(given, plan);
    if (!print.ok) return print;
    const asked = {
      plan: plan.id,
      form: 'F2',
      print: print.value,
      ...(revision === null ? {} : { revision }),
    } as const;
    const password = passwordOf(given, folder);
    if (!password.ok) return password;
    const made =
      format === 'xlsx'
        ? await planner.exportWorkbook(asked)
        : format === 'plkp'
          ? await planner.exportPlanFile({
              plan: plan.id,
              history: given.flag('with-history'),
              password: password.value,
            })
          : await planner.exportDocument({ ...asked, format });
    if (!made.ok) return made;
    const { bytes } = made.value;
    const file = writeWholeFile(path.resolve(folder, out.value), bytes);
    if (!file.ok) return file;
    return ok({ json: { file: file.value, bytes: bytes.byteLength }, text: file.value });
  },
};
