import { Totals } from '../../shared/engine/totals.ts';
import { acceptable, isSure } from '../../shared/intake/acceptable.ts';
import type { Draft } from '../../shared/intake/draft.ts';
import { looksLikePlanFile, readPlanDraft } from '../../shared/intake/plan-file.ts';
import type { Reading } from '../../shared/intake/reading.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import type { Desk } from '../desk.ts';
import { workbookName } from '../file-name.ts';
import { grandTotal } from '../open-plans.ts';
import { printedTables } from '../printed-tables.ts';
import type { Library } from '../store/library.ts';
import type { FileToImport, LibraryWorkbooks, Watch, WorkbookFile } from './library-workbooks.ts';
import type { Workbooks } from './workbooks.ts';

/** More rows of a draft nobody looks through; all of them cost a large file's reader dearly. */
const MOST_LOOKED_AT = 1_000;

/** The workbooks of a library in the thread that asks: the terminal's way, and that of the thread apart. */
export function workbooksHere(library: Library, workbooks: Workbooks, desk: Desk): LibraryWorkbooks {
  const read = async (
    { name, bytes, answers = {} }: WorkbookFile,
    mostRows: number,
    watch: Watch,
  ): Promise<Result<Reading>> => {
    if (looksLikePlanFile(bytes)) return planReading(name, bytes);
    watch.report('reading', 0);
    const remembered = library.rememberedColumns();
    return workbooks.read({ name, bytes, answers, remembered, mostRows }, (done) => {
      if (done < 1) watch.report('reading', done);
      else watch.report('understanding', null);
    });
  };
  /** Nobody looks at the draft's rows, which weigh more than all else. */
  const readPlan = async (
    { sure, ...file }: FileToImport,
    watch: Watch,
  ): Promise<Result<Pick<Draft, 'plan' | 'issues'>>> => {
    const reading = await read(file, 0, watch);
    if (sure && reading.ok && !isSure(reading.value))
      return refuse('workbook.lookFirst', { file: file.name });
    const draft = reading.ok ? acceptable(reading.value) : reading;
    if (!draft.ok) return draft;
    const { plan, issues } = draft.value;
    return ok({ plan, issues });
  };
  return {
    exportPlan: async (wanted, watch) => {
      watch.report('computing', null);
      const printed = printedTables(library, wanted);
      if (!printed.ok) return printed;
      const { plan, set } = printed.value;
      const bytes = await workbooks.write(printed.value, (done) => watch.report('writing', done));
      return bytes.ok ? ok({ name: workbookName(plan.header.title, set), bytes: bytes.value }) : bytes;
    },

    readFile: ({ brief, ...file }, watch) =>
      read(file, brief ? MOST_LOOKED_AT : Number.POSITIVE_INFINITY, watch),

    importFile: async (file, watch) => {
      const understood = await readPlan(file, watch);
      if (!understood.ok) return understood;
      const { issues } = understood.value;
      const plan = { ...understood.value.plan, id: desk.newPlanId() };
      const totals = Totals.of(plan);
      if (!totals.ok) return totals;
      if (!watch.gate.pass()) return refuse('job.cancelled');
      watch.report('keeping', null);
      library.create(plan, grandTotal(totals.value), {
        code: 'change.importPlan',
        params: { file: file.name },
      });
      return ok({ plan: plan.id, title: plan.header.title, issues });
    },
  };
}

/** A plan of our own as JSON: there is nothing to ask, and nothing of a sheet to show. */
function planReading(name: string, bytes: Uint8Array): Result<Reading> {
  const draft = readPlanDraft(name, new TextDecoder().decode(bytes));
  if (!draft.ok) return draft;
  const source = { sheet: name, rows: [], heading: null, more: 0 };
  return ok({ source, columns: [], header: '', remembered: null, questions: [], draft: draft.value });
}
