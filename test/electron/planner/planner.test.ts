import { describe, expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import type { Printer } from '../../../electron/printer.ts';
import type { Workbooks } from '../../../electron/workbook/workbooks.ts';
import { workbooksHere } from '../../../electron/workbook/workbooks-here.ts';
import { DOCUMENT_FORMATS } from '../../../shared/api/documents.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import { DONG_LIMIT, dong } from '../../../shared/money/dong.ts';
import type { Change } from '../../../shared/plan/edit/edit.ts';
import { planId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { ok } from '../../../shared/refusal.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { TemporaryLibrary } from '../store/temporary-library.ts';
import { noFiles, noWorkbooks, readingOfDraft } from './no-workbooks.ts';

const SAMPLE = { sample: 'vinh-long-2022-2025' };
const FUNDED = [2022, 2023, 2024, 2025].map(year);

/** DA3-TDA1, central recurrent, in every funded year. */
function typed(amount: bigint, years = FUNDED): Change {
  const place = { row: rowId('DA3-TDA1'), source: sourceId('central'), capital: 'recurrent' } as const;
  return {
    label: { code: 'change.setAmount', params: { after: `${amount}` } },
    edits: [
      {
        kind: 'setAmounts',
        amounts: years.map((at) => ({ ...place, year: at, amount: dong(amount) })),
        unfunded: 'refuse',
      },
    ],
  };
}

async function sampleOf(planner: Planner) {
  return must(await planner.createSample(SAMPLE)).plan.id;
}

async function totalOf(planner: Planner): Promise<bigint | undefined> {
  return must(await planner.listPlans({}))[0]?.total;
}

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? 'ok' : answer.refusal?.code;

describe('the reference plan in a library', () => {
  test('is edited, undone and redone over the stored history, its total in the list with it', async () => {
    using place = new TemporaryLibrary();
    let planner = createPlanner(place.library, noWorkbooks, place.desk);
    const plan = await sampleOf(planner);
    expect(await totalOf(planner)).toBe(209_600_000_000n);

    const made = must(await planner.applyChange({ plan, baseSequence: 0, change: typed(6_500_000_000n) }));
    expect(made).toMatchObject({ sequence: 1, undo: { sequence: 1 }, redo: null });
    expect(await totalOf(planner)).toBe(210_600_000_000n);

    place.reopen();
    planner = createPlanner(place.library, noWorkbooks, place.desk);
    expect(await totalOf(planner)).toBe(210_600_000_000n);
    const undone = must(await planner.undo({ plan, baseSequence: 1 }));
    expect(undone).toMatchObject({ sequence: 2, undo: null, redo: { sequence: 1 } });
    expect(undone.label).toEqual(made.label);
    expect(await totalOf(planner)).toBe(209_600_000_000n);
    must(await planner.redo({ plan, baseSequence: 2 }));
    expect(await totalOf(planner)).toBe(210_600_000_000n);

    const history = must(await planner.history({ plan }));
    expect(history.map(({ sequence, kind, by, undoes }) => [sequence, kind, by, undoes])).toEqual([
      [0, 'create', 'Lan', null],
      [1, 'change', 'Lan', null],
      [2, 'undo', 'Lan', 1],
      [3, 'redo', 'Lan', 2],
    ]);
  });

  test('keeps one record of amounts and one history row for one typed amount', async () => {
    using place = new TemporaryLibrary();
    const planner = createPlanner(place.library, noWorkbooks, place.desk);
    const plan = await sampleOf(planner);
    const rows = () =>
      place.database.prepare<[], { row: string }>('SELECT row, amounts FROM row_amounts ORDER BY row').all();
    const structure = () => place.database.prepare('SELECT rowid, json FROM structure').all();
    const [before, structureBefore] = [rows(), structure()];
    must(await planner.applyChange({ plan, baseSequence: 0, change: typed(1n) }));
    const after = rows();
    const changed = after.filter((record, at) => JSON.stringify(record) !== JSON.stringify(before[at]));
    expect(changed.map((record) => record.row)).toEqual(['DA3-TDA1']);
    expect(structure()).toEqual(structureBefore);
  });

  test('refuses a change made on an older state, in this window or another', async () => {
    using place = new TemporaryLibrary();
    const here = createPlanner(place.library, noWorkbooks, place.desk);
    const otherLibrary = place.another();
    const there = createPlanner(otherLibrary, noWorkbooks, place.desk);
    const plan = await sampleOf(here);
    must(await there.openPlan({ plan }));
    must(await here.applyChange({ plan, baseSequence: 0, change: typed(1n) }));
    must(await here.applyChange({ plan, baseSequence: 1, change: typed(2n) }));
    for (const stale of [here, there]) {
      const answer = await stale.applyChange({ plan, baseSequence: 0, change: typed(3n) });
      expect(answer).toMatchObject({
        ok: false,
        refusal: { code: 'api.stalePlan', params: { changes: 2, by: 'Lan' } },
      });
      expect(code(await stale.undo({ plan, baseSequence: 0 }))).toBe('api.stalePlan');
    }
    // Having looked again, the other window goes on from there.
    const { sequence } = must(await there.openPlan({ plan }));
    must(await there.applyChange({ plan, baseSequence: sequence, change: typed(3n) }));
    expect(must(await here.openPlan({ plan })).sequence).toBe(3);
    otherLibrary.close();
  });

  test('refuses what the plan refuses and a total beyond the range, with nothing kept', async () => {
    using place = new TemporaryLibrary();
    const planner = createPlanner(place.library, noWorkbooks, place.desk);
    const plan = await sampleOf(planner);
    const before = must(await planner.openPlan({ plan }));
    const apply = (change: Change) => planner.applyChange({ plan, baseSequence: 0, change });
    expect(code(await apply(typed(1n, [year(2030)])))).toBe('plan.yearOutsidePeriod');
    expect(code(await apply(typed(DONG_LIMIT)))).toBe('plan.totalOutOfRange');
    expect(must(await planner.openPlan({ plan }))).toEqual(before);
    expect(must(await planner.history({ plan }))).toHaveLength(1);
    // The totals in memory were put back too: the next change is counted from the right ones.
    must(await apply(typed(6_500_000_000n)));
    expect(await totalOf(planner)).toBe(210_600_000_000n);
  });

  test('can be read back at any point of its history, and a point can be named once', async () => {
    using place = new TemporaryLibrary();
    const planner = createPlanner(place.library, noWorkbooks, place.desk);
    const plan = await sampleOf(planner);
    must(await planner.applyChange({ plan, baseSequence: 0, change: typed(1n) }));
    expect(must(await planner.planAt({ plan, sequence: 0 }))).toEqual(vinhLongPlan(plan));
    expect(code(await planner.planAt({ plan, sequence: 9 }))).toBe('api.unknownSequence');
    const revision = must(await planner.revise({ plan, label: 'Trình lần 1' }));
    expect(revision).toMatchObject({ label: 'Trình lần 1', sequence: 1, approved: false });
    // The same name typed with combining marks is the same name.
    const again = await planner.revise({ plan, label: 'Trình lần 1'.normalize('NFD') });
    expect(code(again)).toBe('api.revisionExists');
    expect(must(await planner.revisions({ plan }))).toEqual([revision]);
  });
});

describe('plans of a library', () => {
  test('are made of a programme, duplicated, deleted and restored', async () => {
    using place = new TemporaryLibrary();
    const planner = createPlanner(place.library, noWorkbooks, place.desk);
    const made = must(
      await planner.createPlan({
        programme: 'gnbv-2021-2025',
        title: 'Kế hoạch 2022',
        period: { first: year(2022), last: year(2022) },
        locality: 'Huyện Phong Thổ',
      }),
    );
    const copy = must(await planner.duplicatePlan({ plan: made.plan.id, title: 'Bản sao' }));
    expect(copy.plan).toEqual({
      ...made.plan,
      id: copy.plan.id,
      header: { ...made.plan.header, title: 'Bản sao' },
    });
    must(await planner.deletePlan({ plan: made.plan.id }));
    expect(must(await planner.listPlans({})).map((one) => one.title)).toEqual(['Bản sao']);
    expect(code(await planner.openPlan({ plan: made.plan.id }))).toBe('api.planDeleted');
    must(await planner.restorePlan({ plan: made.plan.id }));
    expect(must(await planner.openPlan({ plan: made.plan.id })).plan).toEqual(made.plan);
  });

  test('that do not exist are refused by every method', async () => {
    using place = new TemporaryLibrary();
    const planner = createPlanner(
      place.library,
      workbooksHere(place.library, noFiles, place.desk),
      place.desk,
    );
    const plan = planId('none');
    const answers = await Promise.all([
      planner.openPlan({ plan }),
      planner.duplicatePlan({ plan, title: 'x' }),
      planner.deletePlan({ plan }),
      planner.restorePlan({ plan }),
      planner.applyChange({ plan, baseSequence: 0, change: typed(1n) }),
      planner.undo({ plan, baseSequence: 0 }),
      planner.redo({ plan, baseSequence: 0 }),
      planner.history({ plan }),
      planner.planAt({ plan, sequence: 0 }),
      planner.revisions({ plan }),
      planner.revise({ plan, label: 'x' }),
      planner.exportWorkbook({ plan, form: 'F1' }),
    ]);
    expect(answers.map(code)).toEqual(answers.map(() => 'api.unknownPlan'));
  });

  test('of a programme, sample or period that there is not are refused', async () => {
    using place = new TemporaryLibrary();
    const planner = createPlanner(place.library, noWorkbooks, place.desk);
    const plan = { title: 'x', locality: '', period: { first: year(2022), last: year(2025) } };
    expect(code(await planner.createPlan({ ...plan, programme: 'none' }))).toBe('programme.unknown');
    const backwards = { first: year(2025), last: year(2022) };
    expect(code(await planner.createPlan({ ...plan, programme: 'empty', period: backwards }))).toBe(
      'plan.badPeriod',
    );
    expect(code(await planner.createSample({ sample: 'none' }))).toBe('api.unknownSample');
    expect(must(await planner.listPlans({}))).toEqual([]);
  });
});

describe('workbooks', () => {
  test('go out under a name that every platform takes, from totals that later edits do not touch', async () => {
    using place = new TemporaryLibrary();
    let goOn = (): void => {};
    const pause = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let total = 0n;
    const workbooks: Workbooks = {
      ...noFiles,
      write: async ({ totals }) => {
        await pause;
        total = totals.read(-1, totals.address({ years: 'period', source: 'all', capital: 'all' }));
        return ok(new Uint8Array([1, 2, 3]));
      },
    };
    const planner = createPlanner(
      place.library,
      workbooksHere(place.library, workbooks, place.desk),
      place.desk,
    );
    const plan = await sampleOf(planner);
    const rename: Change = {
      label: { code: 'change.rename', params: {} },
      edits: [{ kind: 'setHeader', patch: { title: 'Giảm nghèo: 2022/2025 *bản* "cuối".' } }],
    };
    must(await planner.applyChange({ plan, baseSequence: 0, change: rename }));
    const exporting = planner.exportWorkbook({ plan, form: 'F2' });
    must(await planner.applyChange({ plan, baseSequence: 1, change: typed(0n) }));
    goOn();
    expect(must(await exporting)).toEqual({
      name: 'Giảm nghèo 2022 2025 bản cuối - F2.xlsx',
      bytes: new Uint8Array([1, 2, 3]),
    });
    expect(total).toBe(209_600_000_000n);
  });

  test('leave as CSV, Word and PDF by the form, as JSON whole, and JSON comes back as a plan of its own', async () => {
    using place = new TemporaryLibrary();
    const printed: string[] = [];
    const printer: Printer = {
      pdf: async (html) => {
        printed.push(html);
        return ok(new Uint8Array([37]));
      },
    };
    const planner = createPlanner(place.library, workbooksHere(place.library, noFiles, place.desk), {
      ...place.desk,
      printer,
    });
    const plan = await sampleOf(planner);
    const ends: string[] = [];
    for (const format of DOCUMENT_FORMATS) {
      const { name, bytes } = must(await planner.exportDocument({ plan, form: 'F2', format }));
      ends.push(name.slice(name.lastIndexOf('2025') + 4));
      expect(bytes.byteLength).toBeGreaterThan(0);
    }
    expect(ends).toEqual([' - F2.docx', ' - F2.pdf', ' - F2.csv', '.json']);
    const { html, pages } = must(await planner.printPages({ plan, form: 'F2' }));
    expect(printed).toEqual([html]);
    expect(html.match(/<section>/g)).toHaveLength(pages);

    const file = must(await planner.exportDocument({ plan, form: 'F1', format: 'json' }));
    const imported = must(await planner.importWorkbook(file));
    const opened = must(await planner.openPlan({ plan: imported.plan }));
    expect(opened.plan).toEqual(vinhLongPlan(opened.plan.id));
    expect(opened.plan.id).not.toBe(plan);
    expect(must(await planner.readWorkbook(file)).draft?.plan.id).toBe(plan);
  });

  test('are refused by a form that would lose amounts, in every format but JSON', async () => {
    using place = new TemporaryLibrary();
    const planner = createPlanner(place.library, noWorkbooks, place.desk);
    const plan = await sampleOf(planner);
    must(await planner.applyChange({ plan, baseSequence: 0, change: typed(1n, FUNDED.slice(1)) }));
    for (const format of DOCUMENT_FORMATS) {
      const answer = await planner.exportDocument({ plan, form: 'F1', format });
      expect(code(answer)).toBe(format === 'json' ? 'ok' : 'form.yearsDiffer');
    }
    expect(code(await planner.printPages({ plan, form: 'F1' }))).toBe('form.yearsDiffer');
    expect(code(await planner.exportDocument({ plan, form: 'F2', format: 'pdf' }))).toBe('pdf.noBrowser');
  });

  test('come in as a plan of its own, which leaves the exported one alone', async () => {
    using place = new TemporaryLibrary();
    const exported = planId('plan-1');
    const workbooks: Workbooks = {
      ...noFiles,
      read: async () =>
        readingOfDraft({
          form: 'F1',
          unit: 'trieu',
          columns: [],
          rows: [],
          issues: [],
          plan: vinhLongPlan(exported),
        }),
    };
    const planner = createPlanner(
      place.library,
      workbooksHere(place.library, workbooks, place.desk),
      place.desk,
    );
    expect(await sampleOf(planner)).toBe(exported);
    const imported = must(await planner.importWorkbook({ name: 'Phụ lục.xlsx', bytes: new Uint8Array() }));
    expect(imported).toMatchObject({ title: vinhLongPlan().header.title, issues: [] });
    const opened = must(await planner.openPlan({ plan: imported.plan }));
    expect(opened.plan).toEqual(vinhLongPlan(opened.plan.id));
    expect(opened.plan.id).not.toBe(exported);
    expect(must(await planner.history({ plan: opened.plan.id }))[0]?.label).toEqual({
      code: 'change.importPlan',
      params: { file: 'Phụ lục.xlsx' },
    });
  });
});
