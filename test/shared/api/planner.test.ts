import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Restore } from '../../../shared/api/backups.ts';
import { METHODS, type Output, type PlanView, type Settings } from '../../../shared/api/contract.ts';
import { DEFAULT_SETTINGS } from '../../../shared/api/looks.ts';
import { answer, isMethod, type Planner, plannerOver } from '../../../shared/api/planner.ts';
import type { Recovery } from '../../../shared/api/recovery.ts';
import type { Revision } from '../../../shared/api/revisions.ts';
import type { KeptWording } from '../../../shared/api/wording.ts';
import type { OwnForm } from '../../../shared/forms/own-form.ts';
import { OFFICIAL_OPTIONS } from '../../../shared/forms/print-options.ts';
import type { PrintSet } from '../../../shared/forms/print-set.ts';
import { dong } from '../../../shared/money/dong.ts';
import type { Change } from '../../../shared/plan/edit/edit.ts';
import { planId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { programmeTemplates } from '../../../shared/programmes/catalogue.ts';
import { compare } from '../../../shared/reconcile/compare.ts';
import { ok, refuse } from '../../../shared/refusal.ts';
import { totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

const PLAN = vinhLongPlan(planId('p-1'));
const AT = '2026-01-02T03:04:05.678Z';
const LABEL = { code: 'change.setAmount', params: { row: '2.1', years: 4 } };
const STEP = { sequence: 1, label: LABEL };
const APPROVAL: Revision = {
  label: 'Phê duyệt lần 1',
  sequence: 1,
  at: AT,
  by: 'Ước',
  stage: 'approved',
  note: 'QĐ 12/QĐ-UBND',
  approved: true,
  reopened: { at: AT, by: 'Lan', kind: 'adjust', reason: 'Giảm vốn đối ứng' },
};
const OPENED = { plan: PLAN, sequence: 1, changed: AT, undo: STEP, redo: null, approval: APPROVAL };
/** Above 2^53, where a number would lose its last digit. */
const LARGE = dong(9_007_199_254_740_993n);

const CHANGE: Change = {
  label: LABEL,
  edits: [
    {
      kind: 'setAmounts',
      amounts: [
        {
          row: rowId('DA2'),
          year: year(2023),
          source: sourceId('local'),
          capital: 'recurrent',
          amount: LARGE,
        },
      ],
      unfunded: 'refuse',
    },
  ],
};
const ACKNOWLEDGED = { sequence: 2, changed: AT, label: LABEL, undo: STEP, redo: STEP };
const BYTES = Uint8Array.from({ length: 256 }, (_, at) => at);
const WORDING: KeptWording = {
  name: 'Quyết định.docx',
  text: 'Nhu cầu kinh phí: 62,5 tỷ đồng\n',
  notices: [{ code: 'wording.tables', params: { count: 2 } }],
  answers: [{ start: 3, row: rowId('DA2') }],
};
const JOB = '6f9619ff-8b86-4d01-b42d-00c04fc964ff';
const OWN_FORM: OwnForm = {
  id: 'own-1',
  name: 'Biểu trình',
  base: 'F2',
  columns: ['period.total', 'each.central.total'],
  hiddenYears: [2022],
  subSources: false,
};
const PRINT: PrintSet = {
  choices: [
    { kind: 'own', form: OWN_FORM },
    { kind: 'F5', years: year(2023), changes: 'total' },
  ],
  options: { ...OFFICIAL_OPTIONS, totals: 'first', decimals: 2, paper: 'A3' },
  against: 'Trình lần 1',
};
const VIEW: PlanView = {
  widths: { '2022.central.recurrent': 120 },
  collapsed: [rowId('DA3')],
  frozen: 'name',
  print: PRINT,
};
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, theme: 'contrast', zoom: 125 };
const READING: Output<'readWorkbook'> = {
  source: { sheet: 'Biểu', rows: [{ ref: 1, cells: ['TT'] }], heading: { top: 1, bottom: 1 }, more: 0 },
  columns: [{ ref: 'A', id: 'ordinal', header: ['TT'] }],
  header: '[["A","tt"]]',
  remembered: null,
  questions: [{ id: 'unit', code: 'question.unit', params: {}, options: ['dong', 'trieu'] }],
  draft: { form: 'F1', unit: 'trieu', columns: [], rows: [], issues: [], plan: PLAN },
};

const momentOf = (plan: Plan) => ({ plan, totals: totalsOf(plan) });
/** Without its first row, another title: something of every part of a comparison. */
const EARLIER: Plan = {
  ...PLAN,
  header: { ...PLAN.header, title: 'Dự thảo' },
  rows: PLAN.rows.slice(1).map((row) => ({ ...row, name: `${row.name} (dự thảo)` })),
  amounts: new Map([...PLAN.amounts].filter(([id]) => id !== PLAN.rows[0]?.id)),
};
const COMPARED: Output<'compare'> = {
  before: { code: 'compare.revision', params: { title: 'Phụ lục', label: 'Trình lần 1' } },
  after: { code: 'compare.file', params: { file: 'Phụ lục.xlsx' } },
  unit: 'trieu',
  comparison: compare(momentOf(EARLIER), momentOf(PLAN)),
};

const PLAN_FILE: Output<'readPlanFile'>['content'] = {
  title: 'Phụ lục',
  programme: 'GNBV',
  total: LARGE,
  by: 'Ước',
  at: AT,
  steps: 3,
  revisions: 1,
  isHere: false,
};
const BACKUP = { name: 'library-2025.plkp.db', at: AT, reason: 'start', bytes: 4096 } as const;
const RECOVERY: Recovery = {
  at: AT,
  kept: 'damaged-2025',
  problems: [{ code: 'verify.file', params: { reason: 'SQLITE_CORRUPT' } }],
  backups: [BACKUP.name],
  plans: [{ id: PLAN.id, title: 'Phụ lục', steps: 3, lost: { first: 3, last: 4 }, state: 'earlier' }],
  lost: [{ table: 'revision', name: 'Trình lần 1' }],
};
const RESTORE: Restore = {
  plans: [{ id: PLAN.id, title: 'Phụ lục', before: { sequence: 4, total: LARGE, changed: AT }, after: null }],
  same: 2,
};

/** A planner of recorded answers, one of every shape that the contract has. */
const RECORDED: Planner = {
  programmes: async () => ok([...programmeTemplates()]),
  listPlans: async () =>
    ok([
      {
        id: PLAN.id,
        title: PLAN.header.title,
        programme: { id: 'gnbv-2021-2025', title: 'GNBV' },
        period: PLAN.period,
        total: LARGE,
        changed: AT,
      },
    ]),
  createPlan: async ({ title }) => refuse('plan.badPeriod', { first: 2025, last: 2022, title }),
  createSample: async () => ok(OPENED),
  openPlan: async ({ plan }) => (plan === PLAN.id ? ok(OPENED) : refuse('api.unknownPlan', { plan })),
  duplicatePlan: async () => ok(OPENED),
  deletePlan: async () => ok({}),
  restorePlan: async () => ok({}),
  applyChange: async () => ok(ACKNOWLEDGED),
  undo: async () => ok({ ...ACKNOWLEDGED, edits: CHANGE.edits }),
  redo: async () => refuse('api.nothingToRedo'),
  history: async () =>
    ok([
      { sequence: 0, at: AT, by: 'Ước', kind: 'create', label: LABEL, undoes: null, undone: true } as const,
    ]),
  authors: async () => ok(['Lan', 'Ước']),
  changesSince: async ({ sequence }) =>
    ok({
      later:
        sequence === 0
          ? null
          : {
              sequence: 2,
              changed: AT,
              undo: STEP,
              redo: null,
              changes: [{ by: 'Ước', kind: 'change' as const, ...CHANGE }],
            },
      approval: null,
    }),
  planAt: async () => ok(PLAN),
  revisions: async () => ok([APPROVAL]),
  revise: async ({ label }) =>
    ok({ ...APPROVAL, label, stage: 'draft', approved: false, reopened: null } as const),
  reopen: async () => ok(APPROVAL),
  view: async () => ok({ view: VIEW }),
  keepView: async () => ok({}),
  settings: async () => ok({ settings: SETTINGS }),
  keepSettings: async () => ok({}),
  exportWorkbook: async () => ok({ name: 'Phụ lục.xlsx', bytes: BYTES }),
  readWorkbook: async () => ok(READING),
  rememberColumns: async () => ok({}),
  ownForms: async () => ok([OWN_FORM]),
  keepOwnForm: async ({ form }) => refuse('api.formExists', { name: form.name }),
  deleteOwnForm: async () => ok({}),
  exportDocument: async ({ format }) => ok({ name: `Phụ lục.${format}`, bytes: BYTES }),
  printPages: async () =>
    ok({
      html: '<!doctype html><p>Phụ lục</p>',
      pages: 3,
      notices: [{ code: 'notice.noLocality', params: {} }],
    }),
  compare: async () => ok(COMPARED),
  exportComparison: async ({ as }) => ok({ name: `${as}.xlsx`, bytes: BYTES }),
  importWorkbook: async ({ bytes }) =>
    bytes.byteLength === 256
      ? ok({ plan: PLAN.id, title: PLAN.header.title, issues: [] })
      : refuse('workbook.empty', { file: 'a' }),
  readWording: async () => ok({ text: WORDING.text, notices: WORDING.notices }),
  openWording: async () => ok(WORDING),
  wording: async () => ok({ wording: WORDING }),
  keepWording: async ({ wording }) => (wording === null ? refuse('wording.empty', { file: '' }) : ok({})),
  exportWording: async () => ok({ name: 'Lời văn.docx', bytes: BYTES }),
  libraryState: async () =>
    ok({ folder: '/thư viện', newer: null, recovery: RECOVERY, backup: BACKUP, problem: null }),
  acknowledgeRecovery: async () => ok({}),
  backups: async () => ok([BACKUP]),
  backUp: async () => ok({ backup: BACKUP, second: null }),
  copyLibrary: async () => ok({ name: 'Thu vien.plkp.db', bytes: BYTES }),
  previewRestore: async ({ backup }) =>
    'name' in backup ? refuse('backup.unknown', { name: backup.name }) : ok(RESTORE),
  restoreBackup: async () => ok({ restored: RESTORE, undo: BACKUP }),
  verifyLibrary: async () =>
    ok({ ok: false, plans: 1, edits: 2, problems: [{ code: 'verify.schema', params: {} }] }),
  exportHelpReport: async ({ plan }) =>
    plan === null ? ok({ name: 'Bao cao.zip', bytes: BYTES }) : refuse('api.unknownPlan', { plan }),
  exportPlanFile: async ({ password }) =>
    password === '1'
      ? refuse('portable.shortPassword', { least: 8 })
      : ok({ name: 'Phụ lục.plkp', bytes: BYTES }),
  readPlanFile: async () => ok({ content: PLAN_FILE }),
  takeOpenedFiles: async () => ok([{ name: 'a.plkp', bytes: BYTES }]),
  importPlanFile: async () => ok({ plan: PLAN.id, title: 'Phụ lục' }),
  jobProgress: async ({ job }) =>
    job === JOB ? ok({ phase: 'writing', done: 0.25 } as const) : refuse('job.unknown'),
  cancelJob: async () => ok({}),
};

function noBug(error: unknown): void {
  throw error;
}

const overJson = plannerOver(async (method, payload) => {
  const sent: unknown = JSON.parse(JSON.stringify(payload));
  const answered = await answer(RECORDED, method, sent, noBug);
  return JSON.parse(JSON.stringify(answered));
});

describe('a planner over a border of JSON', () => {
  const atBase = { plan: PLAN.id, baseSequence: 1 };
  const file = { name: 'Phụ lục.xlsx', bytes: BYTES };
  const sides = {
    before: { kind: 'plan', plan: PLAN.id, revision: 'Trình lần 1' },
    after: { kind: 'file', ...file },
  } as const;
  const asked: { readonly [M in keyof Planner]: (planner: Planner) => Promise<unknown> } = {
    programmes: (planner) => planner.programmes({}),
    listPlans: (planner) => planner.listPlans({}),
    createPlan: (planner) =>
      planner.createPlan({ programme: 'empty', title: 'Tên', period: PLAN.period, locality: '' }),
    createSample: (planner) => planner.createSample({ sample: 'vinh-long-2022-2025' }),
    openPlan: (planner) => planner.openPlan({ plan: PLAN.id }),
    duplicatePlan: (planner) => planner.duplicatePlan({ plan: PLAN.id, title: 'Bản sao' }),
    deletePlan: (planner) => planner.deletePlan({ plan: PLAN.id }),
    restorePlan: (planner) => planner.restorePlan({ plan: PLAN.id }),
    applyChange: (planner) => planner.applyChange({ ...atBase, change: CHANGE }),
    undo: (planner) => planner.undo(atBase),
    redo: (planner) => planner.redo(atBase),
    history: (planner) => planner.history({ plan: PLAN.id, search: 'nông nghiệp', before: 9, limit: 5 }),
    authors: (planner) => planner.authors({ plan: PLAN.id }),
    changesSince: (planner) => planner.changesSince({ plan: PLAN.id, sequence: 1 }),
    planAt: (planner) => planner.planAt({ plan: PLAN.id, sequence: 0 }),
    revisions: (planner) => planner.revisions({ plan: PLAN.id }),
    revise: (planner) =>
      planner.revise({ plan: PLAN.id, label: 'Trình lần 1', stage: 'submitted', note: '' }),
    reopen: (planner) => planner.reopen({ plan: PLAN.id, kind: 'correct', reason: 'Sai số' }),
    view: (planner) => planner.view({ plan: PLAN.id, form: 'F1' }),
    keepView: (planner) => planner.keepView({ plan: PLAN.id, form: 'F2', view: VIEW }),
    settings: (planner) => planner.settings({}),
    keepSettings: (planner) => planner.keepSettings({ settings: SETTINGS }),
    ownForms: (planner) => planner.ownForms({}),
    keepOwnForm: (planner) => planner.keepOwnForm({ form: OWN_FORM }),
    deleteOwnForm: (planner) => planner.deleteOwnForm({ id: OWN_FORM.id }),
    exportWorkbook: (planner) => planner.exportWorkbook({ plan: PLAN.id, form: 'F2' }),
    exportDocument: (planner) => planner.exportDocument({ plan: PLAN.id, form: 'F1', format: 'pdf' }),
    printPages: (planner) => planner.printPages({ plan: PLAN.id, form: 'F1', print: PRINT }),
    readWorkbook: (planner) => planner.readWorkbook(file),
    rememberColumns: (planner) =>
      planner.rememberColumns({ header: '[]', columns: { E: 'central.investment' } }),
    importWorkbook: (planner) => planner.importWorkbook({ ...file, job: JOB }),
    compare: (planner) => planner.compare({ ...sides, mostCells: 3 }),
    exportComparison: (planner) => planner.exportComparison({ ...sides, as: 'F5' }),
    readWording: (planner) => planner.readWording({ name: 'Quyết định.docx', bytes: BYTES }),
    openWording: (planner) =>
      planner.openWording({ plan: PLAN.id, name: 'Quyết định.docx', bytes: BYTES, job: JOB }),
    wording: (planner) => planner.wording({ plan: PLAN.id }),
    keepWording: (planner) => planner.keepWording({ plan: PLAN.id, wording: WORDING }),
    exportWording: (planner) => planner.exportWording({ plan: PLAN.id }),
    exportPlanFile: (planner) => planner.exportPlanFile({ plan: PLAN.id, history: true, password: '1' }),
    readPlanFile: (planner) => planner.readPlanFile({ name: 'a.plkp', bytes: BYTES }),
    takeOpenedFiles: (planner) => planner.takeOpenedFiles({}),
    importPlanFile: (planner) => planner.importPlanFile({ name: 'a.plkp', bytes: BYTES, password: 'mật' }),
    jobProgress: (planner) => planner.jobProgress({ job: JOB }),
    libraryState: (planner) => planner.libraryState({}),
    acknowledgeRecovery: (planner) => planner.acknowledgeRecovery({}),
    backups: (planner) => planner.backups({}),
    backUp: (planner) => planner.backUp({}),
    copyLibrary: (planner) => planner.copyLibrary({}),
    previewRestore: (planner) => planner.previewRestore({ backup: { title: 'a', bytes: BYTES } }),
    restoreBackup: (planner) => planner.restoreBackup({ backup: { name: BACKUP.name } }),
    verifyLibrary: (planner) => planner.verifyLibrary({}),
    exportHelpReport: (planner) => planner.exportHelpReport({ plan: null }),
    cancelJob: (planner) => planner.cancelJob({ job: JOB }),
  };

  test.each(METHODS)('%s answers what the planner itself answers', async (method) => {
    expect(await asked[method](overJson)).toEqual(await asked[method](RECORDED));
  });

  test('keeps every đồng above 2^53', async () => {
    const made = await overJson.undo(atBase);
    expect(made).toMatchObject({
      ok: true,
      value: { edits: [{ amounts: [{ amount: 9_007_199_254_740_993n }] }] },
    });
  });

  test('an answer that is not of the contract is a bug, never an answer', async () => {
    const broken = plannerOver(async () => ({ ok: true, value: { plan: 'no plan' } }));
    await expect(broken.openPlan({ plan: PLAN.id })).rejects.toThrow();
    const silent = plannerOver(async () => undefined);
    await expect(silent.openPlan({ plan: PLAN.id })).rejects.toThrow();
  });
});

describe('what comes in over a border', () => {
  const ask = (method: string, json: string, planner = RECORDED) =>
    answer(planner, method, z.json().parse(JSON.parse(json)), noBug);
  const raw = (method: string, payload: unknown) => answer(RECORDED, method, payload, noBug);

  test.each(['', 'nothing', 'openplan', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'the method “%s” is refused',
    async (method) => {
      expect(isMethod(method)).toBe(false);
      expect(await raw(method, {})).toEqual({
        ok: false,
        refusal: { code: 'api.unknownMethod', params: {} },
      });
    },
  );

  const tooMany = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`c${at}`, 100]));

  test.each([
    ['openPlan', undefined, ''],
    ['openPlan', null, ''],
    ['openPlan', 'p-1', ''],
    ['openPlan', [], ''],
    ['openPlan', {}, 'plan'],
    ['openPlan', { plan: '' }, 'plan'],
    ['openPlan', { plan: 'a/b' }, 'plan'],
    ['openPlan', { plan: 'p-1', more: 1 }, ''],
    ['undo', { plan: 'p-1', baseSequence: -1 }, 'baseSequence'],
    ['undo', { plan: 'p-1', baseSequence: 1.5 }, 'baseSequence'],
    ['history', { plan: 'p-1', limit: 0 }, 'limit'],
    ['history', { plan: 'p-1', before: -1 }, 'before'],
    ['history', { plan: 'p-1', row: 'a b' }, 'row'],
    ['history', { plan: 'p-1', subject: 'money' }, 'subject'],
    ['history', { plan: 'p-1', search: 'x'.repeat(501) }, 'search'],
    ['changesSince', { plan: 'p-1', sequence: -1 }, 'sequence'],
    ['changesSince', { plan: 'p-1', sequence: 1, changed: 'today' }, 'changed'],
    ['revise', { plan: 'p-1', label: '   ' }, 'label'],
    ['revise', { plan: 'p-1', label: 'Lần 1', stage: 'signed' }, 'stage'],
    ['reopen', { plan: 'p-1', kind: 'adjust', reason: '  ' }, 'reason'],
    ['exportWorkbook', { plan: 'p-1', form: 'F9' }, 'form'],
    ['exportDocument', { plan: 'p-1', form: 'F1', format: 'exe' }, 'format'],
    ['printPages', { plan: 'p-1', form: 'F9' }, 'form'],
    ['view', { plan: 'p-1', form: 'F9' }, 'form'],
    ['keepView', { plan: 'p-1', form: 'F1', view: { ...VIEW, widths: { a: 19 } } }, 'view.widths.a'],
    ['keepView', { plan: 'p-1', form: 'F1', view: { ...VIEW, widths: { a: 2001 } } }, 'view.widths.a'],
    ['keepView', { plan: 'p-1', form: 'F1', view: { ...VIEW, widths: { '': 20 } } }, 'view.widths.'],
    ['keepView', { plan: 'p-1', form: 'F1', view: { ...VIEW, widths: tooMany } }, 'view.widths'],
    ['keepView', { plan: 'p-1', form: 'F1', view: { ...VIEW, collapsed: ['a b'] } }, 'view.collapsed.0'],
    ['keepView', { plan: 'p-1', form: 'F1', view: { ...VIEW, frozen: 1 } }, 'view.frozen'],
    ['keepView', { plan: 'p-1', form: 'F1', view: { ...VIEW, more: 1 } }, 'view'],
    [
      'keepView',
      { plan: 'p-1', form: 'F1', view: { ...VIEW, print: { ...PRINT, choices: [] } } },
      'view.print.choices',
    ],
    ['keepOwnForm', { form: { ...OWN_FORM, name: '  ' } }, 'form.name'],
    ['keepOwnForm', { form: { ...OWN_FORM, base: 'F3' } }, 'form.base'],
    ['deleteOwnForm', { id: '' }, 'id'],
    ['keepSettings', { settings: { ...SETTINGS, zoom: 49 } }, 'settings.zoom'],
    ['keepSettings', { settings: { ...SETTINGS, zoom: 99.5 } }, 'settings.zoom'],
    ['keepSettings', { settings: { ...SETTINGS, theme: 'neon' } }, 'settings.theme'],
    ['keepSettings', { settings: { author: 'x'.repeat(201) } }, 'settings.author'],
    ['importWorkbook', { name: 'a.xlsx', bytes: 'not base64!' }, 'bytes'],
    ['importWorkbook', { name: 'a.xlsx', bytes: '', job: '1' }, 'job'],
    ['cancelJob', {}, 'job'],
  ])('%s of %j is refused, naming the place', async (method, payload, where) => {
    expect(await raw(method, payload)).toEqual({
      ok: false,
      refusal: { code: 'api.badRequest', params: { method, where } },
    });
  });

  test.each(['1.5', '1e3', '0x10', '', '007', '-0', '9000000000000000001', '١'])(
    'the amount “%s” is no amount in JSON',
    async (amount) => {
      const leaf = { row: 'DA2', year: 2023, source: 'local', capital: 'recurrent', amount };
      const edits = [{ kind: 'setAmounts', amounts: [leaf], unfunded: 'refuse' }];
      const payload = { plan: 'p-1', baseSequence: 1, change: { label: LABEL, edits } };
      expect(await raw('applyChange', payload)).toMatchObject({
        ok: false,
        refusal: { params: { where: 'change.edits.0.amounts.0.amount' } },
      });
    },
  );

  test.each([
    ['a stranger beside what is asked', '{"plan":"p-1","__proto__":{"plan":"p-2"}}'],
    ['instead of what is asked', '{"__proto__":{"plan":"p-1"}}'],
    ['constructor', '{"plan":"p-1","constructor":{"prototype":{"plan":"p-2"}}}'],
  ])('a key of the prototype, %s, is refused', async (_, json) => {
    const answered = await answer(RECORDED, 'openPlan', JSON.parse(json), noBug);
    expect(answered).toMatchObject({ ok: false, refusal: { code: 'api.badRequest' } });
  });

  test('prototype keys inside a label or a patch change nothing but what they say', async () => {
    const heard: unknown[] = [];
    const listening: Planner = {
      ...RECORDED,
      applyChange: async ({ change }) => {
        heard.push(change);
        return ok(ACKNOWLEDGED);
      },
    };
    const change = (params: string, patch: string) =>
      `{"plan":"p-1","baseSequence":1,"change":{"label":{"code":"change.setHeader","params":${params}},"edits":[{"kind":"setHeader","patch":${patch}}]}}`;
    const send = (json: string) => answer(listening, 'applyChange', JSON.parse(json), noBug);
    expect(await send(change('{"__proto__":{"row":"9"},"constructor":"c"}', '{"title":"t"}'))).toMatchObject({
      ok: true,
    });
    const [made] = z.array(z.looseObject({ label: z.looseObject({ params: z.unknown() }) })).parse(heard);
    const params = z.record(z.string(), z.unknown()).parse(made?.label.params);
    expect(Object.keys(params)).toEqual(['constructor']);
    expect(params.row).toBeUndefined();
    expect(await send(change('{}', '{"__proto__":{"title":"t"}}'))).toMatchObject({ ok: false });
    expect(Object.hasOwn(Object.prototype, 'row')).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });

  test('a refusal of the planner goes out as it is', async () => {
    expect(await ask('openPlan', '{"plan":"p-9"}')).toEqual({
      ok: false,
      refusal: { code: 'api.unknownPlan', params: { plan: 'p-9' } },
    });
  });
});

describe('a bug behind a border', () => {
  const internal = { ok: false, refusal: { code: 'internal', params: {} } };
  const secret = new Error('SQLITE_CORRUPT in /home/officer/library');

  test.each<[string, Planner['openPlan']]>([
    [
      'a planner that throws',
      () => {
        throw secret;
      },
    ],
    ['a planner that rejects', () => Promise.reject(secret)],
  ])('%s answers internal, with nothing of its insides', async (_, openPlan) => {
    const heard: unknown[] = [];
    const answered = await answer({ ...RECORDED, openPlan }, 'openPlan', { plan: 'p-1' }, (bug) =>
      heard.push(bug),
    );
    expect(answered).toEqual(internal);
    expect(JSON.stringify(answered)).not.toContain('SQLITE');
    expect(heard).toEqual([secret]);
  });

  test('an answer that is not of the contract does not go out', async () => {
    const heard: unknown[] = [];
    const openPlan: Planner['openPlan'] = async () => ok({ ...OPENED, changed: 'yesterday' });
    const answered = await answer({ ...RECORDED, openPlan }, 'openPlan', { plan: 'p-1' }, (bug) =>
      heard.push(bug),
    );
    expect(answered).toEqual(internal);
    expect(heard).toHaveLength(1);
  });
});
