import { writeArchive } from '../../../electron/workbook/zip/write-archive.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface RawParts {
  /** What stands inside <worksheet>. */
  readonly sheet: string;
  /** What stands inside <sst>. */
  readonly texts?: string;
  /** What stands inside <styleSheet>. */
  readonly styles?: string;
  /** Before the root of the sheet. */
  readonly prolog?: string;
}

/** A workbook of one sheet from bare XML, as no program would write it. */
export function packageOf({ sheet, texts = '', styles = '', prolog = '' }: RawParts): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/a.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="/xl/texts.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="looks.xml"/></Relationships>`,
    'xl/worksheets/a.xml': `${prolog}<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    'xl/texts.xml': `<sst xmlns="${MAIN}">${texts}</sst>`,
    'xl/looks.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
  };
  return writeArchive(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })));
}
