import { readFileSync } from 'node:fs';
import { writeArchive } from '../../../../electron/workbook/zip/write-archive.ts';
import { draw } from './draw.ts';
import { appendix, F1, F1_TOTALS, TOP } from './house-styles.ts';
import { converted, encrypted, source } from './libre-office.ts';
import type { Specimen } from './truth.ts';

const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  writeArchive(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })));

const whole = (): Promise<Uint8Array> => draw(appendix({ above: TOP }, { columns: F1, totals: F1_TOTALS }));

function refused(name: string, code: string, text: string, make: Specimen['make']): Specimen {
  const params = { file: `${name}.xlsx` };
  return { name, truth: { source: text, refused: { code: `workbook.${code}`, params } }, make };
}

/** Files that are offered as workbooks and are none that can be read. */
export const OTHER_FILES: readonly Specimen[] = [
  refused('bad-old-excel', 'oldExcel', 'LibreOffice from sources/du-toan.fods: a true .xls, renamed', () =>
    converted(source('du-toan.fods'), 'xls:MS Excel 97'),
  ),
  refused(
    'bad-open-document',
    'openDocument',
    'LibreOffice from sources/du-toan.fods: a true .ods, renamed',
    () => converted(source('du-toan.fods'), 'ods'),
  ),
  refused('bad-password', 'encrypted', 'LibreOffice from sources/du-toan.fods: .xlsx with a password', () =>
    encrypted(source('du-toan.fods')),
  ),
  refused('bad-binary', 'binary', 'by hand: an archive with the parts of an .xlsb', () =>
    zipped({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.bin': '\u0083\u0001',
      'xl/worksheets/sheet1.bin': '\u0081\u0001',
    }),
  ),
  refused('bad-word-document', 'notWorkbook', 'by hand: an archive with the parts of a .docx', () =>
    zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }),
  ),
  refused('bad-csv', 'notWorkbook', 'sources/phan-bo.csv itself, renamed', () =>
    readFileSync(source('phan-bo.csv')),
  ),
  refused('bad-html', 'notWorkbook', 'sources/bao-cao.html itself, as web systems send it out, renamed', () =>
    readFileSync(source('bao-cao.html')),
  ),
  refused('bad-pdf', 'notWorkbook', 'LibreOffice from sources/phan-bo.csv: a PDF, renamed', () =>
    converted(source('phan-bo.csv'), 'pdf'),
  ),
  refused('bad-text', 'notWorkbook', 'by hand: a text file, renamed', () =>
    Buffer.from('Kính gửi: các phòng, ban.\nXem bảng kinh phí ở tệp sau.\n'),
  ),
  refused('bad-no-bytes', 'empty', 'by hand: a file of no bytes', () => new Uint8Array()),
  refused('bad-damaged', 'damaged', 'exceljs: F1 with bytes of its sheet overwritten', async () => {
    const bytes = Uint8Array.from(await whole());
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml');
    bytes.fill(0x5a, at + 200, at + 260);
    return bytes;
  }),
  refused(
    'bad-truncated',
    'damaged',
    'exceljs: the first two thirds of F1, as a broken download leaves it',
    async () => {
      const bytes = await whole();
      return bytes.slice(0, Math.floor((bytes.length * 2) / 3));
    },
  ),
];
