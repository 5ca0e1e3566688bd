import type { RawCell } from '../../../shared/intake/raw-workbook.ts';
import type { Archive } from '../zip/read-archive.ts';
import { isOn, readXml } from './xml.ts';

/** What a cell's style says of its meaning. */
export interface CellLook {
  /** Its number stands for a day or a time. */
  readonly isDate: boolean;
  /** Null where there is nothing to say, as for almost all cells. */
  readonly marks: Pick<RawCell, 'bold' | 'indent' | 'font'> | null;
}

/** Fonts that put Vietnamese letters at places of their own. */
const LEGACY_FONT = /^(\.Vn|VNI-)/i;
/** The programs' own formats of days and times (ECMA-376, 18.8.30, and those of East Asian languages). */
const isOwnDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The looks of a workbook by the number that cells name (cellXfs). */
export async function readCellLooks(archive: Archive, path: string): Promise<CellLook[]> {
  const looks: CellLook[] = [];
  if (archive.sizeOf(path) === 0) return looks;
  const fonts: { bold: boolean; name: string }[] = [];
  const dates = new Set<number>();
  let within = '';
  let format = 0;
  let font = 0;
  let indent = 0;
  await readXml(archive.pieces(path), {
    open: (tag, attributes) => {
      if (tag === 'fonts' || tag === 'cellXfs') within = tag;
      else if (tag === 'numFmt' && showsDate(attributes.formatCode ?? ''))
        dates.add(Number(attributes.numFmtId));
      else if (within === 'fonts') readFont(fonts, tag, attributes);
      else if (within === 'cellXfs' && tag === 'xf') {
        [format, font, indent] = [Number(attributes.numFmtId ?? 0), Number(attributes.fontId ?? 0), 0];
      } else if (within === 'cellXfs' && tag === 'alignment') indent = Number(attributes.indent ?? 0);
    },
    text: () => undefined,
    close: (tag) => {
      if (tag === within) within = '';
      if (within !== 'cellXfs' || tag !== 'xf') return;
      const { bold = false, name = '' } = fonts[font] ?? {};
      const isDate = isOwnDate(format) || dates.has(format);
      looks.push({ isDate, marks: marksOf(bold, indent, LEGACY_FONT.test(name) ? name : null) });
    },
  });
  return looks;
}

function readFont(
  fonts: { bold: boolean; name: string }[],
  tag: string,
  { val = '' }: Readonly<Record<string, string>>,
): void {
  if (tag === 'font') fonts.push({ bold: false, name: '' });
  const font = fonts.at(-1);
  if (!font) return;
  if (tag === 'b') font.bold = val === '' || isOn(val);
  if (tag === 'name') font.name = val;
}

function marksOf(bold: boolean, indent: number, font: string | null): CellLook['marks'] {
  if (!bold && indent === 0 && font === null) return null;
  return { ...(bold ? { bold } : {}), ...(indent > 0 ? { indent } : {}), ...(font === null ? {} : { font }) };
}

/** Whether a format has a part of a day or time outside its texts, colours and conditions; [h] is a part too. */
function showsDate(format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|[\\_*]./g, '').replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replaceAll(/general/gi, ''));
}
