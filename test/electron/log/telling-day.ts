import { expect } from 'vitest';
import { openPlanner } from '../../../electron/hosts/open-planner.ts';
import { dong } from '../../../shared/money/dong.ts';
import { type PlanId, year } from '../../../shared/plan/ids.ts';
import { must } from '../../shared/plan/sample-plan.ts';

/** What must be told to nobody. */
export const NAMES = ['Đồng Khởi', 'Bà Nguyễn Thị Mật', 'Hợp phần bí mật', 'Biểu riêng', 'Trình Bí thư'];
export const AMOUNT = 98_765_432_100n;

/** A day of somebody who names everything after what must not be told, meets refusals and a bug. Answers their plan. */
export async function tellingDay(folder: string): Promise<PlanId> {
  const [locality = '', author = '', row = '', form = '', label = ''] = NAMES;
  const { planner, onBug, close } = must(openPlanner(folder, { onBug: () => {} }));
  must(await planner.keepSettings({ settings: { author } }));
  const { plan } = must(
    await planner.createPlan({
      programme: 'gnbv-2021-2025',
      title: `Kinh phí ${locality}`,
      period: { first: year(2022), last: year(2025) },
      locality,
    }),
  );
  const [first] = plan.rows;
  const [source] = plan.sources;
  if (!first || !source) throw new Error('a plan without rows');
  const leaf = plan.rows.find(({ id }) => !plan.rows.some(({ parent }) => parent === id)) ?? first;
  must(
    await planner.applyChange({
      plan: plan.id,
      baseSequence: 0,
      change: {
        label: { code: 'change.renameRow', params: { row } },
        edits: [
          { kind: 'updateRow', row: leaf.id, patch: { name: row } },
          {
            kind: 'setAmounts',
            amounts: [
              {
                row: leaf.id,
                year: source.years[0] ?? year(2022),
                source: source.id,
                capital: 'recurrent',
                amount: dong(AMOUNT),
              },
            ],
            unfunded: 'refuse',
          },
        ],
      },
    }),
  );
  must(await planner.revise({ plan: plan.id, label }));
  expect(await planner.revise({ plan: plan.id, label })).toMatchObject({ ok: false });
  expect(await planner.undo({ plan: plan.id, baseSequence: 99 })).toMatchObject({ ok: false });
  const backup = { title: `${form}.db`, bytes: new TextEncoder().encode(form) };
  expect(await planner.previewRestore({ backup })).toMatchObject({ ok: false });
  must(await planner.backUp({}));
  const bug = new Error(
    `no row “${row}” of ${locality}:\n    at ${form} (/home/lan/${label}.ts:1:2)\n${AMOUNT}`,
  );
  onBug(Object.assign(bug, { code: form }));
  await close();
  return plan.id;
}
