import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPlanner, openPlanner } from '../../../electron/hosts/open-planner.ts';
import type { ComparedSide } from '../../../shared/api/comparing.ts';
import { dong } from '../../../shared/money/dong.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { type PlanId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

const THREAD = new URL('../../../electron/workbook/apart/thread.ts', import.meta.url);
const GOLDEN = new URL('../../golden/workbooks/', import.meta.url);
const UNDECIDED = 'style-12-no-unit.xlsx';

const raised: PlanEdit = {
  kind: 'setAmounts',
  amounts: [
    {
      row: rowId('DA3-TDA1'),
      year: year(2023),
      source: sourceId('central'),
      capital: 'recurrent',
      amount: dong(6_500_000_000n),
    },
  ],
  unfunded: 'keep',
};

describe.each([
  ['the thread that asks', undefined],
  ['a thread apart', THREAD],
])('a comparison made in %s', (_, thread) => {
  const place = temporaryFolder();
  let opened: OpenPlanner;
  let plan: PlanId;
  const now = (id: PlanId): ComparedSide => ({ kind: 'plan', plan: id, revision: null });
  const first = (): ComparedSide => ({ kind: 'plan', plan, revision: 'Lần 1' });
  beforeAll(async () => {
    opened = must(openPlanner(place.folder, thread ? { thread } : {}));
    const { planner } = opened;
    ({ id: plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' })).plan);
    must(await planner.revise({ plan, label: 'Lần 1' }));
    const change = { label: { code: 'change.setAmount', params: {} }, edits: [raised] };
    must(await planner.applyChange({ plan, baseSequence: 0, change }));
  });
  afterAll(() => {
    opened.close();
    place[Symbol.dispose]();
  });

  test('is the same for a plan and for its own workbook', async () => {
    const { planner } = opened;
    const file = must(await planner.exportWorkbook({ plan, form: 'F2' }));
    const sides = [now(plan), { kind: 'file', ...file } as const];
    const [one, other] = await Promise.all(
      sides.map(async (after) => must(await planner.compare({ before: first(), after })).comparison),
    );
    expect(one?.cells).toBe(18);
    expect(other?.changed.map(({ cells }) => cells)).toEqual(one?.changed.map(({ cells }) => cells));
  });

  test('tells only so many amounts and counts them all', async () => {
    const { comparison } = must(
      await opened.planner.compare({ before: first(), after: now(plan), mostCells: 2 }),
    );
    expect([comparison.changed.flatMap(({ cells }) => cells).length, comparison.cells]).toEqual([2 + 6, 18]);
  });

  test('knows the rows of two files by their names where their codes were made up', async () => {
    const [before, after] = ['levels-by-bold.xlsx', 'levels-by-spaces.xlsx'].map((name): ComparedSide => {
      return { kind: 'file', name, bytes: readFileSync(new URL(name, GOLDEN)) };
    });
    if (!before || !after) throw new Error('two files are compared');
    const { comparison } = must(await opened.planner.compare({ before, after }));
    expect(comparison.renamed).toEqual([]);
    const kept = comparison.moved.map(({ row }) => [row.before?.name, row.after?.name]);
    expect(kept).toContainEqual(['Đường liên ấp', 'Đường liên ấp']);
  });

  test('goes out as F5, also of two plans: what rose stands under Tăng', async () => {
    const { planner } = opened;
    const copy = must(await planner.duplicatePlan({ plan, title: 'Bản sao' })).plan.id;
    for (const after of [plan, copy]) {
      const file = must(await planner.exportComparison({ before: first(), after: now(after), as: 'F5' }));
      expect(file.name).toMatch(/ - F5\.xlsx$/);
      const book = await new exceljs.Workbook().xlsx.load(file.bytes.slice().buffer);
      const sheet = book.getWorksheet('F5');
      const total: unknown[] = [];
      sheet?.eachRow((row) => {
        if (row.getCell(1).text === 'Tổng cộng')
          for (let at = 3; at <= 22; at++) total.push(row.getCell(at).result ?? row.getCell(at).value);
      });
      const [before, more, less, then] = [total[0], total[5], total[10], total[15]];
      expect([before, more, less, then]).toEqual([209_600, 250, 0, 209_850]);
    }
  });

  test('goes out as a table of changes under the name of the plan after', async () => {
    const file = must(
      await opened.planner.exportComparison({ before: first(), after: now(plan), as: 'changes' }),
    );
    expect(file.name).toMatch(/ - So sánh\.xlsx$/);
    const book = await new exceljs.Workbook().xlsx.load(file.bytes.slice().buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['So sánh']);
  });

  test('is refused where a file leaves a question open, and where a plan or a revision is not there', async () => {
    const { planner } = opened;
    const file = { kind: 'file', name: UNDECIDED, bytes: readFileSync(new URL(UNDECIDED, GOLDEN)) } as const;
    expect(await planner.compare({ before: file, after: now(plan) })).toMatchObject({
      refusal: { code: 'compare.fileUndecided', params: { file: UNDECIDED } },
    });
    const answered = { ...file, answers: { unit: 'trieu' } } as const;
    expect(await planner.compare({ before: answered, after: now(plan) })).toMatchObject({ ok: true });
    const missing = { ...first(), revision: 'Lần 2' } as ComparedSide;
    expect(await planner.compare({ before: missing, after: now(plan) })).toMatchObject({
      refusal: { code: 'compare.unknownRevision', params: { label: 'Lần 2', known: 'Lần 1' } },
    });
  });
});
