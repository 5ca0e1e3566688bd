import { columnNumber } from '../../../shared/intake/cell-address.ts';
import type { RawNote, RawRange } from '../../../shared/intake/raw-workbook.ts';
import type { ArchiveFile } from '../zip/read-archive.ts';

/** A package with only what cell values need, and its defined names. */
export interface PareResult {
  readonly files: readonly ArchiveFile[];
  readonly names: ReadonlyMap<string, RawRange>;
  /** Merged ranges by the sheet's name. */
  readonly merges: ReadonlyMap<string, readonly Span[]>;
  /** Hidden columns from 1 by the sheet's name. */
  readonly hiddenColumns: ReadonlyMap<string, ReadonlySet<number>>;
  readonly notes: readonly RawNote[];
}

type Span = Omit<RawRange, 'sheet'>;

const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;
const SHEET = /<sheet\b([^>]*)\/?>/g;
const RELATION = /<Relationship\b([^>]*)\/?>/g;
const MERGE = /<mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** More no heading and no table has; a file that merges a million cells is read without them. */
const MOST_MERGES = 50_000;
const DEFINED_NAMES = /<definedNames>.*?<\/definedNames>/s;
const DEFINED_NAME = /<definedName\b([^>]*)>([^<]*)<\/definedName>/g;
const COLUMNS = /<cols>.*?<\/cols>/s;
const COLUMN = /<col\b([^>]*)\/?>/g;
/** Excel's own limit: column XFD. */
const MOST_COLUMNS = 16_384;
/** 'F1'!$C$9:$Q$24, with or without quotes and the second corner. */
const PLAIN_RANGE =
  /^(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]{1,3})\$(\d{1,7})(?::\$([A-Z]{1,3})\$(\d{1,7}))?$/;

/**
 * Leaves out pictures, comments, tables and the rest, which exceljs would read for nothing and sometimes fails on.
 * Defined names and merged ranges are read here: exceljs makes an object for each of their cells, and they may span a
 * whole sheet.
 */
export function parePackage(files: readonly ArchiveFile[]): PareResult {
  const names = new Map<string, RawRange>();
  const { merges, hiddenColumns } = sheetFacts(files);
  const kept = files.flatMap((file): ArchiveFile[] => {
    if (!NEEDED.test(file.path)) return [];
    if (file.path !== 'xl/workbook.xml') return [file];
    const xml = new TextDecoder().decode(file.bytes);
    const block = DEFINED_NAMES.exec(xml)?.[0] ?? '';
    for (const [, attributes = '', text = ''] of block.matchAll(DEFINED_NAME)) {
      const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
      const range = plainRange(decoded(text));
      if (name !== undefined && range) names.set(decoded(name), range);
    }
    return [{ path: file.path, bytes: new TextEncoder().encode(xml.replace(DEFINED_NAMES, '')) }];
  });
  return { files: kept, names, merges, hiddenColumns, notes: notesOf(files) };
}

function notesOf(files: readonly ArchiveFile[]): RawNote[] {
  const notes: RawNote[] = [];
  if (files.some((file) => file.path.startsWith('xl/externalLinks/'))) notes.push('externalLinks');
  if (files.some((file) => file.path.endsWith('vbaProject.bin'))) notes.push('macros');
  return notes;
}

function sheetFacts(files: readonly ArchiveFile[]): Pick<PareResult, 'merges' | 'hiddenColumns'> {
  const xmlOf = (path: string): string => {
    const file = files.find((one) => one.path === path);
    return file ? new TextDecoder().decode(file.bytes) : '';
  };
  const paths = new Map<string, string>();
  for (const [, attributes = ''] of xmlOf('xl/_rels/workbook.xml.rels').matchAll(RELATION)) {
    const target = attributeOf(attributes, 'Target').replace(/^\/?(?:xl\/)?/, '');
    paths.set(attributeOf(attributes, 'Id'), `xl/${target}`);
  }
  const merges = new Map<string, readonly Span[]>();
  const hiddenColumns = new Map<string, ReadonlySet<number>>();
  for (const [, attributes = ''] of xmlOf('xl/workbook.xml').matchAll(SHEET)) {
    const path = paths.get(attributeOf(attributes, 'r:id'));
    const xml = path === undefined ? '' : xmlOf(path);
    const from = xml.indexOf('<mergeCells');
    const spans: Span[] = [];
    if (from >= 0) {
      for (const [, left = '', top, right = '', bottom] of xml.slice(from).matchAll(MERGE)) {
        if (spans.length === MOST_MERGES) break;
        spans.push({
          top: Number(top),
          left: columnNumber(left),
          bottom: Number(bottom),
          right: columnNumber(right),
        });
      }
    }
    const name = decoded(attributeOf(attributes, 'name'));
    merges.set(name, spans);
    hiddenColumns.set(name, hiddenColumnsOf(xml));
  }
  return { merges, hiddenColumns };
}

function hiddenColumnsOf(xml: string): Set<number> {
  const hidden = new Set<number>();
  for (const [, attributes = ''] of (COLUMNS.exec(xml)?.[0] ?? '').matchAll(COLUMN)) {
    if (!/^(1|true)$/.test(attributeOf(attributes, 'hidden'))) continue;
    const last = Math.min(Number(attributeOf(attributes, 'max')), MOST_COLUMNS);
    for (let column = Number(attributeOf(attributes, 'min')); column <= last; column++) hidden.add(column);
  }
  return hidden;
}

function attributeOf(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}

function plainRange(text: string): RawRange | null {
  const match = PLAIN_RANGE.exec(text.trim());
  if (!match) return null;
  const [, quoted, bare = '', left = '', top = '', right = left, bottom = top] = match;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? bare,
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  };
}

function decoded(text: string): string {
  return text
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
