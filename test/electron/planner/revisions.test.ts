import { describe, expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import { Library } from '../../../electron/store/library.ts';
import { openLibrary } from '../../../electron/store/open-library.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import { dong } from '../../../shared/money/dong.ts';
import type { PlanId } from '../../../shared/plan/ids.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { TemporaryLibrary } from '../store/temporary-library.ts';
import { noWorkbooks } from './no-workbooks.ts';

/** A planner over a library of its own with the sample, a title changed and one undo waiting to be redone. */
async function office() {
  const place = new TemporaryLibrary();
  const planner = createPlanner(place.library, noWorkbooks, place.desk);
  const plan = must(await planner.createSample({ sample: 'vinh-long-2022-2025' })).plan.id;
  must(await rename(planner, plan, 0, 'Một'));
  must(await rename(planner, plan, 1, 'Hai'));
  must(await planner.undo({ plan, baseSequence: 2 }));
  return { place, planner, plan, [Symbol.dispose]: () => place[Symbol.dispose]() };
}

function rename(planner: Planner, plan: PlanId, baseSequence: number, title: string) {
  const label = { code: 'change.rename', params: { before: '', after: title } };
  const edits = [{ kind: 'setHeader' as const, patch: { title } }];
  return planner.applyChange({ plan, baseSequence, change: { label, edits } });
}

const approve = (planner: Planner, plan: PlanId, label = 'Phê duyệt') =>
  planner.revise({ plan, label, stage: 'approved', note: 'QĐ 12/QĐ-UBND' });

const LOCKED = {
  ok: false,
  refusal: { code: 'api.approvedPlan', params: { label: 'Phê duyệt', by: 'Lan' } },
};

describe('an approved plan', () => {
  test('resists every change, undo and redo, in every window, and after a restart', async () => {
    using here = await office();
    const { planner, plan, place } = here;
    const otherLibrary = place.another();
    const other = createPlanner(otherLibrary, noWorkbooks, place.desk);
    must(await other.openPlan({ plan }));
    must(await approve(planner, plan));
    const before = must(await planner.openPlan({ plan }));
    for (const window of [planner, other]) {
      expect(await rename(window, plan, 3, 'Ba')).toEqual(LOCKED);
      expect(await window.undo({ plan, baseSequence: 3 })).toEqual(LOCKED);
      expect(await window.redo({ plan, baseSequence: 3 })).toEqual(LOCKED);
    }
    expect(must(await other.openPlan({ plan }))).toEqual(before);
    otherLibrary.close();
    place.reopen();
    const again = createPlanner(place.library, noWorkbooks, place.desk);
    expect(await rename(again, plan, 3, 'Ba')).toEqual(LOCKED);
    expect(must(await again.openPlan({ plan })).approval).toMatchObject({
      label: 'Phê duyệt',
      stage: 'approved',
      note: 'QĐ 12/QĐ-UBND',
      by: 'Lan',
      reopened: null,
    });
  });

  test('is not changed by a write that was under way when it was approved', async () => {
    using here = await office();
    const { planner, plan, place } = here;
    const { library } = place;
    const now = must(await planner.openPlan({ plan })).plan;
    must(await approve(planner, plan));
    const edits = [{ kind: 'setHeader' as const, patch: { title: 'Ba' } }];
    const change = { label: { code: 'change.setHeader', params: {} }, edits, inverse: edits };
    const renamed = { ...now, header: { ...now.header, title: 'Ba' } };
    expect(library.keepChange(3, now, renamed, dong(0n), change)).toBeNull();
    expect(library.find(plan)?.sequence).toBe(3);
  });

  test('is changed again once it is opened with a reason, which its revisions tell; a new approval protects it anew', async () => {
    using here = await office();
    const { planner, plan } = here;
    must(await approve(planner, plan));
    must(await planner.keepSettings({ settings: { author: 'Hoa' } }));
    const opened = must(await planner.reopen({ plan, kind: 'adjust', reason: 'Giảm vốn đối ứng' }));
    expect(opened.reopened).toMatchObject({ by: 'Hoa', kind: 'adjust', reason: 'Giảm vốn đối ứng' });
    must(await rename(planner, plan, 3, 'Ba'));
    expect(must(await planner.openPlan({ plan })).approval).toEqual(opened);
    expect(await planner.reopen({ plan, kind: 'correct', reason: 'x' })).toMatchObject({
      refusal: { code: 'api.notProtected' },
    });
    must(await approve(planner, plan, 'Điều chỉnh lần 1'));
    expect(await rename(planner, plan, 4, 'Bốn')).toMatchObject({ refusal: { code: 'api.approvedPlan' } });
    expect(
      must(await planner.revisions({ plan })).map(({ label, reopened }) => [label, reopened?.kind]),
    ).toEqual([
      ['Phê duyệt', 'adjust'],
      ['Điều chỉnh lần 1', undefined],
    ]);
  });

  test('is opened at once where it was approved under two names, and protected anew though the clock ran back', async () => {
    using here = await office();
    const { planner, plan, place } = here;
    must(await approve(planner, plan));
    must(await approve(planner, plan, 'Phê duyệt, bản sạch'));
    must(await planner.reopen({ plan, kind: 'correct', reason: 'Sai số' }));
    expect(must(await planner.openPlan({ plan })).approval?.reopened).toMatchObject({ kind: 'correct' });
    const library = new Library(must(openLibrary(place.folder, place.desk.now)), {
      ...place.desk,
      now: () => new Date(0),
    });
    const early = createPlanner(library, noWorkbooks, place.desk);
    must(await approve(early, plan, 'Phê duyệt lại'));
    expect(await rename(planner, plan, 3, 'Ba')).toMatchObject({
      refusal: { code: 'api.approvedPlan', params: { label: 'Phê duyệt lại' } },
    });
    library.close();
  });

  test('may be looked at, copied and named in other ways; a copy is free', async () => {
    using here = await office();
    const { planner, plan } = here;
    must(await planner.revise({ plan, label: 'Trình', stage: 'submitted' }));
    must(await approve(planner, plan));
    must(await planner.keepWording({ plan, wording: null }));
    must(await planner.revise({ plan, label: 'Bản lưu' }));
    expect(await rename(planner, plan, 3, 'Ba')).toEqual(LOCKED);
    const copy = must(await planner.duplicatePlan({ plan, title: 'Bản sao' }));
    expect(copy.approval).toBeNull();
    must(await rename(planner, copy.plan.id, 0, 'Bản sao khác'));
    expect(must(await planner.revisions({ plan })).map(({ stage }) => stage)).toEqual([
      'submitted',
      'approved',
      'draft',
    ]);
  });

  test('is heard of by a window that asks what others did', async () => {
    using here = await office();
    const { planner, plan } = here;
    expect(must(await planner.changesSince({ plan, sequence: 3 }))).toEqual({ later: null, approval: null });
    const approval = must(await approve(planner, plan));
    expect(must(await planner.changesSince({ plan, sequence: 3 }))).toEqual({ later: null, approval });
  });

  test('goes out as it was approved, whatever was changed since', async () => {
    using here = await office();
    const { planner, plan } = here;
    must(await approve(planner, plan));
    must(await planner.reopen({ plan, kind: 'supplement', reason: 'Bổ sung vốn' }));
    must(await rename(planner, plan, 3, 'Sau điều chỉnh'));
    const text = async (revision?: string) => {
      const wanted = { plan, form: 'F1', format: 'json' } as const;
      const made = await planner.exportDocument({
        ...wanted,
        ...(revision === undefined ? {} : { revision }),
      });
      return new TextDecoder().decode(must(made).bytes);
    };
    expect(await text()).toContain('Sau điều chỉnh');
    expect(await text('Phê duyệt')).toContain('"Một"');
    const unknown = { plan, form: 'F1', format: 'json', revision: 'Khác' } as const;
    expect(await planner.exportDocument(unknown)).toMatchObject({
      refusal: { code: 'compare.unknownRevision', params: { known: 'Phê duyệt' } },
    });
  });
});
