import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GRAND_TOTAL } from '../../../shared/engine/totals.ts';
import { planId, year } from '../../../shared/plan/ids.ts';
import { ordinalsOf } from '../../../shared/plan/ordinals.ts';
import { planSchema } from '../../../shared/plan/schema.ts';
import { printYears } from '../../../shared/plan/sources.ts';
import { programmeTemplate, programmeTemplates } from '../../../shared/programmes/catalogue.ts';
import { newPlan } from '../../../shared/programmes/new-plan.ts';
import { vinhLongSample } from '../../../shared/programmes/sample.ts';
import { must, totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

const FACTS = {
  id: planId('p'),
  title: 'Phụ lục kinh phí',
  period: { first: year(2026), last: year(2030) },
  locality: 'Tỉnh Gia Lai',
};

describe.each(programmeTemplates().map((template) => [template.id, template] as const))(
  'a new plan of %s',
  (_, template) => {
    const plan = must(newPlan(template, FACTS));

    test('has the programme’s rows, each under its national code', () => {
      expect(plan.rows.map((row) => [row.code, row.parent, row.name])).toEqual(
        template.rows.map((row) => [row.code, row.parent, row.name]),
      );
      expect(plan.rows.map((row): string => row.id)).toEqual(template.rows.map((row) => row.code));
    });

    test('says of every title whether it was seen in an official text', () => {
      expect(plan.rows.map((row) => row.confirmed)).toEqual(template.rows.map((row) => row.confirmed));
    });

    test('keeps its own copy of the programme’s names', () => {
      expect(plan.programme).toEqual({
        id: template.id,
        title: template.title,
        ...template.capitalLabels,
        levels: template.levels,
      });
    });

    test('holds no money, and every source funds the whole period', () => {
      const totals = totalsOf(plan);
      const whole = totals.address({ years: 'period', source: 'all', capital: 'all' });
      expect(totals.read(GRAND_TOTAL, whole)).toBe(0n);
      expect(plan.sources.map((source) => [source.id, printYears(source.years)])).toEqual([
        ['central', '2026 - 2030'],
        ['local', '2026 - 2030'],
        ['other', '2026 - 2030'],
      ]);
    });

    test('is of the contract: it goes out over a border and comes in unchanged', () => {
      const wire: unknown = JSON.parse(JSON.stringify(z.encode(planSchema, plan)));
      expect(z.safeDecode(planSchema, z.json().parse(wire))).toMatchObject({ success: true, data: plan });
    });
  },
);

describe('a new plan', () => {
  const template = must(programmeTemplate('gnbv-2021-2025'));

  test('is shown in triệu đồng, with the title and the locality that were given and nothing else written', () => {
    expect(must(newPlan(template, FACTS)).header).toMatchObject({
      title: 'Phụ lục kinh phí',
      locality: 'Tỉnh Gia Lai',
      unit: 'trieu',
      decision: '',
      footnotes: [],
      signature: [],
    });
  });

  test('may be of one year', () => {
    const only = { first: year(2022), last: year(2022) };
    expect(must(newPlan(template, { ...FACTS, period: only })).sources[0]?.years).toEqual([2022]);
  });

  test.each([
    ['ends before it begins', 2025, 2022],
    ['is longer than any programme', 2000, 2030],
    ['is before any budget', 1899, 1901],
    ['is beyond four digits', 2990, 3001],
    ['is no whole year', 2022.5, 2025],
  ])('is refused where its period %s', (_, first, last) => {
    const made = newPlan(template, { ...FACTS, period: { first: year(first), last: year(last) } });
    expect(made).toMatchObject({ ok: false, refusal: { code: 'plan.badPeriod', params: { first, last } } });
  });
});

describe('the plan of the sample', () => {
  const plan = vinhLongPlan();
  const sample = vinhLongSample();

  test('prints the ordinals and names of the signed appendix by the places of its rows alone', () => {
    expect(plan.rows.every((row) => row.ordinal === null)).toBe(true);
    expect(ordinalsOf(plan.rows, plan.programme.levels)).toEqual(sample.rows.map((row) => row.ordinal));
    expect(plan.rows.map((row) => row.name)).toEqual(sample.rows.map((row) => row.name));
  });

  test('keeps each source’s own funded years', () => {
    expect(plan.sources.map((source) => [source.id, printYears(source.years)])).toEqual([
      ['central', '2022 - 2025'],
      ['local', '2023 - 2025'],
      ['other', '2022 - 2025'],
    ]);
  });

  test('takes from the programme where investment is expected, and holds no zero', () => {
    const investment = new Map(plan.rows.map((row) => [row.code, row.investment]));
    expect(investment.get('DA4-TDA3')).toBe('yes');
    expect(investment.get('DA2')).toBe('warn');
    for (const amounts of plan.amounts.values()) expect([...amounts.values()]).not.toContain(0n);
  });
});
