import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../shared/plan/plan.ts';
import { columnId } from '../../../shared/sheet/cell-place.ts';
import { type FindQuery, findCells, replaceAll } from '../../../shared/sheet/find.ts';
import { TextMatcher, withReplaced } from '../../../shared/sheet/text-match.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';
import { made, placeAt, sheetOf } from './a-sheet.ts';

const SHEET = sheetOf(vinhLongPlan());
const query = (text: string, own: Partial<FindQuery> = {}): FindQuery => ({
  text,
  fold: true,
  wholeCell: false,
  in: 'all',
  ...own,
});
const found = (asked: FindQuery, sheet = SHEET) =>
  findCells(sheet, asked).map(({ line, column }) => {
    const shown = sheet.columns[column];
    return `${sheet.lines[line]?.code} ${shown ? columnId(shown) : ''}`;
  });

function named(name: string): Plan {
  const plan = vinhLongPlan();
  return { ...plan, rows: plan.rows.map((row) => (row.code === 'DA2' ? { ...row, name } : row)) };
}

describe('finding', () => {
  test('goes in reading order, and texts need neither case nor diacritics', () => {
    expect(found(query('GIAM NGHEO', { in: 'texts' }))).toEqual([
      'DA2 name',
      'DA6 name',
      'DA6-TDA1 name',
      'DA6-TDA2 name',
    ]);
    expect(found(query('giam ngheo', { in: 'texts', fold: false }))).toEqual([]);
    expect(found(query('Giảm nghèo', { in: 'texts', fold: false }))).toContain('DA6-TDA1 name');
  });

  test('a whole cell alone, where that is asked for', () => {
    expect(found(query('2.1', { in: 'texts', wholeCell: true }))).toEqual(['DA3-TDA1 ordinal']);
    expect(found(query('2', { in: 'texts', wholeCell: true }))).toEqual(['DA3 ordinal']);
  });

  test('an amount by what it shows, and by its value however it is typed', () => {
    const column = (cells: string[]) => cells.filter((cell) => cell.includes('2023.central.recurrent'));
    expect(column(found(query('6.250', { in: 'amounts' })))).toEqual(['DA3-TDA1 2023.central.recurrent']);
    expect(column(found(query('6,25 tỷ', { in: 'amounts' })))).toEqual(['DA3-TDA1 2023.central.recurrent']);
    expect(column(found(query('6250', { in: 'amounts', wholeCell: true })))).toEqual([
      'DA3-TDA1 2023.central.recurrent',
    ]);
    expect(column(found(query('6.2', { in: 'amounts', wholeCell: true })))).toEqual([]);
    expect(found(query('6.250', { in: 'texts' }))).toEqual([]);
  });

  test('totals are found as well', () => {
    expect(found(query('209.600'))).toEqual(['total period.total']);
  });

  test('nothing for nothing', () => {
    expect(found(query(''))).toEqual([]);
    expect(found(query('không có ở đâu'))).toEqual([]);
  });
});

describe('replacing', () => {
  const replaced = (asked: FindQuery, by: string, sheet = SHEET) => {
    const done = must(replaceAll(sheet, asked, by));
    return { ...done, plan: made(sheet.plan, done.change) };
  };
  const nameOf = (plan: Plan) => plan.rows.find((row) => row.code === 'DA2')?.name;

  test.each([
    ['Đường đê Đông', 'd', 'X', 'Xường Xê Xông', 3],
    ['Đầu tư đầu mối', 'dau', 'cuối', 'cuối tư cuối mối', 2],
    ['nghèo nghẻo', 'NGHEO', 'a', 'a a', 2],
    ['aaa', 'aa', 'b', 'ba', 1],
    ['a.b', '.', '(', 'a(b', 1],
    ['$1 $&', '$1', '$&', '$& $&', 1],
  ])('in “%s” every “%s” by “%s” gives “%s”', (name, text, by, after, count) => {
    const done = replaced(query(text, { in: 'texts' }), by, sheetOf(named(name)));
    expect(nameOf(done.plan)).toBe(after);
    expect(done.count).toBeGreaterThanOrEqual(count);
  });

  test('letter by letter as written, where case and diacritics count', () => {
    const done = replaced(query('đ', { in: 'texts', fold: false }), 'd', sheetOf(named('Đường đê')));
    expect(nameOf(done.plan)).toBe('Đường dê');
  });

  test('an amount by an amount, in leaves that are funded and nowhere else', () => {
    const done = replaced(query('6.250', { in: 'amounts' }), '6,5 tỷ');
    expect(done.count).toBe(4);
    const zeros = replaced(query('0', { in: 'amounts' }), '1');
    const after = sheetOf(zeros.plan);
    const { column, line } = placeAt(after, 'DA2', '2022.local.recurrent');
    expect(column.kind === 'amount' && after.totals.read(line.at, column.column.address)).toBe(0n);
  });

  test('one cell alone', () => {
    const only = placeAt(SHEET, 'DA3-TDA1', '2024.central.recurrent');
    const done = must(replaceAll(SHEET, query('6250'), '7', only));
    expect(done.count).toBe(1);
    expect(done.change.edits).toEqual([
      {
        kind: 'setAmounts',
        amounts: [
          { row: 'DA3-TDA1', year: 2024, source: 'central', capital: 'recurrent', amount: 7_000_000n },
        ],
        unfunded: 'refuse',
      },
    ]);
  });

  test('is refused where an amount would become none, where only a total matches, and where nothing does', () => {
    expect(replaceAll(SHEET, query('6250'), 'x')).toMatchObject({ refusal: { code: 'amount.unexpected' } });
    expect(replaceAll(SHEET, query('209.600'), '1')).toMatchObject({ refusal: { code: 'replace.nothing' } });
    expect(replaceAll(SHEET, query(''), '1')).toMatchObject({ refusal: { code: 'replace.nothing' } });
  });

  test('as often as it was found', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'ă', 'Ắ', 'đ', 'd', 'Đ', 'ệ', 'e\u0323\u0302', '\u0301', 'ﬁ', ' '),
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (text, sought, fold) => {
        const matcher = new TextMatcher({ text: sought, fold, wholeCell: false });
        const spans = matcher.spans(text);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
          const own = text.slice(span.start, span.end);
          expect(new TextMatcher({ text: sought, fold, wholeCell: true }).matches(own)).toBe(true);
        }
        expect(withReplaced(text, spans, '')).toHaveLength(
          text.length - spans.reduce((sum, span) => sum + span.end - span.start, 0),
        );
      }),
      { numRuns: 500 },
    );
  });
});
