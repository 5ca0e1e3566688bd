import { describe, expect, test } from 'vitest';
import { readWording } from '../../../electron/documents/read-wording.ts';
import { wordPackage } from '../../../electron/documents/word-package.ts';
import { wordWording } from '../../../electron/documents/word-wording.ts';
import { paragraph } from '../../../electron/documents/word-xml.ts';
import { writeArchive } from '../../../electron/workbook/zip/write-archive.ts';
import { readText } from '../../../shared/prose/read-text.ts';
import { wordingText, writeWording } from '../../../shared/reconcile/wording/write-wording.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';

const LOOK = { size: 14, bold: false, align: 'left' } as const;

function wordFile(...body: readonly string[]): Uint8Array {
  return wordPackage({ title: '', body: body.join('') });
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function refusalOf(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readWording(name, bytes);
  return read.ok ? 'read' : read.refusal.code;
}

describe('the wording of a decision from a file', () => {
  test('a Word file gives its paragraphs, one a line', async () => {
    const bytes = wordFile(
      paragraph('1. Dự án 2: Đa dạng hóa sinh kế', LOOK),
      paragraph('Nhu cầu kinh phí: 62,5 tỷ đồng', LOOK),
    );
    expect(must(await readWording('Quyết định.docx', bytes))).toEqual({
      text: '1. Dự án 2: Đa dạng hóa sinh kế\nNhu cầu kinh phí: 62,5 tỷ đồng',
      notices: [],
    });
  });

  test('tracked changes are said: what was inserted is read, what was deleted is not', async () => {
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const bytes = wordFile(
      `<w:p>${run('Kinh phí: ')}<w:del w:id="1" w:author="A"><w:r><w:delText>58 tỷ đồng</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('59 tỷ đồng')}</w:ins></w:p>`,
    );
    expect(must(await readWording('a.docx', bytes))).toEqual({
      text: 'Kinh phí: 59 tỷ đồng',
      notices: [{ code: 'wording.trackedChanges', params: { count: 2 } }],
    });
  });

  test('tables are said, and their rows are lines of cells', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text, LOOK)}</w:tc>`;
    const row = (...cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const bytes = wordFile(
      paragraph('Bảng', LOOK),
      `<w:tbl>${row('1', 'Dự án 2', '62.500')}${row('2', 'Dự án 3', '37.900')}</w:tbl>`,
    );
    expect(must(await readWording('a.docx', bytes))).toEqual({
      text: 'Bảng\n1\tDự án 2\t62.500\n2\tDự án 3\t37.900',
      notices: [{ code: 'wording.tables', params: { count: 1 } }],
    });
  });

  test('numbers and points that Word puts in itself part the text into sections all the same', async () => {
    const listed = (text: string, level: number, list: number): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const level = (at: number, format: string): string =>
      `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const numbering = `<w:numbering xmlns:w="${w}"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal')}${level(1, 'decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const document = `<w:document xmlns:w="${w}"><w:body>${listed('Dự án 3', 0, 1)}${listed('Tiểu dự án 1', 1, 1)}${listed('NSTW', 0, 2)}${listed('Tiểu dự án 2', 1, 1)}${listed('Dự án 4', 0, 1)}</w:body></w:document>`;
    const bytes = writeArchive(
      [
        [
          '[Content_Types].xml',
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
        ],
        [
          '_rels/.rels',
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
        ],
        [
          'word/_rels/document.xml.rels',
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
        ],
        ['word/document.xml', document],
        ['word/numbering.xml', numbering],
      ].map(([path = '', xml = '']) => ({ path, bytes: utf8(xml) })),
    );
    expect(must(await readWording('a.docx', bytes)).text).toBe(
      '1. Dự án 3\n1.1. Tiểu dự án 1\n- NSTW\n1.2. Tiểu dự án 2\n2. Dự án 4',
    );
  });

  test('the wording that we write as a Word file is the text that we write', async () => {
    const plan = vinhLongPlan();
    const lines = writeWording(plan, totalsOf(plan));
    const read = must(await readWording('a.docx', wordWording(plan.header.title, lines)));
    expect(`${read.text}\n`).toBe(wordingText(lines));
    expect(readText(read.text).checks.every(({ holds }) => holds)).toBe(true);
  });

  test('text files are read in UTF-8 and UTF-16, with or without a mark', async () => {
    const text = 'Kinh phí: 59 tỷ đồng';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...text].map((one) => one.charCodeAt(0))).buffer),
    ]);
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16]) {
      expect(must(await readWording('a.txt', bytes)).text).toBe(text);
    }
  });
});

describe('files that are no wording are refused with what they are', () => {
  const zip = (path: string, xml: string): Uint8Array => writeArchive([{ path, bytes: utf8(xml) }]);

  test.each<[string, Uint8Array]>([
    ['wording.empty', new Uint8Array()],
    ['wording.pdf', utf8('%PDF-1.7 …')],
    ['wording.rtf', utf8(String.raw`{\rtf1 Kinh phí}`)],
    ['wording.oldWord', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['wording.workbook', zip('xl/workbook.xml', '<workbook/>')],
    ['wording.notWord', zip('a.txt', 'a')],
    ['wording.damaged', zip('word/document.xml', '<w:document')],
    ['wording.damaged', wordFile('<w:p>').subarray(0, 900)],
    ['wording.damaged', zip('word/document.xml', '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>')],
    ['wording.noText', wordFile(paragraph('', LOOK))],
    ['wording.notText', new Uint8Array([0x4b, 0xff, 0xc3, 0x28])],
    ['wording.notText', utf8('a\0b')],
    ['wording.tooLong', utf8('Kinh phí 59 tỷ đồng. '.repeat(600_001))],
  ])('%s', async (code, bytes) => {
    expect(await refusalOf('tệp', bytes)).toBe(code);
  });
});
