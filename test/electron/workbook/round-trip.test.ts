import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormId } from '../../../shared/forms/form.ts';
import type { Draft } from '../../../shared/intake/draft.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { arbitraryPlan } from './arbitrary-workbook-plan.ts';
import { readDraft } from './read-draft.ts';
import { writeForm } from './write-form.ts';

async function thereAndBack(plan: Plan, form: FormId): Promise<Draft> {
  const bytes = must(await writeForm(plan, totalsOf(plan), form));
  return must(await readDraft('phụ lục.xlsx', bytes, {}));
}

describe('a workbook that is exported and imported again', () => {
  it.each(['F1', 'F2'] as const)(
    'gives the sample plan back from %s, with nothing to say about it',
    async (form) => {
      const plan = vinhLongPlan();
      const draft = await thereAndBack(plan, form);
      expect(draft.plan).toEqual(plan);
      expect(draft.issues).toEqual([]);
      expect(draft.form).toBe(form);
      expect(draft.rows.map((row) => [row.code, row.matched])).toEqual(plan.rows.map((row) => [row.code, 1]));
    },
  );

  it('leaves at home what the office said to itself about the plan', async () => {
    const sample = vinhLongPlan();
    const review = { ...sample.review, accepted: [{ finding: 'check', says: '', reason: 'Nội bộ' }] };
    expect((await thereAndBack({ ...sample, review }, 'F1')).plan).toEqual(sample);
  });

  it('keeps characters of two units, wherever they fall in a long text', async () => {
    const sample = vinhLongPlan();
    for (const before of ['', 'x']) {
      const note = `${before}${'𡨸'.repeat(3_000)}`;
      const plan = { ...sample, rows: sample.rows.map((row) => ({ ...row, note })) };
      const draft = await thereAndBack(plan, 'F2');
      expect(draft.plan).toEqual(plan);
      expect(draft.issues).toEqual([]);
    }
  });

  it('gives any plan back from F2, whatever its texts, years and sources', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan({ equalYears: false, mostYears: 5 }), async (plan) => {
        const draft = await thereAndBack(plan, 'F2');
        expect(draft.plan).toEqual(plan);
        expect(draft.issues).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives any plan whose years agree back from F1', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan({ equalYears: true, mostYears: 5 }), async (plan) => {
        const draft = await thereAndBack(plan, 'F1');
        expect(draft.plan).toEqual(plan);
        expect(draft.issues).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives a plan of one year back from both forms', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan({ equalYears: true, mostYears: 1 }),
        fc.constantFrom<FormId>('F1', 'F2'),
        async (plan, form) => {
          const draft = await thereAndBack(plan, form);
          expect(draft.plan).toEqual(plan);
          expect(draft.issues).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the same file, byte for byte, for the same plan', async () => {
    const plan = vinhLongPlan();
    const write = async () => must(await writeForm(plan, totalsOf(plan), 'F1'));
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });
});
