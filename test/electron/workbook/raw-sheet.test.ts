import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { readRawWorkbook } from '../../../electron/workbook/read/read-raw-workbook.ts';
import { readArchive } from '../../../electron/workbook/zip/read-archive.ts';
import { writeArchive } from '../../../electron/workbook/zip/write-archive.ts';
import type { RawSheet } from '../../../shared/intake/raw-workbook.ts';
import { must } from '../../shared/plan/sample-plan.ts';

/** A workbook as another program writes it. */
async function workbookOf(fill: (sheet: exceljs.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook.addWorksheet('Biểu'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function sheetOf(bytes: Uint8Array): Promise<RawSheet> {
  const [sheet] = must(await readRawWorkbook('biểu.xlsx', bytes)).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

it('tells which rows and columns are hidden', async () => {
  const sheet = await sheetOf(
    await workbookOf((one) => {
      one.addRows([[1, 2, 3], [4], [], [5]]);
      one.getRow(2).hidden = true;
      one.getRow(4).hidden = true;
      one.getColumn(2).hidden = true;
      one.getColumn(3).hidden = true;
    }),
  );
  expect([...sheet.hiddenRows]).toEqual([2, 4]);
  expect([...sheet.hiddenColumns]).toEqual([2, 3]);
});

it('tells bold type, indentation, and a font whose letters are not Unicode’s', async () => {
  const sheet = await sheetOf(
    await workbookOf((one) => {
      one.getCell('A1').value = 'Tổng số';
      one.getCell('A1').font = { name: 'Times New Roman', bold: true };
      one.getCell('A2').value = 'trong đó';
      one.getCell('A2').alignment = { indent: 2 };
      one.getCell('A3').value = 'Tæng sè';
      one.getCell('A3').font = { name: '.VnTime' };
      one.getCell('A4').value = 'Toång soá';
      one.getCell('A4').font = { name: 'VNI-Times' };
    }),
  );
  const looks = ['A1', 'A2', 'A3', 'A4'].map((address) => {
    const { value: _, isFormula: __, ...look } = sheet.cells.get(address) ?? {};
    return look;
  });
  expect(looks).toEqual([{ bold: true }, { indent: 2 }, { font: '.VnTime' }, { font: 'VNI-Times' }]);
});

it('notes macros and links to other workbooks, which are not read', async () => {
  const bytes = await workbookOf((one) => one.addRow([1]));
  expect(must(await readRawWorkbook('biểu.xlsx', bytes)).notes).toEqual([]);
  const files = [
    ...must(readArchive(bytes)),
    { path: 'xl/externalLinks/externalLink1.xml', bytes: Buffer.from('<externalLink/>') },
    { path: 'xl/vbaProject.bin', bytes: Buffer.from('macro') },
  ];
  expect(must(await readRawWorkbook('biểu.xlsm', writeArchive(files))).notes).toEqual([
    'externalLinks',
    'macros',
  ]);
});
