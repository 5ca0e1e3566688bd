import { describe, expect, test } from 'vitest';
import { createPlanner } from '../../electron/planner.ts';
import { Session } from '../../renderer/session/session.ts';
import type { Planner } from '../../shared/api/planner.ts';
import type { Change } from '../../shared/plan/edit/edit.ts';
import { noWorkbooks } from '../electron/planner/no-workbooks.ts';
import { countingDesk, TemporaryLibrary } from '../electron/store/temporary-library.ts';
import { must } from '../shared/plan/sample-plan.ts';

const rename = (title: string): Change => ({
  label: { code: 'change.rename', params: { before: '', after: title } },
  edits: [{ kind: 'setHeader', patch: { title } }],
});

/** A window on the sample, and somebody else over the same library; what the window asks can be kept waiting. */
async function twoOfThem() {
  const place = new TemporaryLibrary(countingDesk('Hoa'));
  const other = createPlanner(place.library, noWorkbooks, place.desk);
  const plan = must(await other.createSample({ sample: 'vinh-long-2022-2025' })).plan.id;
  let gate = Promise.resolve();
  const planner: Planner = {
    ...other,
    changesSince: async (asked) => {
      const answer = await other.changesSince(asked);
      await gate;
      return answer;
    },
  };
  const session = new Session(planner, must(await other.openPlan({ plan })));
  const theirs = async (baseSequence: number, title: string) =>
    must(await other.applyChange({ plan, baseSequence, change: rename(title) }));
  /** Keeps the next looks at what others did on their way until it is called. */
  const delay = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  const title = () => session.store.getState().plan.header.title;
  return {
    place,
    other,
    plan,
    session,
    theirs,
    delay,
    title,
    [Symbol.dispose]: () => place[Symbol.dispose](),
  };
}

describe('an open plan', () => {
  test('follows what others did like gestures of its own, and can undo it', async () => {
    using here = await twoOfThem();
    const { session, theirs, title } = here;
    await theirs(0, 'Một');
    await theirs(1, 'Hai');
    await session.catchUp();
    expect(title()).toBe('Hai');
    expect(session.store.getState()).toMatchObject({ sequence: 2, undo: { sequence: 2 }, failure: null });
    session.undo();
    await session.settled();
    expect(title()).toBe('Một');
  });

  test('leaves a gesture that was made during a look to the host, and tells what was lost and to whom', async () => {
    using here = await twoOfThem();
    const { session, theirs, delay, title } = here;
    await theirs(0, 'Của người khác');
    const letGo = delay();
    const look = session.catchUp();
    must(session.dispatch(rename('Của tôi')));
    must(session.dispatch(rename('Của tôi, tiếp')));
    expect(title()).toBe('Của tôi, tiếp');
    letGo();
    await look;
    await session.settled();
    expect(title()).toBe('Của người khác');
    const { failure, sequence } = session.store.getState();
    expect(sequence).toBe(1);
    expect(failure?.refusal.code).toBe('api.stalePlan');
    expect(failure?.lost.map(({ params }) => params.after)).toEqual(['Của tôi', 'Của tôi, tiếp']);
    expect(failure?.theirs).toMatchObject([
      { by: 'Hoa', kind: 'change', label: rename('Của người khác').label },
    ]);
  });

  test('is opened anew where others did too much to be followed, and where it is another history', async () => {
    using here = await twoOfThem();
    const { session, theirs, title } = here;
    for (let base = 0; base < 201; base++) await theirs(base, `Lần ${base}`);
    await session.catchUp();
    await session.settled();
    expect(title()).toBe('Lần 200');
    session.store.setState({ savedAt: '2020-01-01T00:00:00.000Z' });
    const before = session.store.getState().version;
    await session.catchUp();
    await session.settled();
    expect(session.store.getState()).toMatchObject({ version: before + 1, sequence: 201, failure: null });
  });

  test('is locked from the moment in which another window approved it, until one opens it again', async () => {
    using here = await twoOfThem();
    const { session, other, plan, title } = here;
    const before = title();
    must(await other.revise({ plan, label: 'Phê duyệt', stage: 'approved' }));
    await session.catchUp();
    expect(session.dispatch(rename('Khác'))).toMatchObject({ refusal: { code: 'api.approvedPlan' } });
    session.undo();
    await session.settled();
    expect(title()).toBe(before);
    must(await other.reopen({ plan, kind: 'correct', reason: 'Sai số' }));
    await session.catchUp();
    must(session.dispatch(rename('Khác')));
    await session.settled();
    expect(session.store.getState()).toMatchObject({ sequence: 1, failure: null });
  });

  test('goes back to what was approved when the approval came between two looks', async () => {
    using here = await twoOfThem();
    const { session, other, plan, title } = here;
    const before = title();
    must(await other.revise({ plan, label: 'Phê duyệt', stage: 'approved' }));
    must(session.dispatch(rename('Khác')));
    await session.settled();
    expect(title()).toBe(before);
    expect(session.store.getState()).toMatchObject({
      failure: { refusal: { code: 'api.approvedPlan' }, lost: [rename('Khác').label] },
      approval: { label: 'Phê duyệt' },
    });
  });

  test('says once that it was deleted elsewhere', async () => {
    using here = await twoOfThem();
    const { session, other, plan } = here;
    must(await other.deletePlan({ plan }));
    await session.catchUp();
    const { failure } = session.store.getState();
    expect(failure?.refusal.code).toBe('api.planDeleted');
    await session.catchUp();
    expect(session.store.getState().failure).toBe(failure);
  });
});
