import { describe, expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import { verify, verifyStates } from '../../../electron/store/verify.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import { dong } from '../../../shared/money/dong.ts';
import type { Change } from '../../../shared/plan/edit/edit.ts';
import { type PlanId, planId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { noWorkbooks } from '../planner/no-workbooks.ts';
import { countingDesk, TemporaryLibrary } from '../store/temporary-library.ts';

const PASSWORD = 'Cù Lao Dung 2025';
const WORDING = {
  name: 'Quyết định.docx',
  text: 'Tổng kinh phí 210.600 triệu đồng',
  notices: [],
  answers: [],
};

function typed(amount: bigint): Change {
  const place = { row: rowId('DA3-TDA1'), source: sourceId('central'), capital: 'recurrent' } as const;
  return {
    label: { code: 'change.setAmount', params: { after: `${amount}` } },
    edits: [
      {
        kind: 'setAmounts',
        amounts: [{ ...place, year: year(2023), amount: dong(amount) }],
        unfunded: 'keep',
      },
    ],
  };
}

/** The sample, edited three times, one edit undone and made again, another undone; a revision; its wording. */
async function worked(planner: Planner): Promise<PlanId> {
  const { id: plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' })).plan;
  for (const [base, amount] of [7n, 8n, 9n].entries()) {
    must(await planner.applyChange({ plan, baseSequence: base, change: typed(amount * 1_000_000_000n) }));
  }
  must(await planner.undo({ plan, baseSequence: 3 }));
  must(await planner.redo({ plan, baseSequence: 4 }));
  must(await planner.undo({ plan, baseSequence: 5 }));
  must(await planner.revise({ plan, label: 'Trình lần 1' }));
  must(await planner.keepWording({ plan, wording: WORDING }));
  return plan;
}

/** An office with a library of its own. */
function office(author: string) {
  const place = new TemporaryLibrary({ ...countingDesk(author), newPlanId: ids(author) });
  return { place, planner: createPlanner(place.library, noWorkbooks, place.desk) };
}

function ids(author: string) {
  const { newPlanId } = countingDesk();
  return (): PlanId => planId(`${author}-${newPlanId()}`);
}

const whole = (place: TemporaryLibrary) => [...verify(place.database), ...verifyStates(place.database)];
const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? 'ok' : answer.refusal?.code;

describe('a plan handed to a colleague', () => {
  test('with its history comes as it is: same plan, same steps, same revisions, same wording, and can be undone there', async () => {
    const [lan, minh] = [office('Lan'), office('Minh')];
    using _ = lan.place;
    using __ = minh.place;
    const plan = await worked(lan.planner);
    const file = must(await lan.planner.exportPlanFile({ plan, history: true, password: PASSWORD }));
    expect(file.name).toMatch(/\.plkp$/);

    expect(must(await minh.planner.readPlanFile(file))).toEqual({ content: null });
    const { content } = must(await minh.planner.readPlanFile({ ...file, password: PASSWORD }));
    expect(content).toMatchObject({
      by: 'Lan',
      steps: 7,
      revisions: 1,
      isHere: false,
      total: 209_600_000_000n + 1_750_000_000n,
    });
    expect(must(await minh.planner.listPlans({}))).toEqual([]);

    const made = must(await minh.planner.importPlanFile({ ...file, password: PASSWORD }));
    expect(made.plan).toBe(plan);
    for (const method of ['openPlan', 'history', 'revisions', 'wording'] as const) {
      expect(must<unknown>(await minh.planner[method]({ plan }))).toEqual(
        must<unknown>(await lan.planner[method]({ plan })),
      );
    }
    expect(whole(minh.place)).toEqual([]);
    must(await minh.planner.undo({ plan, baseSequence: 6 }));
    must(await minh.planner.redo({ plan, baseSequence: 7 }));
    must(await minh.planner.redo({ plan, baseSequence: 8 }));
    expect(whole(minh.place)).toEqual([]);
  });

  test('is a second plan where the library has it already, with the same history sealed anew', async () => {
    const { place, planner } = office('Lan');
    using _ = place;
    const plan = await worked(planner);
    const file = must(await planner.exportPlanFile({ plan, history: true }));
    expect(must(await planner.readPlanFile(file)).content?.isHere).toBe(true);
    const made = must(await planner.importPlanFile(file));
    expect(made.plan).not.toBe(plan);
    expect(must(await planner.history({ plan: made.plan }))).toEqual(must(await planner.history({ plan })));
    expect(whole(place)).toEqual([]);
    place.reopen();
    expect(place.opened.recovery).toBeNull();
  });

  test('is a second plan also where the first one is deleted', async () => {
    const { place, planner } = office('Lan');
    using _ = place;
    const plan = await worked(planner);
    const file = must(await planner.exportPlanFile({ plan, history: true }));
    must(await planner.deletePlan({ plan }));
    expect(must(await planner.importPlanFile(file)).plan).not.toBe(plan);
    expect(code(await planner.exportPlanFile({ plan, history: true }))).toBe('api.planDeleted');
  });

  test('without its history begins anew, and nothing of what was before is in the file', async () => {
    const [lan, minh] = [office('Lan'), office('Minh')];
    using _ = lan.place;
    using __ = minh.place;
    const plan = await worked(lan.planner);
    const file = must(await lan.planner.exportPlanFile({ plan, history: false }));
    expect(must(await minh.planner.readPlanFile(file)).content).toMatchObject({ steps: null, revisions: 0 });
    must(await minh.planner.importPlanFile(file));
    const [ours, theirs] = await Promise.all(
      [lan, minh].map(async ({ planner }) => must(await planner.openPlan({ plan })).plan),
    );
    expect(theirs).toEqual(ours);
    expect(must(await minh.planner.history({ plan }))).toMatchObject([
      { kind: 'create', by: 'Minh', label: { code: 'change.importPlan', params: { file: file.name } } },
    ]);
    expect(must(await minh.planner.wording({ plan })).wording).toEqual(WORDING);
    expect(whole(minh.place)).toEqual([]);
  });

  test('opens by its password alone, however its marks were typed', async () => {
    const { place, planner } = office('Lan');
    using _ = place;
    const plan = await worked(planner);
    const file = must(await planner.exportPlanFile({ plan, history: false, password: PASSWORD }));
    expect(code(await planner.importPlanFile(file))).toBe('portable.needsPassword');
    expect(code(await planner.importPlanFile({ ...file, password: 'cù lao dung 2025' }))).toBe(
      'portable.wrongPassword',
    );
    expect(must(await planner.listPlans({}))).toHaveLength(1);
    must(await planner.importPlanFile({ ...file, password: PASSWORD.normalize('NFD') }));
    expect(code(await planner.exportPlanFile({ plan, history: false, password: '1234567' }))).toBe(
      'portable.shortPassword',
    );
  });

  test('by a password shows nothing of itself to who has none, and no two files are alike', async () => {
    const { place, planner } = office('Lan');
    using _ = place;
    const plan = await worked(planner);
    const asked = { plan, history: false, password: PASSWORD };
    const [one, other] = [
      must(await planner.exportPlanFile(asked)),
      must(await planner.exportPlanFile(asked)),
    ];
    const [first, second] = [one, other].map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
    expect(first?.split('\n')[0]).toMatch(/^PLKP 1 \{"lock":\{"cost":17,"salt":"[^"]+","nonce":"[^"]+"\}\}$/);
    expect(first?.split('\n')[0]).not.toBe(second?.split('\n')[0]);
  });
});
