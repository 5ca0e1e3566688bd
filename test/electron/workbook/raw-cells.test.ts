import { describe, expect, it, test } from 'vitest';
import { readRawWorkbook } from '../../../electron/workbook/read/read-raw-workbook.ts';
import type { RawSheet } from '../../../shared/intake/raw-workbook.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { packageOf } from './raw-package.ts';

const read = (parts: Parameters<typeof packageOf>[0]) => readRawWorkbook('biểu.xlsx', packageOf(parts));

async function sheetOf(parts: Parameters<typeof packageOf>[0]): Promise<RawSheet> {
  const [sheet] = must(await read(parts)).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const row = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;

describe('a cell of a raw sheet', () => {
  const DATES =
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[Red]#,##0&quot; đồng&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>';
  const LOOKS = `${DATES}<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>`;
  const number = (value: number) => ({ kind: 'number', number: value });
  const text = (value: string) => ({ kind: 'text', text: value });

  it.each<[string, string, unknown]>([
    ['a number', '<c r="A1"><v>1.5E3</v></c>', number(1500)],
    ['zero', '<c r="A1"><v>0</v></c>', number(0)],
    ['a number with a format of money', '<c r="A1" s="3"><v>7</v></c>', number(7)],
    ['a day by the program’s own format', '<c r="A1" s="1"><v>45000</v></c>', { kind: 'date' }],
    ['a day by a written format', '<c r="A1" s="2"><v>45000</v></c>', { kind: 'date' }],
    ['a length of time', '<c r="A1" s="4"><v>0.5</v></c>', { kind: 'date' }],
    ['an ISO day', '<c r="A1" t="d"><v>2024-01-01</v></c>', { kind: 'date' }],
    ['true', '<c r="A1" t="b"><v>1</v></c>', { kind: 'boolean', boolean: true }],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', { kind: 'error', error: '#REF!' }],
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', text('Chi & tiêu')],
    ['a rich text with a reading', '<c r="A1" t="s"><v>1</v></c>', text('Dự án 1')],
    ['a text in its place', '<c r="A1" t="inlineStr"><is><t>tại chỗ</t></is></c>', text('tại chỗ')],
    ['a coded character', '<c r="A1" t="inlineStr"><is><t>a_x000A_b</t></is></c>', text('a\nb')],
    [
      'text outside of the alphabet',
      '<c r="A1" t="inlineStr"><is><t><![CDATA[<𡨸>]]></t></is></c>',
      text('<𡨸>'),
    ],
  ])('%s', async (_, cell, value) => {
    const texts =
      '<si><t>Chi &amp; tiêu</t></si><si><r><t>Dự án</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 1</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></si>';
    const sheet = await sheetOf({ sheet: row(cell), texts, styles: LOOKS });
    expect(sheet.cells.get('A1')).toEqual({ value, isFormula: false });
    expect(sheet.cells.size).toBe(1);
  });

  it.each<[string, string, unknown]>([
    ['with its result', '<f>B1+1</f><v>5</v>', number(5)],
    ['with a result of zero', '<f>B1</f><v>0</v>', number(0)],
    ['shared with other cells', '<f t="shared" si="0"/><v>2</v>', number(2)],
    ['without a result', '<f>B1</f>', { kind: 'unknown' }],
    ['with an empty result', '<f>B1</f><v></v>', { kind: 'unknown' }],
  ])('a formula %s', async (_, content, value) => {
    const sheet = await sheetOf({ sheet: row(`<c r="A1">${content}</c>`) });
    expect(sheet.cells.get('A1')).toEqual({ value, isFormula: true });
  });

  it('without an address stands after the one before', async () => {
    const cells = '<c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c>';
    const sheet = await sheetOf({
      sheet: `<sheetData><row>${cells}</row><row><c><v>9</v></c></row></sheetData>`,
    });
    expect([...sheet.cells.keys()]).toEqual(['A1', 'D1', 'E1', 'A2']);
  });

  it('is read whatever prefix its file gives to names', async () => {
    const sheet = await sheetOf({
      sheet: `<x:sheetData xmlns:x="x"><x:row r="1"><x:c r="A1"><x:v>3</x:v></x:c></x:row></x:sheetData>`,
    });
    expect(sheet.cells.get('A1')?.value).toEqual(number(3));
  });
});

describe('a file that means harm', () => {
  const bomb = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  test.each([
    [
      'that declares entities',
      { prolog: bomb, sheet: row('<c r="A1" t="str"><v>&b;</v></c>') },
      'workbook.entities',
    ],
    [
      'that uses an entity it does not declare',
      { sheet: row('<c r="A1" t="str"><v>&b;</v></c>') },
      'workbook.damaged',
    ],
    ['with a cell beyond the last column', { sheet: row('<c r="XFE1"><v>1</v></c>') }, 'workbook.damaged'],
    ['with a cell of no column', { sheet: row('<c r="1"><v>1</v></c>') }, 'workbook.damaged'],
    [
      'with a row beyond the last',
      { sheet: '<sheetData><row r="1048577"/></sheetData>' },
      'workbook.damaged',
    ],
    ['with a text that is not there', { sheet: row('<c r="A1" t="s"><v>9</v></c>') }, 'workbook.damaged'],
  ])('%s is refused', async (_, parts, code) => {
    expect(await read(parts)).toMatchObject({ refusal: { code, params: { file: 'biểu.xlsx' } } });
  });

  test('a text that no cell can hold is named by its cell, wherever it stands', async () => {
    const long = 'x'.repeat(32_768);
    const places = [
      { sheet: row('<c r="B1" t="s"><v>0</v></c>'), texts: `<si><t>${long}</t></si>` },
      { sheet: row(`<c r="B1" t="inlineStr"><is><t>${long}</t></is></c>`) },
      { sheet: row(`<c r="B1" t="str"><f>A1</f><v>${long}</v></c>`) },
    ];
    for (const parts of places) {
      const where = { sheet: 'Biểu', cell: 'B1', limit: 32_767 };
      expect(await read(parts)).toMatchObject({ refusal: { code: 'workbook.cellTooLong', params: where } });
    }
  });

  test('a million formatted rows without content are as good as none', async () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, at) =>
        `<row r="${at + 1}" s="1" customFormat="1" ht="${15 + (at % 97) / 8}"><c r="A${at + 1}" s="1"/></row>`,
    );
    const sheet = await sheetOf({ sheet: `<sheetData>${rows.join('')}</sheetData>` });
    expect(sheet.cells.size).toBe(0);
  });
});
