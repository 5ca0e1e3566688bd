import { describe, expect, test } from 'vitest';
import { programmeTemplate } from '../../../shared/programmes/catalogue.ts';
import { vinhLongSample } from '../../../shared/programmes/sample.ts';

describe('the Vĩnh Long sample', () => {
  const sample = vinhLongSample();
  const leaves = sample.rows.flatMap((row) => (row.oneYear === null ? [] : [row.oneYear]));
  const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n);
  const central = sum(leaves.flatMap((leaf) => [leaf.central.investment, leaf.central.recurrent]));
  const local = sum(leaves.flatMap((leaf) => [leaf.local.investment, leaf.local.recurrent]));
  const other = sum(leaves.map((leaf) => leaf.other));

  test('one year is 53.175 triệu, as Decision 1424/QĐ-UBND prints', () => {
    expect([central, local, other]).toEqual([49_025_000_000n, 3_100_000_000n, 1_050_000_000n]);
    expect(central + local + other).toBe(53_175_000_000n);
  });

  test('the period is 209.600 triệu: each source over its own funded years', () => {
    const years = sample.fundedYears;
    const period =
      central * BigInt(years.central.length) +
      local * BigInt(years.local.length) +
      other * BigInt(years.other.length);
    expect(period).toBe(209_600_000_000n);
  });

  test('its rows are rows of the national structure, printed with ordinals of their own', () => {
    const programme = programmeTemplate(sample.programme);
    const national = new Map(programme.ok ? programme.value.rows.map((row) => [row.code, row.parent]) : []);
    for (const { code, parent } of sample.rows) expect(national.get(code), code).toBe(parent);
    const printed = sample.rows.map((row) => [row.ordinal, row.code]);
    expect(printed).toContainEqual(['3.2', 'DA4-TDA3']);
    expect(printed).toContainEqual(['1', 'DA2']);
    expect(sample.rows.filter((row) => row.parent === null)).toHaveLength(5);
  });

  test('only rows without rows under them state amounts', () => {
    const parents = new Set(sample.rows.map((row) => row.parent));
    for (const { code, oneYear } of sample.rows) expect(oneYear === null, code).toBe(parents.has(code));
  });
});
