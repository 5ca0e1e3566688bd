import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readText } from '../../../shared/prose/read-text.ts';
import type { SumCheck, TextReading } from '../../../shared/prose/text-reading.ts';
import { PASSAGES } from './passages.ts';

const GOLDEN = path.resolve(import.meta.dirname, '../../golden/prose-samples.json');
const samples = z
  .array(
    z.object({
      id: z.string(),
      text: z.string(),
      amounts: z.array(z.object({ value_dong: z.string() })),
      adds_up: z.boolean().nullable(),
      checks: z.array(z.object({ total: z.int(), parts: z.array(z.int()), diff_dong: z.string() })),
    }),
  )
  .parse(JSON.parse(readFileSync(GOLDEN, 'utf8')));

/** All exact sums hold, or one fails, or there is none. */
function verdictOf({ checks }: TextReading): boolean | null {
  const exact = checks.filter((check) => check.exact);
  return exact.length === 0 ? null : exact.every(({ holds }) => holds);
}

function said({ total, parts, difference }: SumCheck): string {
  return `${total} = ${parts.join(' + ')}: ${difference}`;
}

describe('public passages (test/golden/prose-samples.json)', () => {
  test.each(samples)('$id: every amount, every sum and the verdict', ({ text, amounts, adds_up, checks }) => {
    const reading = readText(text);
    expect(reading.amounts.map(({ dong }) => dong.toString())).toEqual(
      amounts.map(({ value_dong }) => value_dong),
    );
    expect(verdictOf(reading)).toBe(adds_up);
    const stated = checks.map(
      ({ total, parts, diff_dong }) => `${total} = ${parts.join(' + ')}: ${diff_dong}`,
    );
    expect(reading.checks.map(said).sort()).toEqual(stated.sort());
  });

  test('truncated print is reported, and said to be explained by rounding', () => {
    const text = samples.find(({ id }) => id === 'p05')?.text ?? '';
    expect(readText(text).checks).toMatchObject([
      { holds: false, exact: true, roundingExplains: true, difference: -1_000_000_000n },
      { holds: false, exact: true, roundingExplains: true, difference: -51_000_000n },
    ]);
  });
});

describe('passages of many houses', () => {
  test.each(PASSAGES)('%s', (text, millions, verdict) => {
    const reading = readText(text);
    expect(reading.amounts.map(({ dong }) => String(Number(dong) / 1e6)).join(' ')).toBe(millions);
    expect(verdictOf(reading)).toBe(verdict);
  });
});

describe('what a text prints beside its figures', () => {
  test('words in brackets belong to the figure before them and are held against it', () => {
    const [amount, ...more] = readText(
      'Tổng kinh phí: 209.600.000.000 đồng (hai trăm lẻ chín tỷ sáu trăm triệu đồng).',
    ).amounts;
    expect(more).toEqual([]);
    expect(amount).toMatchObject({
      text: '209.600.000.000 đồng',
      label: 'Tổng kinh phí',
      words: { text: 'hai trăm lẻ chín tỷ sáu trăm triệu đồng', dong: 209_600_000_000n, agrees: true },
    });
    const wrong = readText('Kinh phí: 20.000.000.000 đồng (Bằng chữ: Hai mươi mốt tỷ đồng chẵn).');
    expect(wrong.amounts[0]?.words).toMatchObject({ dong: 21_000_000_000n, agrees: false });
  });

  test('places count UTF-16 units of the text in NFC, wherever its marks came apart', () => {
    const text = 'Nhu cầu kinh phí: 62,5 tỷ đồng'.normalize('NFD');
    const reading = readText(text);
    const [amount] = reading.amounts;
    expect(reading.text.slice(amount?.start, amount?.end)).toBe('62,5 tỷ đồng');
    expect(amount?.dong).toBe(62_500_000_000n);
  });

  test.each([
    ['hơn 62,8 tỷ đồng', 'hơn'],
    ['gần 5 tỷ đồng', 'gần'],
    ['khoảng 5 tỷ đồng', 'khoảng'],
    ['trên 69 tỷ đồng', 'trên'],
    ['không quá 5 tỷ đồng', 'không quá'],
    ['5 tỷ đồng trở lên', 'trở lên'],
    ['cao hơn 5 tỷ đồng', undefined],
    ['trên địa bàn là 5 tỷ đồng', undefined],
  ])('"%s" is hedged by %s', (text, hedge) => {
    expect(readText(`Kinh phí ${text}.`).amounts[0]?.hedge?.text).toBe(hedge);
  });

  test.each([
    ['31 tỷ 875 triệu đồng', 31_875_000_000n],
    ['2 tỷ 060 triệu đồng', 2_060_000_000n],
    ['2,7 triệu tỷ đồng', 2_700_000_000_000_000n],
    ['31 nghìn 875 tỷ đồng', 31_875_000_000_000n],
    ['717.000,190 triệu đồng', 717_000_190_000n],
    ['1.250 (triệu đồng)', 1_250_000_000n],
    ['05 tỷ đồng', 5_000_000_000n],
    ['500.000đ', 500_000n],
    ['1.250 trđ', 1_250_000_000n],
    ['1.250 tr.đồng', 1_250_000_000n],
    ['2 tỷ rưỡi', 2_500_000_000n],
    ['62,5\ntỷ đồng', 62_500_000_000n],
  ])('%s', (text, dong) => {
    expect(readText(`Kinh phí là ${text}.`).amounts.map((amount) => amount.dong)).toEqual([dong]);
  });
});

test('figures that lean on the unit of the last are named as not read', () => {
  const { amounts, unread } = readText('Ba huyện được giao lần lượt là 3,5, 4 và 5 tỷ đồng.');
  expect(amounts.map(({ text }) => text)).toEqual(['5 tỷ đồng']);
  expect(unread.map(({ text, why }) => [text, why])).toEqual([
    ['3,5', 'prose.unitMissing'],
    ['4', 'prose.unitMissing'],
  ]);
  expect(readText('Giao lần lượt là 3, 4, 5 tỷ đồng.').amounts.map(({ dong }) => dong)).toEqual([
    5_000_000_000n,
  ]);
  expect(readText('Dự án 3, 5 tỷ đồng; năm 2021, 2022 và 5 tỷ đồng.').unread).toEqual([]);
});

describe('what cannot be read is named, and nothing is made of it', () => {
  test.each([
    ['Kinh phí 1.50 tỷ đồng.', 'prose.badNumber', '1.50 tỷ đồng'],
    ['Kinh phí 1,250.5 tỷ đồng.', 'prose.badNumber', '1,250.5 tỷ đồng'],
    ['Kinh phí là 82. 075 triệu đồng.', 'prose.badNumber', '82. 075 triệu đồng'],
    ['Kinh phí là 1 250 triệu đồng.', 'prose.badNumber', '1 250 triệu đồng'],
    ['Kinh phi 59 ty dong.', 'prose.lostDiacritics', '59 ty dong'],
    ['Kinh phí 600 triêu đồng.', 'prose.lostDiacritics', '600 triêu đồng'],
    ['Kinh phí 59 t? đ?ng.', 'prose.unreadableUnit', '59 t? đ?ng'],
    ['Kinh phÝ 600 triÖu ®ång.', 'prose.unreadableUnit', '600 triÖu'],
    ['Vốn vay 3 triệu USD.', 'prose.foreignCurrency', '3 triệu'],
    ['Dự kiến từ 3 đến 5 tỷ đồng.', 'prose.range', 'từ 3 đến 5 tỷ đồng'],
    ['Khoảng 3-5 tỷ đồng.', 'prose.range', '3-5 tỷ đồng'],
    ['Từ 3 tỷ đồng đến 5 tỷ đồng.', 'prose.range', 'Từ 3 tỷ đồng đến 5 tỷ đồng'],
    ['Cần hàng trăm tỷ đồng.', 'prose.vague', 'hàng trăm tỷ đồng'],
    ['Ngân sách trung ương: 59;', 'prose.unitMissing', '59'],
    ['Cấp 1 tỷ 250.', 'prose.brokenCompound', '1 tỷ 250'],
    ['Cấp 2,5 tỷ 300 triệu đồng.', 'prose.brokenCompound', '2,5 tỷ 300 triệu đồng'],
    ['Cấp 0,5 đồng.', 'prose.tooFine', '0,5 đồng'],
    ['Cấp 20.000.000.000 tỷ đồng.', 'prose.tooLarge', '20.000.000.000 tỷ đồng'],
    ['Cấp 5 tỷ đồng (hai ba tỷ đồng).', 'prose.wordsUnreadable', 'hai ba tỷ đồng'],
  ])('%s', (text, why, part) => {
    const reading = readText(text);
    expect(reading.unread.map((one) => [one.why, one.text])).toEqual([[why, part]]);
    expect(reading.amounts.length).toBe(why === 'prose.wordsUnreadable' ? 1 : 0);
  });

  test.each([
    'Giảm tỷ lệ hộ nghèo 2-2,5%/năm; tỷ lệ lao động qua đào tạo đạt 58%.',
    'Hỗ trợ 2 triệu hộ, 1,5 triệu lượt người và 03 đồng chí.',
    'Nghị quyết số 29/2021/QH15 ngày 28 tháng 7 năm 2021, Điều 5, 41 tỉnh, 7 địa phương.',
    'Mỗi năm tỷ lệ hộ nghèo giảm; năm năm tỷ trọng tăng.',
    'Công ty 3 tầng, 12 tỷ lệ, 5 đồng bào, 3 đ) Nhu cầu',
  ])('no money at all: %s', (text) => {
    const { amounts, unread } = readText(text);
    expect({ amounts, unread }).toEqual({ amounts: [], unread: [] });
  });
});
