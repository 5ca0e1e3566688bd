import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPlanner, openPlanner } from '../../../electron/hosts/open-planner.ts';
import { readArchive } from '../../../electron/workbook/zip/read-archive.ts';
import type { JobPhase } from '../../../shared/api/contract.ts';
import { planOfLocalities } from '../../bench/localities-plan.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { temporaryFolder } from '../store/temporary-library.ts';
import { writeForm } from './write-form.ts';

const THREAD = new URL('../../../electron/workbook/apart/thread.ts', import.meta.url);

describe('workbooks in a thread apart', () => {
  const place = temporaryFolder();
  let opened: OpenPlanner;
  beforeAll(() => {
    opened = must(openPlanner(place.folder, { thread: THREAD }));
  });
  afterAll(() => {
    opened.close();
    place[Symbol.dispose]();
  });

  /** A call of ours, cancelled as soon as it says that it is in a phase. */
  async function cancelledIn(phase: JobPhase, call: (job: string) => Promise<unknown>): Promise<unknown> {
    const job = randomUUID();
    const answer = call(job);
    const { planner } = opened;
    const phaseNow = async () => {
      const progress = await planner.jobProgress({ job });
      return progress.ok ? progress.value.phase : progress.refusal.code;
    };
    // A busy machine takes its time to start a thread; a phase takes half a second at the least.
    await expect.poll(phaseNow, { timeout: 30_000, interval: 10 }).toBe(phase);
    must(await planner.cancelJob({ job }));
    return answer;
  }

  test('go out and come in as they do in the thread of the host', async () => {
    const { planner } = opened;
    const { plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
    const file = must(await planner.exportWorkbook({ plan: plan.id, form: 'F2', job: randomUUID() }));
    const here = must(await writeForm(plan, totalsOf(plan), 'F2'));
    expect(Buffer.from(file.bytes).equals(Buffer.from(here))).toBe(true);
    expect(must(await planner.readWorkbook(file)).draft?.plan.rows).toEqual(plan.rows);
    const imported = must(await planner.importWorkbook({ ...file, job: randomUUID() }));
    expect(imported).toMatchObject({ title: plan.header.title, issues: [] });
    const again = must(await planner.openPlan({ plan: imported.plan }));
    expect(again.plan).toEqual({ ...plan, id: imported.plan });
    expect(again.undo).toBeNull();
  });

  test('are refused as elsewhere: an unknown plan, and a file that is none', async () => {
    const { planner } = opened;
    const { id } = vinhLongPlan();
    expect(await planner.exportWorkbook({ plan: id, form: 'F1' })).toMatchObject({
      refusal: { code: 'api.unknownPlan' },
    });
    expect(await planner.importWorkbook({ name: 'a.xlsx', bytes: Buffer.from('%PDF') })).toMatchObject({
      refusal: { code: 'workbook.notWorkbook', params: { file: 'a.xlsx' } },
    });
  });

  test('a large import that is cancelled leaves the library as it was, and the next one is done', async () => {
    const { planner } = opened;
    const before = must(await planner.listPlans({}));
    const plan = planOfLocalities(60);
    const bytes = must(await writeForm(plan, totalsOf(plan), 'F2'));
    for (const phase of ['reading', 'understanding'] as const) {
      const answer = await cancelledIn(phase, (job) =>
        planner.importWorkbook({ name: 'lớn.xlsx', bytes, job }),
      );
      expect(answer).toMatchObject({ refusal: { code: 'job.cancelled' } });
      expect(must(await planner.listPlans({}))).toEqual(before);
    }
    const { plan: id } = must(await planner.importWorkbook({ name: 'lớn.xlsx', bytes }));
    expect(must(await planner.openPlan({ plan: id })).plan).toEqual({ ...plan, id });
    const exporting = await cancelledIn('writing', (job) =>
      planner.exportWorkbook({ plan: id, form: 'F2', job }),
    );
    expect(exporting).toMatchObject({ refusal: { code: 'job.cancelled' } });
    const { bytes: whole } = must(await planner.exportWorkbook({ plan: id, form: 'F2' }));
    expect(must(readArchive(whole)).map(({ path }) => path)).toContain('xl/worksheets/sheet1.xml');
  });

  test('a thread that cannot start is a bug of the call, not the end of the host', async () => {
    using other = temporaryFolder();
    const broken = must(openPlanner(other.folder, { thread: new URL('./no-such-thread.ts', THREAD) }));
    const { plan } = must(await broken.planner.createSample({ sample: 'vinh-long-2022-2025' }));
    await expect(broken.planner.exportWorkbook({ plan: plan.id, form: 'F1' })).rejects.toThrow();
    expect(must(await broken.planner.listPlans({}))).toHaveLength(1);
    broken.close();
  });
});
