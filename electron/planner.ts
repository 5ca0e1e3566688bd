import { z } from 'zod';
import { type Output, planSummarySchema } from '../shared/api/contract.ts';
import type { Planner } from '../shared/api/planner.ts';
import { grandTotal } from '../shared/engine/grand-total.ts';
import { Totals } from '../shared/engine/totals.ts';
import type { ChangeLabel } from '../shared/plan/edit/edit.ts';
import type { Plan } from '../shared/plan/plan.ts';
import { programmeTemplate, programmeTemplates } from '../shared/programmes/catalogue.ts';
import { newPlan, samplePlan } from '../shared/programmes/new-plan.ts';
import { vinhLongSample } from '../shared/programmes/sample.ts';
import { writeWording } from '../shared/reconcile/wording/write-wording.ts';
import { ok, type Result, refuse } from '../shared/refusal.ts';
import { withoutHiddenMarks } from '../shared/text/hidden-marks.ts';
import type { PrinterDesk } from './desk.ts';
import { printDocument, writeDocument } from './documents/documents.ts';
import { wordWording } from './documents/word-wording.ts';
import { documentName, wordingName } from './file-name.ts';
import { helpReport } from './help-report/help-report.ts';
import { Inbox } from './inbox.ts';
import { Jobs } from './jobs.ts';
import { Keeper } from './keeper.ts';
import { librarySafety } from './library-safety.ts';
import { type Log, NO_LOG } from './log/log.ts';
import { type LoadedPlan, OpenPlans } from './open-plans.ts';
import { PlanChanges } from './plan-changes.ts';
import { planFiles } from './plan-files.ts';
import { printedTables } from './printed-tables.ts';
import { shelteredIn } from './sheltered.ts';
import type { Library } from './store/library.ts';
import type { PlanRecord } from './store/plan-records.ts';
import { checkSecondFolder } from './store/second-folder.ts';
import { DamagedRecord } from './store/stored-json.ts';
import type { LibraryWorkbooks } from './workbook/library-workbooks.ts';

/** The one implementation of the contract, over a library and whoever reads and writes workbooks. Knows no transport. */
export function createPlanner(
  library: Library,
  workbooks: LibraryWorkbooks,
  desk: PrinterDesk,
  keeper: Keeper = new Keeper(library, desk),
  inbox: Inbox = new Inbox(),
  log: Log = NO_LOG,
): Planner {
  const open = new OpenPlans(library);
  const changes = new PlanChanges(library, open);
  const safe = shelteredIn(library.folder);
  const jobs = new Jobs();

  const files = planFiles(library, keeper, desk, inbox);

  function create(plan: Plan, label: ChangeLabel): Result<Output<'openPlan'>> {
    const totals = Totals.of(plan);
    if (!totals.ok) return totals;
    const { sequence, changed } = library.create(plan, grandTotal(totals.value), label);
    open.put({ plan, totals: totals.value, sequence, changed });
    return ok({ plan, sequence, changed, undo: null, redo: null, approval: null });
  }

  function opened({ plan, sequence, changed }: LoadedPlan): Output<'openPlan'> {
    return {
      plan,
      sequence,
      changed,
      ...library.waiting(plan.id, sequence),
      approval: library.approval(plan.id),
    };
  }

  return {
    ...librarySafety(library, keeper, desk, () => open.forgetAll()),
    ...files,
    ...helpReport(library, keeper, desk, log, files),

    programmes: async () => ok([...programmeTemplates()]),

    listPlans: safe(async () => ok(library.list().map(summaryOf))),

    createPlan: safe(async ({ programme, title, period, locality }) => {
      const template = programmeTemplate(programme);
      if (!template.ok) return template;
      const facts = { id: desk.newPlanId(), title: nfc(title), period, locality: nfc(locality) };
      const plan = newPlan(template.value, facts);
      if (!plan.ok) return plan;
      return create(plan.value, {
        code: 'change.createPlan',
        params: { programme: template.value.title },
      });
    }),

    createSample: safe(async ({ sample: id }) => {
      const sample = vinhLongSample();
      if (sample.id !== id) return refuse('api.unknownSample', { id, known: sample.id });
      const template = programmeTemplate(sample.programme);
      if (!template.ok) return template;
      const plan = samplePlan(sample, template.value, desk.newPlanId());
      return create(plan, { code: 'change.createSample', params: { locality: sample.locality } });
    }),

    openPlan: safe(async ({ plan: id }) => {
      const loaded = open.get(id);
      return loaded.ok ? ok(opened(loaded.value)) : loaded;
    }),

    duplicatePlan: safe(async ({ plan: id, title }) => {
      const loaded = open.get(id);
      if (!loaded.ok) return loaded;
      const { plan } = loaded.value;
      const copy = { ...plan, id: desk.newPlanId(), header: { ...plan.header, title: nfc(title) } };
      return create(copy, { code: 'change.duplicatePlan', params: { title: plan.header.title } });
    }),

    deletePlan: safe(async ({ plan: id }) => {
      const listed = open.listed(id);
      if (!listed.ok) return listed;
      library.setDeleted(id, true);
      open.forget(id);
      return ok({});
    }),

    restorePlan: safe(async ({ plan: id }) => {
      if (!library.find(id)) return refuse('api.unknownPlan', { plan: id });
      library.setDeleted(id, false);
      return ok({});
    }),

    applyChange: safe(async ({ plan, baseSequence, change }) => changes.apply(plan, baseSequence, change)),
    undo: safe(async ({ plan, baseSequence }) => changes.undo(plan, baseSequence)),
    redo: safe(async ({ plan, baseSequence }) => changes.redo(plan, baseSequence)),

    history: safe(async (ask) => {
      return library.find(ask.plan)
        ? ok(library.history(ask))
        : refuse('api.unknownPlan', { plan: ask.plan });
    }),

    authors: safe(async ({ plan: id }) => {
      return library.find(id) ? ok(library.authors(id)) : refuse('api.unknownPlan', { plan: id });
    }),

    changesSince: safe(async ({ plan: id, sequence, changed }) => {
      const listed = open.listed(id);
      if (!listed.ok) return listed;
      const isLast =
        listed.value.sequence === sequence && (changed ?? listed.value.changed) === listed.value.changed;
      const later = isLast ? null : library.later(id, sequence, changed);
      return ok({ later, approval: library.approval(id) });
    }),

    planAt: safe(async ({ plan: id, sequence }) => {
      if (!library.find(id)) return refuse('api.unknownPlan', { plan: id });
      const plan = library.planAt(id, sequence);
      return plan ? ok(plan) : refuse('api.unknownSequence', { sequence });
    }),

    revisions: safe(async ({ plan: id }) => {
      return library.find(id) ? ok(library.revisions(id)) : refuse('api.unknownPlan', { plan: id });
    }),

    revise: safe(async ({ plan: id, label, stage = 'draft', note = '' }) => {
      const listed = open.listed(id);
      if (!listed.ok) return listed;
      const { made, revision } = library.revise(id, { label: nfc(label), stage, note: nfc(note) });
      return made
        ? ok({ ...revision, approved: revision.stage === 'approved', reopened: null })
        : refuse('api.revisionExists', { label: revision.label, sequence: revision.sequence });
    }),

    reopen: safe(async ({ plan: id, kind, reason }) => {
      const listed = open.listed(id);
      if (!listed.ok) return listed;
      const revision = library.reopen(id, { kind, reason: nfc(reason) });
      return revision ? ok(revision) : refuse('api.notProtected', { title: listed.value.title });
    }),

    view: safe(async ({ plan: id, form }) => {
      return library.find(id)
        ? ok({ view: library.view(id, form) })
        : refuse('api.unknownPlan', { plan: id });
    }),

    keepView: safe(async ({ plan: id, form, view }) => {
      if (!library.find(id)) return refuse('api.unknownPlan', { plan: id });
      library.keepView(id, form, view);
      return ok({});
    }),

    settings: safe(async () => ok({ settings: library.settings() })),

    keepSettings: safe(async ({ settings }) => {
      const { backupFolder = '' } = settings;
      // One that was chosen before may be away, as a stick that is not plugged in.
      if (backupFolder !== '' && backupFolder !== library.settings().backupFolder) {
        const fits = checkSecondFolder(desk.disk, library.folder, backupFolder);
        if (!fits.ok) return fits;
      }
      library.keepSettings(settings);
      return ok({});
    }),

    ownForms: safe(async () => ok(library.ownForms())),

    keepOwnForm: safe(async ({ form }) => {
      const named = { ...form, name: nfc(form.name) };
      return library.keepOwnForm(named) ? ok({}) : refuse('api.formExists', { name: named.name });
    }),

    deleteOwnForm: safe(async ({ id }) => {
      library.deleteOwnForm(id);
      return ok({});
    }),

    exportDocument: safe(async ({ format, ...wanted }) => {
      // JSON is the whole plan, also where its form would lose something.
      const printed = printedTables(
        library,
        format === 'json' ? { ...wanted, form: 'F2', print: undefined } : wanted,
      );
      if (!printed.ok) return printed;
      const { plan, set } = printed.value;
      const bytes = await writeDocument(printed.value, format, desk.printer);
      return bytes.ok
        ? ok({ name: documentName(plan.header.title, set, format), bytes: bytes.value })
        : bytes;
    }),

    printPages: safe(async (wanted) => {
      const printed = printedTables(library, wanted);
      if (!printed.ok) return printed;
      const notices = printed.value.tables.flatMap((table) => table.notices);
      return ok({ ...printDocument(printed.value), notices: notices.map((notice) => ({ ...notice })) });
    }),

    exportWorkbook: safe(async ({ job, ...wanted }) =>
      jobs.run(job, (watch) => workbooks.exportPlan(wanted, watch)),
    ),
    readWorkbook: safe(async ({ job, ...file }) => jobs.run(job, (watch) => workbooks.readFile(file, watch))),
    importWorkbook: safe(async ({ job, ...file }) => {
      await keeper.makeIfDue('import');
      return jobs.run(job, (watch) => workbooks.importFile(file, watch));
    }),

    compare: safe(async ({ job, ...sides }) => jobs.run(job, (watch) => workbooks.compare(sides, watch))),
    exportComparison: safe(async ({ job, ...wanted }) =>
      jobs.run(job, (watch) => workbooks.exportComparison(wanted, watch)),
    ),

    rememberColumns: safe(async ({ header, columns }) => {
      library.rememberColumns(header, columns);
      return ok({});
    }),

    readWording: safe(async ({ job, ...file }) =>
      jobs.run(job, (watch) => workbooks.readWording(file, watch)),
    ),

    openWording: safe(async ({ plan: id, job, ...file }) => {
      const listed = open.listed(id);
      if (!listed.ok) return listed;
      return jobs.run(job, async (watch) => {
        const read = await workbooks.readWording(file, watch);
        if (!read.ok) return read;
        if (!watch.gate.pass()) return refuse('job.cancelled');
        const wording = { name: file.name, ...read.value, answers: [] };
        library.keepWording(id, wording);
        return ok(wording);
      });
    }),

    wording: safe(async ({ plan: id }) => {
      return library.find(id)
        ? ok({ wording: library.wording(id) })
        : refuse('api.unknownPlan', { plan: id });
    }),

    keepWording: safe(async ({ plan: id, wording }) => {
      const listed = open.listed(id);
      if (!listed.ok) return listed;
      library.keepWording(id, wording);
      return ok({});
    }),

    exportWording: safe(async ({ plan: id }) => {
      const loaded = open.get(id);
      if (!loaded.ok) return loaded;
      const { plan, totals } = loaded.value;
      const bytes = wordWording(plan.header.title, writeWording(plan, totals));
      return ok({ name: wordingName(plan.header.title), bytes });
    }),

    jobProgress: async ({ job }) => {
      const progress = jobs.progress(job);
      return progress ? ok(progress) : refuse('job.unknown');
    },

    cancelJob: async ({ job }) => {
      jobs.cancel(job);
      return ok({});
    },
  };
}

function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Throws `DamagedRecord` where a record, well sealed as it may be, is none that the program wrote. */
function summaryOf(record: PlanRecord): Output<'listPlans'>[number] {
  const { id, total, changed } = record;
  const read = z.safeDecode(planSummarySchema, {
    id,
    title: withoutHiddenMarks(record.title),
    programme: { id: record.programme, title: withoutHiddenMarks(record.programme_title) },
    period: { first: record.first_year, last: record.last_year },
    total,
    changed,
  });
  if (!read.success) throw new DamagedRecord(z.prettifyError(read.error));
  return read.data;
}
