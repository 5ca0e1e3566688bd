import { describe, expect, test } from 'vitest';
import { setAmountLabel, wordLabel } from '../../../shared/messages/change-label.ts';
import { dong } from '../../../shared/money/dong.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { vinhLongPlan } from '../plan/sample-plan.ts';

const PLAN = vinhLongPlan();
const PLACE = { row: rowId('DA3-TDA1'), source: sourceId('central'), capital: 'recurrent' } as const;

describe('the label of a typed amount', () => {
  test('says what, where, when and from what to what, in the unit of the plan', () => {
    const years = [2022, 2023, 2024, 2025].map(year);
    const label = setAmountLabel(PLAN, { ...PLACE, years, amount: dong(6_500_000_000n) });
    expect(label.params).toMatchObject({ before: '6250000000', after: '6500000000', unit: 'trieu' });
    expect(wordLabel(label)).toBe(
      'Sửa NSTW SN, 2.1 Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp (2022 - 2025): 6.250 → 6.500 triệu đồng',
    );
    expect(wordLabel(label, 'en')).toContain('6,250 → 6,500');
  });

  test('names one year as one, and money without a kind by its source alone', () => {
    const other = { row: PLACE.row, source: sourceId('other'), capital: 'none' } as const;
    const label = setAmountLabel(PLAN, { ...other, years: [year(2023)], amount: dong(1n) });
    expect(wordLabel(label)).toBe(
      'Sửa Huy động khác, 2.1 Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp (2023): 50 → 0,000001 triệu đồng',
    );
  });

  test('shows that the years it replaces did not agree', () => {
    const years = [year(2022), year(2023)];
    const local = { ...PLACE, source: sourceId('local') };
    const label = setAmountLabel(PLAN, { ...local, years, amount: dong(0n) });
    expect(label.params.before).toBe('mixed');
    expect(wordLabel(label)).toContain(': ≠ → 0 triệu đồng');
  });

  test('cuts a long name', () => {
    const label = {
      code: 'change.setAmount',
      params: {
        row: `9 ${'dài '.repeat(40)}`,
        source: 'NSTW',
        capital: '',
        years: '2022',
        before: '0',
        after: '1',
        unit: 'dong',
      },
    };
    expect(wordLabel(label)).toMatch(/^Sửa NSTW, 9 dài .{40,60}… \(2022\): 0 → 1 đồng$/);
  });
});

test('a label of a newer version shows its code rather than nothing', () => {
  expect(wordLabel({ code: 'change.fromTheFuture', params: {} })).toBe('change.fromTheFuture');
});
