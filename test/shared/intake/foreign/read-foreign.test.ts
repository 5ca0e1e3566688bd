import { describe, expect, it } from 'vitest';
import { projectForm } from '../../../../shared/forms/project.ts';
import type { Answers } from '../../../../shared/intake/answers.ts';
import type { Draft } from '../../../../shared/intake/draft.ts';
import type { RawWorkbook } from '../../../../shared/intake/raw-workbook.ts';
import { readingOf } from '../../../../shared/intake/read-workbook.ts';
import type { Dong } from '../../../../shared/money/dong.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import { foldText } from '../../../../shared/text/fold.ts';
import { must, totalsOf, vinhLongPlan } from '../../plan/sample-plan.ts';
import { type HouseStyle, retyped } from './house-style.ts';

const plan = vinhLongPlan();
const f1 = projectForm(plan, totalsOf(plan), 'F1');
const f2 = projectForm(plan, totalsOf(plan), 'F2');

const LONG: Readonly<Record<string, string>> = {
  NSTW: 'Ngân sách Trung ương',
  NSĐP: 'Ngân sách địa phương',
  ĐTPT: 'Vốn đầu tư phát triển',
  SN: 'Vốn sự nghiệp',
  'Tổng số': 'Tổng cộng',
};
const ABBREVIATED: Readonly<Record<string, string>> = {
  NSTW: 'NS TW',
  NSĐP: 'NS ĐP',
  ĐTPT: 'ĐT',
  'Huy động khác': 'Nguồn khác',
  'Huy động hợp pháp khác': 'Vốn huy động hợp pháp khác',
  'Tổng số': 'Cộng',
};
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V'];
const english = (amount: Dong): string =>
  writeAmount(amount, 'trieu').replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

function draftOf(book: RawWorkbook, answers: Answers = {}): Draft {
  const { draft, questions } = must(readingOf(book, answers));
  if (!draft) throw new Error(`asked: ${questions.map(({ id }) => id)}`);
  return draft;
}

function asked(book: RawWorkbook): string[] {
  const { draft, questions } = must(readingOf(book, {}));
  expect(draft).toBeNull();
  return questions.map(({ id }) => id);
}

/** What an officer gets from it, whatever numbers the office printed in front of its rows. */
function understood({ plan: read }: Draft) {
  return {
    rows: read.rows.map(({ code, parent, name }) => ({ code, parent, name })),
    sources: read.sources,
    amounts: read.amounts,
    period: read.period,
    programme: read.programme.id,
  };
}

const truth = {
  rows: plan.rows.map(({ code, parent, name }) => ({ code, parent, name })),
  sources: plan.sources,
  amounts: plan.amounts,
  period: plan.period,
  programme: plan.programme.id,
};

const STYLES: readonly (readonly [string, HouseStyle])[] = [
  ['as the reference form prints it', {}],
  ['with long headings', { heading: (text) => LONG[text] ?? text, labels: ['STT', 'Nội dung thực hiện'] }],
  ['abbreviated, nothing merged', { heading: (text) => ABBREVIATED[text] ?? text, merged: false }],
  ['without diacritics', { heading: foldText, labels: ['tt', 'noi dung'] }],
  ['in đồng', { unit: 'dong', unitLine: 'ĐVT: đồng' }],
  ['in tỷ, said in brackets', { unit: 'ty', unitLine: '(Đơn vị: tỷ đồng)' }],
  ['with texts for numbers', { amount: (amount, unit) => `${writeAmount(amount, unit)},0` }],
  ['with English texts for numbers', { amount: (amount) => `${english(amount)}.0` }],
  ['with column numbers and the totals first', { numbersRow: true, totalsFirst: true }],
  ['with its columns in another order', { order: (ids) => [...ids].reverse() }],
  [
    'with Roman numerals over plain ones',
    {
      ordinal: (ordinal, level) =>
        level === 1 ? (ROMAN[Number(ordinal)] ?? '') : (ordinal.split('.')[1] ?? ''),
    },
  ],
  [
    'without numbers, with the names of levels',
    { ordinal: () => '', name: (name, ordinal) => named(name, ordinal) },
  ],
];

function named(name: string, ordinal: string): string {
  return ordinal.includes('.') ? `Tiểu dự án ${ordinal.split('.')[1]}: ${name}` : `Dự án ${ordinal}: ${name}`;
}

describe('the reference appendix, as other offices type it', () => {
  it.each(STYLES)('%s', (_, style) => {
    const draft = draftOf(retyped(f1, style));
    expect(draft.issues).toEqual([]);
    const { rows, ...rest } = understood(draft);
    const { rows: expected, ...others } = truth;
    expect(rest).toEqual(others);
    const names = style.name;
    expect(rows).toEqual(
      expected.map((row, at) => ({
        ...row,
        name: names?.(row.name, f1.rows[at]?.ordinal ?? '') ?? row.name,
      })),
    );
  });

  it.each(STYLES.slice(0, 10))('year by year, %s', (_, style) => {
    const draft = draftOf(retyped(f2, style));
    expect(draft.issues).toEqual([]);
    expect(understood(draft)).toEqual(truth);
  });

  it('with texts that may be thousands or decimals, is read the way that makes its totals hold', () => {
    const vietnamese = retyped(f1, { amount: (amount, unit) => writeAmount(amount, unit) });
    const anglo = retyped(f1, { amount: (amount) => english(amount) });
    for (const book of [vietnamese, anglo]) {
      expect(draftOf(book).issues).toEqual([]);
      expect(understood(draftOf(book))).toEqual(truth);
    }
  });

  it('with a column that no form has, says so and reads the rest', () => {
    const draft = draftOf(retyped(f1, { extraColumn: 'Số hộ thụ hưởng' }));
    expect(draft.issues).toMatchObject([
      { code: 'workbook.columnUnknown', severity: 'warning', params: { column: 'Số hộ thụ hưởng' } },
    ]);
    expect(understood(draft)).toEqual(truth);
    expect(draft.plan.rows[0]?.note).toBe('Số hộ thụ hưởng: 7');
  });

  it('without its unit, is asked for it', () => {
    const book = retyped(f1, { unitLine: 'Kèm theo' });
    expect(asked(book)).toEqual(['unit']);
    expect(understood(draftOf(book, { unit: 'trieu' }))).toEqual(truth);
  });

  it('is no appendix where there is no table', () => {
    const [full] = retyped(f1).sheets;
    const empty = full ? [{ ...full, cells: new Map() }] : [];
    expect(readingOf({ names: new Map(), notes: [], sheets: empty }, {})).toMatchObject({
      refusal: { code: 'workbook.noTable' },
    });
  });
});
