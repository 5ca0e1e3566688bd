import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { looksLikePlanFile, readPlanFile, writePlanFile } from '../../../shared/intake/plan-file.ts';
import { planFileJsonSchema } from '../../../shared/intake/plan-file-schema.ts';
import { dong } from '../../../shared/money/dong.ts';
import { year } from '../../../shared/plan/ids.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';

const FILE = 'Phụ lục.json';
const sample = () => JSON.parse(writePlanFile(vinhLongPlan()));
const read = (json: unknown) => readPlanFile(FILE, JSON.stringify(json));

describe('a plan as a file', () => {
  test('comes back as it was, for any plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const text = writePlanFile(plan);
        expect(must(readPlanFile(FILE, text))).toEqual(plan);
        expect(looksLikePlanFile(new TextEncoder().encode(text))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('has its review in it; one from before there was any reads as not reviewed', () => {
    const place = { row: null, year: year(2023), source: null, capital: null };
    const review = {
      counterpart: [{ year: year(2022), hundredths: 1000 }],
      accepted: [{ finding: 'check.negative|DA2|', says: '[]', reason: 'Thu hồi' }],
      controls: [{ id: 'one', name: 'Giao đầu kỳ', amounts: [{ ...place, amount: dong(0n) }] }],
    };
    const plan = { ...vinhLongPlan(), review };
    expect(must(readPlanFile(FILE, writePlanFile(plan)))).toEqual(plan);
    const { review: _, ...before } = sample().plan;
    expect(must(read({ ...sample(), plan: before }))).toEqual(vinhLongPlan());
    // Twice the same place would make an edit of it have no exact inverse.
    const twice = [...review.accepted, ...review.accepted];
    const bad = { ...sample().plan, review: { ...sample().plan.review, accepted: twice } };
    expect(read({ ...sample(), plan: bad })).toMatchObject({ refusal: { code: 'planFile.broken' } });
  });

  test('is the same text for the same plan, and comes back with a byte order mark too', () => {
    const text = writePlanFile(vinhLongPlan());
    expect(writePlanFile(must(readPlanFile(FILE, text)))).toBe(text);
    expect(must(readPlanFile(FILE, `\uFEFF${text}`))).toEqual(vinhLongPlan());
  });

  test.each(['', ' ', '[1]', 'PK\u0003\u0004', 'abc', '\uFEFF', '-{'])(
    '“%s” is not taken for one',
    (text) => {
      expect(looksLikePlanFile(new TextEncoder().encode(text))).toBe(false);
    },
  );

  test.each(['{', '{"format": "phu-luc-kinh-phi/plan", "version": 1, "plan": {', '{} {}', ''])(
    'a broken text (“%s”) is refused as such',
    (text) => {
      expect(readPlanFile(FILE, text)).toMatchObject({
        refusal: { code: 'planFile.notJson', params: { file: FILE } },
      });
    },
  );

  test.each([{}, { format: 'other', version: 1 }, { format: 'phu-luc-kinh-phi/plan' }, null, 7, []])(
    'JSON of someone else (%j) is refused as such',
    (json) => {
      expect(read(json)).toMatchObject({ refusal: { code: 'planFile.notOurs' } });
    },
  );

  test('one of a newer version is refused as such, whatever else is in it', () => {
    expect(read({ format: 'phu-luc-kinh-phi/plan', version: 2, plans: [] })).toMatchObject({
      refusal: { code: 'planFile.newer', params: { version: 2, known: 1 } },
    });
  });

  type Broken = ReturnType<typeof sample>;
  const BROKEN: readonly (readonly [string, (file: Broken) => unknown])[] = [
    ['plan.header.title', ({ plan }) => delete plan.header.title],
    ['plan.header.unit', ({ plan }) => (plan.header.unit = 'usd')],
    ['more', (file) => (file.more = 1)],
    ['plan.rows.2.name', ({ plan }) => (plan.rows[2].name = 3)],
    ['plan.period.first', ({ plan }) => (plan.period.first = 2022.5)],
    ['plan.period', ({ plan }) => (plan.period.last = plan.period.first - 1)],
    ['plan.sources', ({ plan }) => plan.sources.pop()],
    ['plan.rows', ({ plan }) => plan.rows.push(plan.rows[0])],
    ['plan.amounts', ({ plan }) => plan.amounts.push(plan.amounts[0])],
    ['plan.amounts', ({ plan }) => (plan.amounts[0][0] = 'no-such-row')],
    [
      'plan.amounts',
      ({ plan }) => (plan.amounts[0][0] = plan.rows.find((row: Broken) => row.code === 'DA4').id),
    ],
    ['plan.amounts', ({ plan }) => (plan.amounts[0][1][0][0] = 'no-such-source')],
    ['plan.amounts', ({ plan }) => (plan.amounts[0][1][0][1] = 'none')],
    ['plan.amounts', ({ plan }) => (plan.amounts[0][1][0][2] = 1999)],
    ['plan.amounts.0.1.0.3', ({ plan }) => (plan.amounts[0][1][0][3] = '1.5')],
  ];

  test.each(BROKEN)('one that is broken at “%s” is refused, naming the place', (where, hurt) => {
    const file = sample();
    hurt(file);
    expect(read(file)).toEqual({
      ok: false,
      refusal: { code: 'planFile.broken', params: { file: FILE, where } },
    });
  });

  test('amounts that add up beyond what is counted are refused', () => {
    const file = sample();
    for (const [, own] of file.plan.amounts) own[0][3] = '8000000000000000000 8000000000000000000';
    expect(read(file)).toMatchObject({ refusal: { code: 'plan.totalOutOfRange' } });
  });
});

describe('the published schema of plan files', () => {
  test('takes any plan that we write, and not what is none', () => {
    // This reader of schemas knows no classes of Unicode letters, which JSON Schema has.
    const plain = JSON.stringify(planFileJsonSchema()).replaceAll('\\\\p{L}\\\\p{N}', '\\\\w');
    const schema = z.fromJSONSchema(JSON.parse(plain));
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        expect(schema.safeParse(JSON.parse(writePlanFile(plan))).error).toBeUndefined();
      }),
      { numRuns: 30 },
    );
    const broken = sample();
    broken.plan.amounts[0][1][0][3] = '1.5';
    expect(schema.safeParse(broken).success).toBe(false);
    expect(schema.safeParse({ ...sample(), more: 1 }).success).toBe(false);
  });

  test('is that of the code: otherwise run node build/write-plan-schema.ts', () => {
    const published = readFileSync(new URL('../../../docs/plan.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(planFileJsonSchema());
  });
});
