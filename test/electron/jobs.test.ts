import { describe, expect, test } from 'vitest';
import { Jobs } from '../../electron/jobs.ts';
import type { Watch } from '../../electron/workbook/library-workbooks.ts';
import { ok } from '../../shared/refusal.ts';

const NAME = '6f9619ff-8b86-4d01-b42d-00c04fc964ff';

/** A piece of work that waits until it is told to go on. */
function pausedWork() {
  let goOn = (): void => {};
  const pause = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let seen: Watch | undefined;
  const work = async (watch: Watch) => {
    seen = watch;
    await pause;
    return ok('done');
  };
  const watch = (): Watch => {
    if (!seen) throw new Error('the work has not begun');
    return seen;
  };
  return { work, goOn, watch };
}

describe('a long call', () => {
  test('says how far it is while it goes on, and is forgotten after', async () => {
    const jobs = new Jobs();
    const { work, goOn, watch } = pausedWork();
    const running = jobs.run(NAME, work);
    expect(jobs.progress(NAME)).toEqual({ phase: 'waiting', done: null });
    watch().report('writing', 0.5);
    expect(jobs.progress(NAME)).toEqual({ phase: 'writing', done: 0.5 });
    goOn();
    expect(await running).toEqual(ok('done'));
    expect(jobs.progress(NAME)).toBeNull();
  });

  test('that is cancelled answers so, whatever its work came to, and may keep nothing', async () => {
    const jobs = new Jobs();
    const { work, goOn, watch } = pausedWork();
    const running = jobs.run(NAME, work);
    jobs.cancel(NAME);
    expect(watch().signal.aborted).toBe(true);
    expect(watch().gate.pass()).toBe(false);
    goOn();
    expect(await running).toMatchObject({ refusal: { code: 'job.cancelled' } });
  });

  test('that has begun to keep its result can no longer be cancelled', async () => {
    const jobs = new Jobs();
    const { work, goOn, watch } = pausedWork();
    const running = jobs.run(NAME, work);
    expect(watch().gate.pass()).toBe(true);
    jobs.cancel(NAME);
    expect(watch().signal.aborted).toBe(false);
    goOn();
    expect(await running).toEqual(ok('done'));
  });

  test('that is cancelled before its file has arrived does not begin', async () => {
    const jobs = new Jobs();
    jobs.cancel(NAME);
    const refused = jobs.run(NAME, async () => {
      throw new Error('begun');
    });
    expect(await refused).toMatchObject({ refusal: { code: 'job.cancelled' } });
  });

  test('that throws is forgotten too', async () => {
    const jobs = new Jobs();
    const broken = jobs.run(NAME, () => Promise.reject(new Error('bug')));
    await expect(broken).rejects.toThrow('bug');
    expect(jobs.progress(NAME)).toBeNull();
  });
});
