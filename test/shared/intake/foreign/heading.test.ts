import { describe, expect, it } from 'vitest';
import { columnMeaning, settleYears } from '../../../../shared/intake/foreign/heading/meaning.ts';
import { year } from '../../../../shared/plan/ids.ts';

const amount = (years: unknown, source: string, capital: string) => ({
  kind: 'amount',
  years,
  source,
  capital,
});

describe('the meaning of a column, by its headings', () => {
  it.each([
    [['Tổng giai đoạn 2022 - 2025', 'Tổng số'], amount('period', 'all', 'all')],
    [['Tổng giai đoạn 2022 - 2025', 'ĐTPT'], amount('period', 'budget', 'investment')],
    [['Kinh phí 01 năm', 'SN'], amount('oneYear', 'budget', 'recurrent')],
    [['Kinh phí 01 năm', 'Huy động khác'], amount('oneYear', 'other', 'all')],
    [['NSTW', 'Tổng số'], amount(null, 'central', 'all')],
    [['Năm 2023', 'NSĐP', 'ĐTPT'], amount(2023, 'local', 'investment')],
    [['Ngân sách Trung ương', 'Vốn đầu tư phát triển'], amount(null, 'central', 'investment')],
    [['NS TW', 'Sự nghiệp'], amount(null, 'central', 'recurrent')],
    [['Ngân sách địa phương', 'Chi thường xuyên'], amount(null, 'local', 'recurrent')],
    [['Vốn đối ứng của địa phương', 'Vốn SN'], amount(null, 'local', 'recurrent')],
    [['KH năm 2024', 'NSTW (vốn sự nghiệp)'], amount(2024, 'central', 'recurrent')],
    [['Kế hoạch 2024', 'Ngan sach trung uong', 'Dau tu'], amount(2024, 'central', 'investment')],
    [['Ngân sách nhà nước', 'NSTW', 'ĐT'], amount(null, 'central', 'investment')],
    [['Huy động hợp pháp khác'], amount(null, 'other', 'all')],
    [['Tổng cộng'], amount(null, 'all', 'all')],
    [['Giai đoạn 2021-2025', 'Trong đó', 'NSTW', 'Cộng'], amount('period', 'central', 'all')],
    [['Trong đó: năm 2023', 'Tổng số'], amount(2023, 'all', 'all')],
  ])('%j', (path, meaning) => {
    expect(columnMeaning(path)).toEqual(meaning);
  });

  it.each([
    [['STT'], 'ordinal'],
    [['TT'], 'ordinal'],
    [['Nội dung'], 'name'],
    [['Nội dung thực hiện'], 'name'],
    [['Tên dự án, tiểu dự án'], 'name'],
    [['Danh mục dự án'], 'name'],
    [['Mã dự án'], 'code'],
    [['Ghi chú'], 'note'],
  ])('%j holds no amounts', (path, label) => {
    expect(columnMeaning(path)).toEqual({ kind: 'label', label });
  });

  it.each([
    [['Số hộ nghèo']],
    [['Đơn vị chủ trì']],
    [['NSTW', 'Vay tín dụng chính sách']],
    [['NSTW', 'NSĐP']],
    [['Tỷ lệ (%)']],
  ])('%j is no column of a form and is not taken for one', (path) => {
    expect(columnMeaning(path).kind).toBe('unknown');
  });

  it('has years from the columns beside it, or from a table of one year, or is asked', () => {
    const open = columnMeaning(['NSTW', 'SN']);
    const years = (others: readonly (readonly string[])[], period: { first: number; last: number }) =>
      settleYears([open, ...others.map(columnMeaning)], {
        first: year(period.first),
        last: year(period.last),
      })?.map((meaning) => (meaning.kind === 'amount' ? meaning.years : meaning.kind));
    expect(years([['Kinh phí 01 năm', 'Tổng số']], { first: 2022, last: 2025 })?.[0]).toBe('oneYear');
    expect(years([['Năm 2022', 'NSTW', 'SN']], { first: 2022, last: 2025 })?.[0]).toBe('period');
    expect(years([], { first: 2022, last: 2022 })?.[0]).toBe(2022);
    expect(years([], { first: 2022, last: 2025 })).toBeUndefined();
  });
});
