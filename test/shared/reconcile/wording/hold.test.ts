import { describe, expect, test } from 'vitest';
import { rowId } from '../../../../shared/plan/ids.ts';
import { readText } from '../../../../shared/prose/read-text.ts';
import { type Holding, holdAgainst } from '../../../../shared/reconcile/wording/hold.ts';
import { totalsOf, vinhLongPlan } from '../../plan/sample-plan.ts';

const PLAN = vinhLongPlan();
const TOTALS = totalsOf(PLAN);
function held(text: string, answers?: ReadonlyMap<number, ReturnType<typeof rowId>>): Holding {
  return holdAgainst(PLAN, TOTALS, readText(text), answers);
}

/** What is stated, as row, source, kind and years. */
function places({ matched, differences }: Holding): string[] {
  return [...matched, ...differences]
    .toSorted((one, other) => one.amount - other.amount)
    .map(({ row, source, capital, years }) => `${row ?? 'all'} ${source} ${capital} ${years}`);
}

describe('which money of the plan a sentence states', () => {
  test.each<[string, string[]]>([
    ['1. Dự án 2: Đa dạng hóa sinh kế\nNhu cầu kinh phí: 62,5 tỷ đồng.', ['DA2 all all period']],
    ['Kinh phí Tiểu dự án 3 thuộc Dự án 4 là 29,75 tỷ đồng.', ['DA4-TDA3 all all period']],
    [
      '2. Dự án 3\nb) Tiểu dự án 2: Cải thiện dinh dưỡng\nKinh phí: 12,1 tỷ đồng',
      ['DA3-TDA2 all all period'],
    ],
    ['Cải thiện dinh dưỡng\nKinh phí: 12,1 tỷ đồng', ['DA3-TDA2 all all period']],
    ['Kinh phí thực hiện Chương trình năm 2023 là 53,175 tỷ đồng.', ['all all all 2023']],
    ['Ngân sách trung ương mỗi năm bố trí 49,025 tỷ đồng.', ['all central all oneYear']],
    [
      'Ngân sách trung ương: 196,1 tỷ đồng (vốn đầu tư 10 tỷ đồng; vốn sự nghiệp 186,1 tỷ đồng).',
      ['all central all period', 'all central investment period', 'all central recurrent period'],
    ],
    ['Ngân sách địa phương: 9,3 tỷ đồng (vốn sự nghiệp).', ['all local recurrent period']],
    ['Tổng kinh phí: 209,6 tỷ đồng (ngân sách trung ương).', ['all central all period']],
  ])('%s', (text, stated) => {
    expect(places(held(text))).toEqual(stated);
  });

  test('a heading of the same kind ends a section, and so does a line in capitals', () => {
    const { matched, differences } = held(
      'III. NỘI DUNG\n1. Dự án 2\nNhu cầu kinh phí: 62,5 tỷ đồng\nIV. KINH PHÍ\nTổng kinh phí: 209,6 tỷ đồng\n' +
        '1. Dự án 2\nTỔNG HỢP\nTổng kinh phí: 209,6 tỷ đồng',
    );
    expect(matched.map(({ row }) => row)).toEqual(['DA2', null, null]);
    expect(differences).toEqual([]);
  });
});

describe('what differs', () => {
  test('a kind in brackets must be all of the money', () => {
    const [wrong] = held('Ngân sách trung ương: 196,1 tỷ đồng (vốn sự nghiệp).').differences;
    expect(wrong).toMatchObject({
      capital: 'recurrent',
      plan: 186_100_000_000n,
      difference: -10_000_000_000n,
    });
  });

  test('a source that is left out of parts that make their total says zero', () => {
    const text =
      '1. Dự án 2\nKinh phí: 60,5 tỷ đồng, gồm ngân sách trung ương 59 tỷ đồng và ngân sách địa phương 1,5 tỷ đồng.';
    const { differences, onlyInPlan } = held(text);
    expect(differences.map(({ source, dong, plan, implied }) => [source, dong, plan, implied])).toEqual([
      ['all', 60_500_000_000n, 62_500_000_000n, false],
      ['other', 0n, 2_000_000_000n, true],
    ]);
    expect(onlyInPlan.some(({ row }) => row === 'DA2')).toBe(false);
  });

  test('one that no sentence covers is only in the plan: by row without parts and source, never a subtotal', () => {
    const bare = held('1. Dự án 2\nNgân sách trung ương: 59 tỷ đồng.');
    expect(bare.onlyInPlan.filter(({ row }) => row === 'DA2')).toEqual([
      { row: 'DA2', source: 'local', plan: 1_500_000_000n },
      { row: 'DA2', source: 'other', plan: 2_000_000_000n },
    ]);
    expect(bare.onlyInPlan.some(({ row }) => row === 'DA3')).toBe(false);
  });

  test('a hedged amount agrees where the plan respects its hedge', () => {
    expect(held('Tổng kinh phí hơn 209 tỷ đồng.').differences).toEqual([]);
    expect(held('Tổng kinh phí gần 209 tỷ đồng.').differences).toHaveLength(1);
  });

  test('a year that funded years do not share has no one-year amount', () => {
    const [wrong] = held('Ngân sách địa phương năm 2022 là 3,1 tỷ đồng.').differences;
    expect(wrong).toMatchObject({ years: 2022, plan: 0n, difference: -3_100_000_000n });
  });
});

describe('what the plan does not tell', () => {
  test.each([
    ['Dự án 9: kinh phí 5 tỷ đồng.', 'reconcile.unknownRow'],
    ['1. Dự án 9: Một dự án khác\nKinh phí: 5 tỷ đồng.', 'reconcile.unknownRow'],
    ['Kinh phí năm 2019 là 5 tỷ đồng.', 'reconcile.otherYear'],
    ['Mức hỗ trợ 40 triệu đồng/hộ.', 'reconcile.rate'],
    ['Kinh phí đã giải ngân 5 tỷ đồng.', 'reconcile.change'],
    ['Xây dựng cầu treo và đường vào thôn 5 tỷ đồng.', 'reconcile.unknownLabel'],
  ])('%s', (text, why) => {
    const { matched, differences, onlyInText } = held(text);
    expect([matched, differences, onlyInText.map((one) => one.why)]).toEqual([[], [], [why]]);
  });

  test('a heading whose number and name are of two rows is asked about, and the answer is held to', () => {
    const text =
      '2. Dự án 3: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo\nNhu cầu kinh phí: 62,5 tỷ đồng.';
    const asked = held(text);
    expect(asked.questions).toMatchObject([{ byNumber: 'DA3', byName: 'DA2', start: 0 }]);
    expect(asked.onlyInText.map(({ why }) => why)).toEqual(['reconcile.contradiction']);
    const told = held(text, new Map([[0, rowId('DA2')]]));
    expect([told.matched.length, told.questions]).toEqual([1, []]);
  });
});
