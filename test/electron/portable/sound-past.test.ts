import { expect, test } from 'vitest';
import { writePortable } from '../../../electron/portable/portable-plan.ts';
import { isTooLong, planOfPast } from '../../../electron/portable/sound-past.ts';
import type { SealedHistoryRecord } from '../../../electron/store/history-records.ts';
import type { Past } from '../../../electron/store/past.ts';
import { EDITS, LABEL, NO_EDITS, WHOLE_PLAN } from '../../../electron/store/stored-json.ts';
import { sealOfRow } from '../../../electron/store/tables.ts';
import { rowId } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { vinhLongPlan } from '../../shared/plan/sample-plan.ts';

/** The most rows that a plan may have. */
const ROWS = 100_000;

function hugePlan(): Plan {
  const plan = vinhLongPlan();
  const [first] = plan.rows;
  if (!first) throw new Error('no rows');
  const rows = Array.from({ length: ROWS }, (_, at) => {
    return { ...first, id: rowId(`r${at}`), code: `c${at}`, parent: null };
  });
  return { ...plan, rows, amounts: new Map() };
}

/** A history of so many changes of a plan's title, each as this program would have written it. */
function pastOf(plan: Plan, steps: number): Past {
  const { id } = plan;
  const snapshot = WHOLE_PLAN.write(plan);
  const rows: SealedHistoryRecord[] = [];
  let previous = sealOfRow('snapshot', { plan: id, sequence: 0, json: snapshot }, null);
  const titleAt = (sequence: number): string => (sequence === 0 ? plan.header.title : `Lần ${sequence}`);
  const titled = (title: string): string => EDITS.write([{ kind: 'setHeader', patch: { title } }]);
  for (let sequence = 0; sequence <= steps; sequence += 1) {
    const isFirst = sequence === 0;
    const row = {
      plan: id,
      sequence,
      at: '2025-01-01T00:00:00.000Z',
      by: 'Lan',
      kind: isFirst ? ('create' as const) : ('change' as const),
      label: LABEL.write({ code: 'change.any', params: {} }),
      edits: isFirst ? NO_EDITS : titled(titleAt(sequence)),
      inverse: isFirst ? NO_EDITS : titled(titleAt(sequence - 1)),
      undoes: null,
      undo_top: isFirst ? null : sequence,
      redo_top: null,
    };
    previous = sealOfRow('history', row, previous);
    rows.push({ ...row, seal: previous });
  }
  return { snapshot, rows, revisions: [], reopenings: [] };
}

test('a history whose steps times the plan’s rows are more than anybody could wait for is not gone through', () => {
  const plan = hugePlan();
  const past = pastOf(plan, 5_000);
  expect(() => planOfPast(plan.id, past)).toThrow('tooLong');
  const bearable = { ...past, rows: past.rows.slice(0, 5_000) };
  expect(planOfPast(plan.id, bearable).header.title).toBe('Lần 4999');
});

test('such a history is not handed over either: nobody could read it back', async () => {
  expect([isTooLong(ROWS, 5_000), isTooLong(ROWS, 5_001)]).toEqual([false, true]);
  const plan = hugePlan();
  const past = { ...pastOf(plan, 1), rows: new Array<SealedHistoryRecord>(5_001) };
  const portable = { by: 'Lan', at: new Date(0), plan, wording: null, past };
  expect(await writePortable(portable, null)).toMatchObject({ refusal: { code: 'portable.tooLong' } });
});
