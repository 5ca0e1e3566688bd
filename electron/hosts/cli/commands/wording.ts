import path from 'node:path';
import { Totals } from '../../../../shared/engine/totals.ts';
import { wordingText, writeWording } from '../../../../shared/reconcile/wording/write-wording.ts';
import { ok, refuse } from '../../../../shared/refusal.ts';
import { writeWholeFile } from '../../whole-file.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';

/** `wording`: the funding paragraphs of a plan, as text or as a Word document. */
export const wordingCommand: Command = {
  name: 'wording',
  operands: ['PLAN'],
  options: ['out'],
  flags: [],
  run: async (given, planner, folder) => {
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const { plan } = opened.value;
    const totals = Totals.of(plan);
    if (!totals.ok) return totals;
    const text = wordingText(writeWording(plan, totals.value));
    const out = given.option('out');
    if (out === undefined) return ok({ json: { text }, text: text.trimEnd() });
    if (!/\.(?:docx|txt)$/iu.test(out))
      return refuse('cli.badExtension', { file: out, known: '.docx, .txt' });
    const written = /\.txt$/iu.test(out)
      ? ok({ bytes: new TextEncoder().encode(text) })
      : await planner.exportWording({ plan: plan.id });
    if (!written.ok) return written;
    const file = path.resolve(folder, out);
    const kept = writeWholeFile(file, written.value.bytes);
    if (!kept.ok) return kept;
    return ok({ json: { text, file, bytes: written.value.bytes.length }, text: file });
  },
};
