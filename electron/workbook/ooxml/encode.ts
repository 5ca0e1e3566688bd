import type { WorkbookModel } from '../write/sheet-model.ts';
import { type PackedFile, packFile } from '../zip/pack-file.ts';
import { archiveOf } from '../zip/write-archive.ts';
import { SharedStrings } from './shared-strings.ts';
import { sheetPart } from './sheet-part.ts';
import { StyleSheet } from './style-sheet.ts';
import { sheetPath, workbookParts } from './workbook-parts.ts';

/**
 * The workbook as an .xlsx package (ECMA-376). Rows are made, written and packed piece by piece, so that memory holds
 * the packed bytes alone. The same model gives the same bytes. `onRow` hears of every row that was written.
 */
export async function encodeWorkbook(
  model: WorkbookModel,
  onRow: () => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const strings = new SharedStrings();
  const styles = new StyleSheet();
  const sheets: PackedFile[] = [];
  for (const [at, sheet] of model.sheets.entries()) {
    sheets.push(await packFile(sheetPath(at), heard(sheetPart(sheet, strings, styles), onRow)));
  }
  const texts = await packFile('xl/sharedStrings.xml', strings.part());
  const looks = await packFile('xl/styles.xml', [styles.part()]);
  const rest = await Promise.all(workbookParts(model).map(([path, xml]) => packFile(path, [xml])));
  return archiveOf([...rest, ...sheets, looks, texts]);
}

function* heard(parts: Iterable<string>, onRow: () => void): Generator<string> {
  for (const part of parts) {
    yield part;
    onRow();
  }
}
