import { describe, expect, it } from 'vitest';
import { projectForm } from '../../../shared/forms/project.ts';
import type { FormRow, FormTable } from '../../../shared/forms/table.ts';
import golden from '../../golden/vinh-long-2022-2025.json' with { type: 'json' };
import { totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

/** Amounts of a row in triệu đồng, by column id; null where the form has no meaning. */
function trieu(table: FormTable, row: FormRow | undefined): Record<string, number | null> {
  return Object.fromEntries(
    table.columns.map((column, at) => {
      const amount = row?.cells[at]?.amount;
      if (amount === 'mixed') throw new Error(`${column.id} is mixed`);
      return [column.id, amount === null || amount === undefined ? null : Number(amount / 1_000_000n)];
    }),
  );
}

describe('the sample on F1, held against the signed appendix of Vĩnh Long (Decision 1424/QĐ-UBND)', () => {
  const plan = vinhLongPlan();
  const table = projectForm(plan, totalsOf(plan), 'F1');

  it('has the 15 columns of the record', () => {
    expect(table.columns.map((column) => column.id)).toEqual(golden.columns);
  });

  it('shows every row with its printed number, name and all 15 amounts', () => {
    const rows = table.rows.filter((row) => row.kind === 'row');
    expect(rows.map((row) => [row.ordinal, row.name, row.level, trieu(table, row)])).toEqual(
      golden.rows.map((row) => [row.stt, row.name, row.level, row.values]),
    );
  });

  it('shows both total rows, blank where the form has no meaning', () => {
    const [oneYear, period] = table.rows.filter((row) => row.kind === 'total');
    const blank = (prefix: string) =>
      Object.fromEntries(golden.columns.filter((id) => id.startsWith(prefix)).map((id) => [id, null]));
    expect(oneYear?.code).toBe('one-year');
    expect(trieu(table, oneYear)).toEqual({ ...blank('period.'), ...golden.one_year_totals });
    expect(period?.code).toBe('period');
    expect(period?.name).toBe('Tổng giai đoạn 2022 - 2025');
    expect(trieu(table, period)).toEqual({ ...blank('year.'), ...golden.period_totals });
  });

  it('says the total in words and which source funds which years', () => {
    expect(table.words).toBe(
      'Tổng kinh phí: 209.600.000.000 đồng (hai trăm lẻ chín tỷ sáu trăm triệu đồng).',
    );
    expect(table.footnotes).toEqual([
      'Ngân sách Trung ương hỗ trợ 04 năm (2022 - 2025); Ngân sách địa phương hỗ trợ 03 năm (2023 - 2025)',
    ]);
  });
});

describe('the sample on F2, year by year', () => {
  const plan = vinhLongPlan();
  const table = projectForm(plan, totalsOf(plan), 'F2');

  it('leaves the local budget of 2022 not applicable in every row', () => {
    const local = table.columns.flatMap((column, at) => (column.id.startsWith('2022.local.') ? [at] : []));
    expect(local).toHaveLength(3);
    for (const row of table.rows) for (const at of local) expect(row.cells[at]?.amount).toBeNull();
  });

  it('adds up 50.075 + 3 × 53.175 = 209.600 triệu', () => {
    const total = trieu(table, table.rows.at(-1));
    expect([2022, 2023, 2024, 2025].map((year) => total[`${year}.total`])).toEqual([
      50075, 53175, 53175, 53175,
    ]);
    expect(total['period.total']).toBe(209600);
  });
});

describe('proofs', () => {
  it.each(['F1', 'F2'] as const)('every total of %s is the sum of the cells that it names', (form) => {
    const plan = vinhLongPlan();
    const table = projectForm(plan, totalsOf(plan), form);
    const amountAt = (row: number, column: number): bigint => {
      const amount = table.rows[row]?.cells[column]?.amount ?? 0n;
      return amount === 'mixed' ? 0n : amount;
    };
    let proved = 0;
    table.rows.forEach((row, at) => {
      row.cells.forEach((cell, column) => {
        if (cell.role !== 'total') return;
        const terms = cell.proof ?? [];
        const sum = terms.reduce((total, term) => {
          const years = plan.sources.find((source) => source.id === term.times)?.years.length ?? 1;
          return total + amountAt(term.row, term.column) * BigInt(years);
        }, 0n);
        expect(sum, `${row.name} / ${table.columns[column]?.id}`).toBe(cell.amount);
        expect(terms).not.toContainEqual(expect.objectContaining({ row: at, column }));
        proved += 1;
      });
    });
    expect(proved).toBeGreaterThan(100);
  });
});
