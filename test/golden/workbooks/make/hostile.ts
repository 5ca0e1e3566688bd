import exceljs from 'exceljs';
import { writeArchive } from '../../../../electron/workbook/zip/write-archive.ts';
import { draw, edited, heading, repacked, withPart } from './draw.ts';
import { appendix, F1, F1_TOTALS, SAME, TOP } from './house-styles.ts';
import { drawn, issue, NO_TOTALS, plan, row, table } from './small.ts';
import type { Outcome, Specimen, TrueIssue } from './truth.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';
const UNIT = 'Đơn vị tính: triệu đồng';
const HEADING = heading('TT|Nội dung|Tổng số|NSTW (SN)|NSĐP (SN)');
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A package of one sheet from bare XML. */
function packaged(sheet: string, prolog = ''): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    [SHEET]: `${prolog}<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
  };
  return writeArchive(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })));
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** A table of one row, every text inline and no cell with an address. */
const BARE_TABLE = [
  `<row>${inline('KINH PHÍ NĂM 2024 (triệu đồng)')}</row>`,
  `<row>${['TT', 'Nội dung', 'NSTW (SN)', 'NSĐP (SN)'].map(inline).join('')}</row>`,
  `<row>${inline('1')}${inline('Tập huấn')}<c><v>12.5</v></c><c><v>3</v></c></row>`,
].join('');
const BARE_PLAN: Outcome = {
  plan: plan(2024, 2024, [
    row('Tập huấn', null, { '2024|central|recurrent': 12.5, '2024|local|recurrent': 3 }),
  ]),
  issues: [NO_TOTALS],
};

const f1 = (): Promise<Uint8Array> => draw(appendix({ above: TOP }, { columns: F1, totals: F1_TOTALS }));

function made(name: string, source: string, truth: Outcome, make: Specimen['make']): Specimen {
  return { name, truth: { source, ...truth }, make };
}

function refused(
  name: string,
  code: string,
  source: string,
  params: Readonly<Record<string, string | number>>,
  make: Specimen['make'],
): Specimen {
  return made(name, source, { refused: { code: `workbook.${code}`, params } }, make);
}

/** The same text whoever asks: nothing that deflate can pack. */
function noise(length: number): string {
  let state = 1n;
  let text = '';
  while (text.length < length) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    text += (state >> 24n).toString(36);
  }
  return text.slice(0, length);
}

const noResult = (cell: string, severity: TrueIssue['severity']): TrueIssue =>
  issue('cellHasNoResult', severity, cell);

/** Archives and XML that ask for more than they are worth. */
export const HOSTILE: readonly Specimen[] = [
  refused(
    'bad-zip-bomb',
    'tooLarge',
    'by hand: 40 MB of spaces in one sheet',
    { file: 'bad-zip-bomb.xlsx' },
    () => packaged(' '.repeat(40_000_000)),
  ),
  refused(
    'bad-zip-lies',
    'damaged',
    'by hand: a sheet that unpacks to more than the archive says',
    { file: 'bad-zip-lies.xlsx' },
    () => {
      const bytes = Buffer.from(packaged(BARE_TABLE));
      for (const [mark, size] of [
        ['PK\u0003\u0004', 22],
        ['PK\u0001\u0002', 24],
      ] as const) {
        for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4)) {
          if (bytes.subarray(at, at + 120).includes(SHEET)) bytes.writeUInt32LE(100, at + size);
        }
      }
      return bytes;
    },
  ),
  refused(
    'bad-billion-laughs',
    'entities',
    'by hand: entities of entities of entities, 10^9 of them',
    { file: 'bad-billion-laughs.xlsx' },
    () => {
      const names = Array.from({ length: 10 }, (_, at) => `lol${at}`);
      const entities = names.map((name, at) => {
        const text = at === 0 ? 'lol' : `&${names[at - 1]};`.repeat(10);
        return `<!ENTITY ${name} "${text}">`;
      });
      return packaged(`<row>${inline('&lol9;')}</row>`, `<!DOCTYPE lolz [${entities.join('')}]>`);
    },
  ),
  refused(
    'bad-external-entity',
    'entities',
    'by hand: an entity that names a file of the computer',
    { file: 'bad-external-entity.xlsx' },
    () => packaged(`<row>${inline('&x;')}</row>`, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
  ),
  refused(
    'bad-cell-too-long',
    'cellTooLong',
    'by hand: a text of 32 768 characters, one more than a cell may have',
    { file: 'bad-cell-too-long.xlsx', sheet: 'Biểu', cell: 'B3', limit: 32_767 },
    () => packaged(BARE_TABLE.replace('Tập huấn', 'x'.repeat(32_768))),
  ),
  made(
    'bad-million-empty-rows',
    'by hand: a table over a million formatted rows without content, and a comment that keeps them from looking like a bomb',
    BARE_PLAN,
    () => packaged(`${BARE_TABLE}<!-- ${noise(46_000)} -->${'<row s="1"/>'.repeat(1_048_573)}`),
  ),
  made('odd-no-addresses', 'by hand: no cell and no row says its address, every text inline', BARE_PLAN, () =>
    packaged(BARE_TABLE),
  ),
  made(
    'odd-strict',
    'exceljs, its namespaces those of Strict Open XML, which Excel offers beside its own',
    SAME,
    async () => {
      const strict = (xml: string): string =>
        xml
          .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
      return edited(await f1(), {
        'xl/workbook.xml': strict,
        'xl/_rels/workbook.xml.rels': strict,
        'xl/styles.xml': strict,
        'xl/sharedStrings.xml': strict,
        [SHEET]: strict,
      });
    },
  ),
];

/** Workbooks that are sound as files and of which something is to be said. */
export const DOUBTFUL: readonly Specimen[] = [
  drawn(
    'bad-formula-errors',
    'leaf amounts and a total that are errors, and one that says an error of LibreOffice as text',
    {
      plan: plan(2024, 2024, [
        row('Tập huấn', null, { '2024|local|recurrent': 3 }),
        row('Kiểm tra', null, { '2024|central|recurrent': 7 }),
      ]),
      issues: [
        issue('cellIsError', 'error', 'D4'),
        { code: 'block.sheetError', severity: 'error', cell: 'E5', difference: null },
        issue('cellIsError', 'warning', 'C4'),
        NO_TOTALS,
      ],
    },
    table(['KINH PHÍ NĂM 2024', UNIT], HEADING, [
      [
        '1',
        'Tập huấn',
        { value: null, formula: 'D4+E4', error: '#VALUE!' },
        { value: null, formula: 'Nguồn!D4', error: '#REF!' },
        3,
      ],
      ['2', 'Kiểm tra', null, 7, 'Err:522'],
    ]),
  ),
  drawn(
    'bad-no-cached-results',
    'formulas whose results the file does not hold: a leaf is an error, a total is said',
    {
      plan: plan(2024, 2024, [row('Tập huấn', null, { '2024|local|recurrent': 3 })]),
      issues: [noResult('D4', 'error'), noResult('C4', 'warning'), noResult('D5', 'warning')],
    },
    table(['KINH PHÍ NĂM 2024', UNIT], HEADING, [
      ['1', 'Tập huấn', { value: null, formula: 'D4+E4' }, { value: null, formula: '10*2' }, 3],
      [null, 'Tổng cộng', 3, { value: null, formula: 'D4' }, 3],
    ]),
  ),
  made(
    'bad-external-links',
    'exceljs: F1 with a link to another workbook',
    { ...SAME, issues: [issue('externalLinks', 'information', '')] },
    async () => {
      const bytes = await f1();
      const link = `<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="rId1"/></externalLink>`;
      return withPart(bytes, 'xl/externalLinks/externalLink1.xml', link);
    },
  ),
  made(
    'bad-macros',
    'exceljs: F1 with the macros of an .xlsm',
    { ...SAME, issues: [issue('macros', 'information', '')] },
    async () => withPart(await f1(), 'xl/vbaProject.bin', 'Attribute VB_Name = "ThisWorkbook"'),
  ),
  made(
    'bad-font-tcvn3',
    'exceljs: Vietnamese in the letters of .VnTime (TCVN3)',
    {
      refused: {
        code: 'workbook.legacyFont',
        params: { font: '.VnTime', encoding: 'TCVN3', sheet: 'Sheet1', cell: 'A1' },
      },
    },
    () =>
      draw(
        table(
          [],
          [],
          [
            [{ value: 'Kinh phÝ thùc hiÖn n¨m 2024', font: '.VnTime' }],
            [{ value: '§¬n vÞ tÝnh: TriÖu ®ång', font: '.VnTime' }],
          ],
        ),
      ),
  ),
  made(
    'bad-font-vni',
    'exceljs: Vietnamese in the letters of VNI-Times, under a title in Unicode',
    {
      refused: {
        code: 'workbook.legacyFont',
        params: { font: 'VNI-Times', encoding: 'VNI', sheet: 'Sheet1', cell: 'B3' },
      },
    },
    () =>
      draw(
        table(
          ['KINH PHÍ NĂM 2024', UNIT],
          [],
          [
            [{ value: 'TT', font: 'VNI-Times' }, { value: 'Noäi dung', font: 'VNI-Times' }, 'NSTW', 'NSÑP'],
            ['1', { value: 'Taäp huaán', font: 'VNI-Times' }, 12, 3],
          ],
        ),
      ),
  ),
  drawn(
    'bad-code-twice',
    'two rows with one code',
    {
      plan: plan(2024, 2024, [
        row('Tập huấn', null, { '2024|central|recurrent': 10 }),
        row('Kiểm tra', null, { '2024|central|recurrent': 7 }),
        row('Báo cáo', null, { '2024|central|recurrent': 5 }),
      ]),
      issues: [issue('codeTwice', 'error', 'A6'), NO_TOTALS],
    },
    table(['KINH PHÍ NĂM 2024', UNIT], heading('Mã số|Nội dung|NSTW (SN)|NSĐP (SN)'), [
      ['NV01', 'Tập huấn', 10, null],
      ['NV02', 'Kiểm tra', 7, null],
      ['NV01', 'Báo cáo', 5, null],
    ]),
  ),
  drawn(
    'odd-names-like-formulas',
    'names that begin with = + - @, as texts',
    {
      plan: plan(2024, 2024, [
        row('=1+1 là hai', null, { '2024|central|recurrent': 1 }),
        row('+84 đường dây nóng', null, { '2024|central|recurrent': 2 }),
        row('-Bồi dưỡng giảng viên', null, { '2024|central|recurrent': 3 }),
        row('@trang tin điện tử', null, { '2024|central|recurrent': 4 }),
      ]),
    },
    table(['KINH PHÍ NĂM 2024', UNIT], HEADING, [
      ['1', '=1+1 là hai', 1, 1, null],
      ['2', '+84 đường dây nóng', 2, 2, null],
      ['3', '-Bồi dưỡng giảng viên', 3, 3, null],
      ['4', '@trang tin điện tử', 4, 4, null],
    ]),
  ),
  made(
    'bad-empty',
    'exceljs: a workbook of one empty sheet',
    { refused: { code: 'workbook.noTable', params: {} } },
    () => draw({ rows: [] }),
  ),
  made(
    'bad-only-text-and-picture',
    'exceljs: a letter and a picture, no table',
    { refused: { code: 'workbook.noTable', params: {} } },
    async () => {
      const book = new exceljs.Workbook();
      book.created = book.modified = new Date(0);
      const sheet = book.addWorksheet('Công văn');
      sheet.getCell('A1').value = 'Kính gửi: Ủy ban nhân dân các huyện';
      sheet.getCell('A2').value = 'Về nội dung phân bổ ngân sách trung ương năm 2024 (triệu đồng)';
      const picture = book.addImage({ base64: PIXEL, extension: 'png' });
      sheet.addImage(picture, 'B4:D8');
      return repacked(new Uint8Array(await book.xlsx.writeBuffer()));
    },
  ),
  made(
    'bad-totals-alone',
    'exceljs: a summary of totals by year, from which no plan can be made',
    { refused: { code: 'workbook.noLeafColumns', params: {} } },
    () =>
      draw(
        table(['KINH PHÍ GIAI ĐOẠN 2024 - 2025', UNIT], heading('TT|Nội dung|Tổng số|Năm 2024|Năm 2025'), [
          ['1', 'Tập huấn', 30, 10, 20],
        ]),
      ),
  ),
];
