import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import type { PlanView, Settings } from '../../../shared/api/contract.ts';
import { DEFAULT_SETTINGS, DEFAULT_VIEW } from '../../../shared/api/looks.ts';
import { OFFICIAL_OPTIONS } from '../../../shared/forms/print-options.ts';
import type { PrintSet } from '../../../shared/forms/print-set.ts';
import { planId, rowId, year } from '../../../shared/plan/ids.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { TemporaryLibrary } from '../store/temporary-library.ts';
import { noWorkbooks } from './no-workbooks.ts';

const SAMPLE = { sample: 'vinh-long-2022-2025' };
const PRINT: PrintSet = {
  choices: [
    { kind: 'F3', local: 'levels' },
    { kind: 'F4', years: year(2023), nested: true },
  ],
  options: { ...OFFICIAL_OPTIONS, totals: 'first', zero: 'blank' },
  against: 'Trình lần 1',
};
const VIEW: PlanView = {
  widths: { name: 320, '2022.central.recurrent': 96 },
  collapsed: [rowId('DA3')],
  frozen: 'name',
  print: PRINT,
};
const SETTINGS: Settings = {
  author: 'Nguyễn Thị Hoa',
  locale: 'en',
  theme: 'dark',
  density: 'comfortable',
  zoom: 125,
  markChanged: false,
  panel: 'checks',
  panelWidth: 420,
  backupFolder: tmpdir(),
};

async function office() {
  const place = new TemporaryLibrary();
  const planner = createPlanner(place.library, noWorkbooks, place.desk);
  const plan = must(await planner.createSample(SAMPLE)).plan.id;
  return { place, planner, plan, [Symbol.dispose]: () => place[Symbol.dispose]() };
}

test('a plan is remembered as it was looked at, for each form by itself, and not in its history', async () => {
  using here = await office();
  const { planner, plan } = here;
  expect(must(await planner.view({ plan, form: 'F1' })).view).toEqual(DEFAULT_VIEW);
  must(await planner.keepView({ plan, form: 'F1', view: VIEW }));
  must(await planner.keepView({ plan, form: 'F1', view: { ...VIEW, frozen: null } }));
  here.place.reopen();
  const again = createPlanner(here.place.library, noWorkbooks, here.place.desk);
  expect(must(await again.view({ plan, form: 'F1' })).view).toEqual({ ...VIEW, frozen: null });
  expect(must(await again.view({ plan, form: 'F2' })).view).toEqual(DEFAULT_VIEW);
  expect(must(await again.history({ plan }))).toHaveLength(1);
});

test('a duplicate starts with the default view, and a plan comes back from deletion with its own', async () => {
  using here = await office();
  const { planner, plan } = here;
  must(await planner.keepView({ plan, form: 'F1', view: VIEW }));
  const copy = must(await planner.duplicatePlan({ plan, title: 'Bản sao' })).plan.id;
  expect(must(await planner.view({ plan: copy, form: 'F1' })).view).toEqual(DEFAULT_VIEW);
  must(await planner.deletePlan({ plan }));
  must(await planner.restorePlan({ plan }));
  expect(must(await planner.view({ plan, form: 'F1' })).view).toEqual(VIEW);
});

test('a plan that is not there has no view to keep', async () => {
  using here = await office();
  const gone = { plan: planId('gone'), form: 'F1' } as const;
  const refusal = { ok: false, refusal: { code: 'api.unknownPlan' } };
  expect(await here.planner.view(gone)).toMatchObject(refusal);
  expect(await here.planner.keepView({ ...gone, view: VIEW })).toMatchObject(refusal);
});

test('the office’s settings are kept over a restart', async () => {
  using here = await office();
  expect(must(await here.planner.settings({})).settings).toEqual(DEFAULT_SETTINGS);
  must(await here.planner.keepSettings({ settings: SETTINGS }));
  must(await here.planner.keepSettings({ settings: { ...SETTINGS, zoom: 90 } }));
  here.place.reopen();
  const again = createPlanner(here.place.library, noWorkbooks, here.place.desk);
  expect(must(await again.settings({})).settings).toEqual({ ...SETTINGS, zoom: 90 });
});

test('a window keeps the settings that its officer changed and leaves the others to the other windows', async () => {
  using here = await office();
  must(await here.planner.keepSettings({ settings: { author: '  Nguyễn Thị Hoa ' } }));
  must(await here.planner.keepSettings({ settings: { zoom: 90 } }));
  expect(must(await here.planner.settings({})).settings).toEqual({
    ...DEFAULT_SETTINGS,
    author: 'Nguyễn Thị Hoa',
    zoom: 90,
  });
});

test('the history names who works here from the next edit on, and the system’s user without a name', async () => {
  using here = await office();
  const rename = async (author: string, base: number) => {
    must(await here.planner.keepSettings({ settings: { author } }));
    const edits = [{ kind: 'setHeader' as const, patch: { title: `Phụ lục ${base}` } }];
    const label = { code: 'change.setHeader', params: {} };
    must(await here.planner.applyChange({ plan: here.plan, baseSequence: base, change: { label, edits } }));
  };
  await rename('Nguyễn Thị Hoa', 0);
  await rename('', 1);
  here.place.database.pragma('ignore_check_constraints = ON');
  here.place.database.prepare('UPDATE settings SET json = ?').run('{"author":');
  const edits = [{ kind: 'setHeader' as const, patch: { title: 'Phụ lục' } }];
  must(
    await here.planner.applyChange({
      plan: here.plan,
      baseSequence: 2,
      change: { label: { code: 'change.setHeader', params: {} }, edits },
    }),
  );
  const by = must(await here.planner.history({ plan: here.plan })).map((entry) => entry.by);
  expect(by).toEqual(['Lan', 'Nguyễn Thị Hoa', 'Lan', 'Lan']);
});

test.each([
  ['null', DEFAULT_SETTINGS],
  ['[]', DEFAULT_SETTINGS],
  ['"zoom"', DEFAULT_SETTINGS],
  ['{}', DEFAULT_SETTINGS],
  ['{"zoom":1000,"theme":"neon","locale":"en"}', { ...DEFAULT_SETTINGS, locale: 'en' }],
  ['{"__proto__":{"zoom":60},"density":"comfortable"}', { ...DEFAULT_SETTINGS, density: 'comfortable' }],
  ['{"zoom":60,"fromANewerProgram":true}', { ...DEFAULT_SETTINGS, zoom: 60 }],
])('stored settings %s read as far as they can be', async (json, settings) => {
  using here = await office();
  here.place.database.prepare('INSERT INTO settings (only, json) VALUES (1, ?)').run(json);
  expect(must(await here.planner.settings({})).settings).toEqual(settings);
});

test.each([
  ['7', DEFAULT_VIEW],
  ['{"widths":{"name":5},"collapsed":["DA3"],"frozen":"name"}', { ...VIEW, widths: {}, print: null }],
  ['{"frozen":"name","print":{"choices":[{"kind":"F9"}]}}', { ...DEFAULT_VIEW, frozen: 'name' }],
  ['{"widths":{"name":320},"collapsed":[""],"frozen":5}', { ...DEFAULT_VIEW, widths: { name: 320 } }],
])('a stored view %s reads as far as it can be', async (json, view) => {
  using here = await office();
  here.place.database
    .prepare('INSERT INTO plan_view (plan, form, json) VALUES (?, ?, ?)')
    .run(here.plan, 'F1', json);
  expect(must(await here.planner.view({ plan: here.plan, form: 'F1' })).view).toEqual(view);
});

test('a text that is no JSON, which only another program can have put there, costs nothing', async () => {
  using here = await office();
  here.place.database.pragma('ignore_check_constraints = ON');
  here.place.database.prepare('INSERT INTO settings (only, json) VALUES (1, ?)').run('{"zoom":');
  here.place.database
    .prepare('INSERT INTO plan_view (plan, form, json) VALUES (?, ?, ?)')
    .run(here.plan, 'F1', '');
  expect(must(await here.planner.settings({})).settings).toEqual(DEFAULT_SETTINGS);
  expect(must(await here.planner.view({ plan: here.plan, form: 'F1' })).view).toEqual(DEFAULT_VIEW);
});
