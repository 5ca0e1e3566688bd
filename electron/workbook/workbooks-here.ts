import type { ComparedSides } from '../../shared/api/comparing.ts';
import { grandTotal } from '../../shared/engine/grand-total.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { type Moment, projectF5 } from '../../shared/forms/f5.ts';
import { OFFICIAL_OPTIONS } from '../../shared/forms/print-options.ts';
import { acceptable, isSure } from '../../shared/intake/acceptable.ts';
import type { Draft } from '../../shared/intake/draft.ts';
import { looksLikePlanFile, readPlanDraft } from '../../shared/intake/plan-file.ts';
import type { Reading } from '../../shared/intake/reading.ts';
import { compare } from '../../shared/reconcile/compare.ts';
import { alignedBefore } from '../../shared/reconcile/compare-aligned.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import { type Held, heldSides, type ReadDraft } from '../compared-sides.ts';
import type { Desk } from '../desk.ts';
import { readWording } from '../documents/read-wording.ts';
import { comparisonName, workbookName } from '../file-name.ts';
import { type Printed, printedTables } from '../printed-tables.ts';
import type { Library } from '../store/library.ts';
import type { Compared, FileToImport, LibraryWorkbooks, Watch, WorkbookFile } from './library-workbooks.ts';
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
  const sidesOf = (sides: ComparedSides, watch: Watch): ReturnType<typeof heldSides> => {
    const readDraft: ReadDraft = async (file) => {
      const reading = await read(file, 0, watch);
      if (!reading.ok) return reading;
      const { questions, draft } = reading.value;
      return draft
        ? acceptable(reading.value)
        : refuse('compare.fileUndecided', { file: file.name, count: questions.length });
    };
    return heldSides(library, sides, readDraft);
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

    readWording: ({ name, bytes }, watch) => {
      watch.report('reading', null);
      return readWording(name, bytes);
    },

    compare: async ({ mostCells, ...wanted }, watch) => {
      const sides = await sidesOf(wanted, watch);
      if (!sides.ok) return sides;
      watch.report('computing', null);
      return ok(comparedOf(sides.value, mostCells));
    },

    exportComparison: async ({ as, ...wanted }, watch) => {
      const sides = await sidesOf(wanted, watch);
      if (!sides.ok) return sides;
      const { before, after } = sides.value;
      watch.report('computing', null);
      const bytes =
        as === 'F5'
          ? await workbooks.write(adjustmentOf(before, after))
          : await workbooks.writeComparison(comparedOf(sides.value));
      return bytes.ok ? ok({ name: comparisonName(after.plan.header.title, as), bytes: bytes.value }) : bytes;
    },
  };
}

function comparedOf({ before, after }: { before: Held; after: Held }, mostCells?: number): Compared {
  return {
    before: before.name,
    after: after.name,
    unit: after.plan.header.unit,
    comparison: compare(before, after, { mostCells }),
  };
}

/** F5 over the period, of any two plans: their rows are matched as the comparison matches them. */
function adjustmentOf(before: Moment, after: Moment): Printed {
  const { plan, totals } = after;
  const aligned = { plan: alignedBefore(before.plan, plan), totals: before.totals };
  const choice = { kind: 'F5', years: 'period', changes: 'each' } as const;
  const set = { choices: [choice], options: OFFICIAL_OPTIONS, against: null };
  return { plan, totals, set, tables: [projectF5(aligned, after, choice, OFFICIAL_OPTIONS)] };
}

/** A plan of our own as JSON: there is nothing to ask, and nothing of a sheet to show. */
function planReading(name: string, bytes: Uint8Array): Result<Reading> {
  const draft = readPlanDraft(name, new TextDecoder().decode(bytes));
  if (!draft.ok) return draft;
  const source = { sheet: name, rows: [], heading: null, more: 0 };
  return ok({ source, columns: [], header: '', remembered: null, questions: [], draft: draft.value });
}
