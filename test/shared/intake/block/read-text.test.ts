import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELL_LIMIT, CHARACTER_LIMIT, readBlockText } from '../../../../shared/intake/block/read-text.ts';
import { must } from '../../plan/sample-plan.ts';

const rows = (text: string) => must(readBlockText(text)).rows;

describe('a clipboard’s text', () => {
  test.each([
    ['CRLF, as Excel writes it', 'a\tb\r\nc\td\r\n'],
    ['LF, as LibreOffice writes it', 'a\tb\nc\td\n'],
    ['CR, as old Macs write it', 'a\tb\rc\td\r'],
    ['no line end at the end, as browsers write it', 'a\tb\nc\td'],
    ['a byte order mark and a closing NUL, as some programs leave them', '\uFEFFa\tb\r\nc\td\r\n\0'],
  ])('has the same rows with %s', (_, text) => {
    expect(rows(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('keeps a blank last row, a blank first cell and a blank last cell', () => {
    expect(rows('\tb\t\r\n\t\t\r\n')).toEqual([
      ['', 'b', ''],
      ['', '', ''],
    ]);
    expect(rows('a\r\n\r\n')).toEqual([['a'], ['']]);
  });

  test('reads a cell in quotes with tabs, line ends and doubled quotes', () => {
    expect(rows('"Dự án 1\nTiểu dự án ""2"""\t"a\tb"\r\n"x\r\ny"\t5\r\n')).toEqual([
      ['Dự án 1\nTiểu dự án "2"', 'a\tb'],
      ['x\ny', '5'],
    ]);
  });

  test.each([
    ['inside a cell', 'Dự án "hai"\t5', ['Dự án "hai"', '5']],
    ['that closes nowhere', '"Dự án\t5', ['"Dự án', '5']],
    ['that closes before the cell does', '"Dự" án\t5', ['"Dự" án', '5']],
    ['alone', '"\t5', ['"', '5']],
    ['for inches', '5"\t6"', ['5"', '6"']],
  ])('takes a quote %s for a letter, and loses nothing', (_, text, cells) => {
    expect(rows(text)).toEqual([cells]);
  });

  test('composes its letters', () => {
    expect(rows('Dự án'.normalize('NFD'))).toEqual([['Dự án']]);
  });

  test('says that some rows are shorter than others', () => {
    expect(must(readBlockText('a\tb\nc\n'))).toMatchObject({
      width: 2,
      ragged: true,
      rows: [['a', 'b'], ['c']],
    });
    expect(must(readBlockText('a\tb\nc\t\n')).ragged).toBe(false);
  });

  test.each([
    ['nothing', '', 'block.empty', {}],
    ['too many cells', '\t'.repeat(CELL_LIMIT), 'block.tooManyCells', { limit: CELL_LIMIT }],
    ['too much text', 'x'.repeat(CHARACTER_LIMIT + 1), 'block.tooLong', { limit: CHARACTER_LIMIT }],
  ])('is refused with %s', (_, text, code, params) => {
    expect(readBlockText(text)).toEqual({ ok: false, refusal: { code, params } });
  });

  test('gives back every block that Excel would have written', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ệ', '1', '.', ' ', '"', '\t', '\n'), maxLength: 6 })
      .map((text) => text.normalize('NFC'));
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(block, (cells) => {
        const text = cells.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('');
        expect(must(readBlockText(text))).toEqual({ rows: cells, width: cells[0]?.length, ragged: false });
      }),
    );
  });

  test('loses no letter of any text', () => {
    const letters = (text: string) => text.replaceAll(/[\t\r\n"]/g, '');
    const anyText = fc.string({
      unit: fc.constantFrom('a', '1', '"', '\t', '\r', '\n'),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        expect(letters(rows(text).flat().join(''))).toBe(letters(text));
      }),
    );
  });

  test('is read in a moment, however it is made', () => {
    const hostile = '"a""b\t'.repeat(150_000);
    expect(rows(hostile)).toHaveLength(1);
    expect(rows('"""b\t'.repeat(150_000))).toHaveLength(1);
  });
});
