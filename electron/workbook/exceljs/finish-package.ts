import type { SheetModel, WorkbookModel } from '../write/sheet-model.ts';
import type { ArchiveFile } from '../zip/read-archive.ts';
import { restoreWideCharacters } from './whole-characters.ts';

/** The parts that hold what officers write. */
const TEXTS = ['xl/sharedStrings.xml', 'docProps/core.xml'];

/**
 * What a workbook needs and exceljs cannot write: Times New Roman as the default font (column widths count its digits),
 * page breaks between columns, no green corners at printed numbers that are text (TT "1"), and characters of two units.
 */
export function finishPackage(files: readonly ArchiveFile[], model: WorkbookModel): ArchiveFile[] {
  return files.map((file) => {
    if (file.path === 'xl/styles.xml') return edited(file, withDefaultFont);
    if (TEXTS.includes(file.path)) return edited(file, restoreWideCharacters);
    const sheet = model.sheets.find((_, at) => file.path === `xl/worksheets/sheet${at + 1}.xml`);
    return sheet ? edited(file, (xml) => withSheetExtras(xml, sheet)) : file;
  });
}

function edited(file: ArchiveFile, edit: (xml: string) => string): ArchiveFile {
  const xml = edit(new TextDecoder().decode(file.bytes));
  return { path: file.path, bytes: new TextEncoder().encode(xml) };
}

const DEFAULT_FONT =
  '<font><sz val="12"/><color theme="1"/><name val="Times New Roman"/><family val="1"/></font>';

function withDefaultFont(xml: string): string {
  return replacedOnce(
    xml,
    /<font>(?:(?!<\/font>).)*<name val="Calibri"\/>(?:(?!<\/font>).)*<\/font>/,
    DEFAULT_FONT,
  );
}

function withSheetExtras(xml: string, sheet: SheetModel): string {
  const breaks = sheet.print?.breaksAfter ?? [];
  const marks = breaks.map((column) => `<brk id="${column}" max="1048575" man="1"/>`).join('');
  const count = `count="${breaks.length}" manualBreakCount="${breaks.length}"`;
  const colBreaks = breaks.length === 0 ? '' : `<colBreaks ${count}>${marks}</colBreaks>`;
  const lastRow = sheet.cells.reduce((last, cell) => Math.max(last, cell.row), 1);
  const ignored = `<ignoredErrors><ignoredError sqref="A1:B${lastRow}" numberStoredAsText="1"/></ignoredErrors>`;
  // The schema wants them in this order, after headerFooter and before drawings; our sheets have none of those.
  return replacedOnce(xml, /<\/worksheet>$/, `${colBreaks}${ignored}</worksheet>`);
}

/** A package that looks otherwise than exceljs 4.4 writes it is a bug here, found by the first test. */
function replacedOnce(xml: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(xml)) throw new Error(`exceljs wrote no ${pattern.source}`);
  return xml.replace(pattern, replacement);
}
