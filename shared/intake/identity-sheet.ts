import { z } from 'zod';
import { FORM_IDS, type FormId } from '../forms/form.ts';
import { REPORT_IDS } from '../forms/print-choice.ts';
import type { PrintOptions } from '../forms/print-options.ts';
import type { FormTable } from '../forms/table.ts';
import { UNITS, type Unit } from '../money/unit.ts';
import type { SourceId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { NO_REVIEW } from '../plan/review.ts';
import { planStructureSchema } from '../plan/schema.ts';
import { leafSources, printYears } from '../plan/sources.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import { columnLetters, textAt } from './cell-address.ts';
import type { RawSheet } from './raw-workbook.ts';
import { planStructureFault } from './structure-fault.ts';

/**
 * The hidden sheet of an exported workbook. It says what the visible cells cannot: which plan this is, the code of
 * every row, the id of every column, how many years each source funds. Amounts are not here: they are read from the
 * visible cells, where the officer may have changed them. Every line is a keyword and its values, and lines that
 * begin with # explain them to a person.
 */
export const IDENTITY_SHEET = '_phu_luc';
export const IDENTITY_FORMAT = 'phu-luc-kinh-phi';
/** Raised whenever an older planner would misread what a newer one wrote. */
export const IDENTITY_VERSION = 2;
/** What a form with the official options still is. */
const FIRST_VERSION = 1;

export type IdentityLine = readonly (string | number)[];
export type PlanStructure = Omit<Plan, 'amounts'>;

/** Where an appendix stands on its sheet, rows and columns from 1. The block holds amounts, total rows included. */
export interface AppendixPlace {
  readonly titleRow: number;
  readonly decisionRow: number;
  readonly unitRow: number;
  readonly block: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
}

const STRUCTURE: z.ZodType<PlanStructure> = planStructureSchema;

export interface Identity {
  readonly form: FormId;
  /** Where the form stands: the name of its sheet and of its amount block. */
  readonly sheet: string;
  readonly block: string;
  /** How it was printed, as far as that changes where its cells are. */
  readonly printed: PrintedAs;
  readonly structure: PlanStructure;
  readonly place: AppendixPlace;
  readonly columns: readonly string[];
}

/** What a reader must know of the options of an export: they move cells, or say amounts in another unit. */
export interface PrintedAs {
  readonly totals: PrintOptions['totals'];
  readonly numbers: boolean;
  readonly unit: Unit;
}

const KEY = {
  printed: 'cach_in',
  format: 'dinh_dang',
  form: 'bieu',
  unit: 'don_vi_tinh',
  place: 'vi_tri',
  source: 'nguon',
  column: 'cot',
  row: 'dong',
  plan: 'ke_hoach',
} as const;

/** The defined name of an appendix's amount block: it follows rows that are inserted above or inside. */
export function blockName(form: string): string {
  return `so_lieu_${form}`;
}

/** The column in which a source's line holds its number of funded years: total formulas multiply by that cell. */
export const YEAR_COUNT_COLUMN = 4;

/** The line (from 1) that holds a source's number of funded years. */
export function yearCountRow(lines: readonly IdentityLine[], source: SourceId): number | undefined {
  const at = lines.findIndex((line) => line[0] === KEY.source && line[1] === source);
  return at < 0 ? undefined : at + 1;
}

/** Names are here for a person's eyes only: a few words are enough. */
const LONGEST_SHOWN = 200;

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Well under Excel's 32 767 characters a cell. */
const CHUNK = 30_000;

/**
 * The lines of a form. `printed` is given where its options are not the official ones, `names` where its sheet is not
 * called as its form: an older planner, which knows neither, then refuses the file as newer.
 */
export function identityLines(
  plan: Plan,
  table: FormTable,
  place: AppendixPlace,
  printed: PrintedAs | null = null,
  names: { readonly sheet: string; readonly block: string } | null = null,
): IdentityLine[] {
  const { block } = place;
  const version = printed || names ? IDENTITY_VERSION : FIRST_VERSION;
  const lines: IdentityLine[] = [
    [
      '# Trang ẩn này giúp phần mềm Phụ lục Kinh phí đọc lại đúng tệp này: xin đừng sửa, đừng xóa. Số tiền được đọc từ trang phụ lục, không phải từ đây.',
    ],
    [KEY.format, IDENTITY_FORMAT, version],
    [KEY.form, table.base ?? table.form, ...(names ? [names.sheet, names.block] : [])],
    [KEY.unit, table.unit],
    ...(printed ? [[KEY.printed, printed.totals, printed.numbers ? 1 : 0]] : []),
    [
      '# vi_tri: dòng tên phụ lục, dòng căn cứ, dòng đơn vị tính; dòng đầu, cột đầu, dòng cuối, cột cuối của khối số liệu',
    ],
    [
      KEY.place,
      place.titleRow,
      place.decisionRow,
      place.unitRow,
      block.top,
      block.left,
      block.bottom,
      block.right,
    ],
    ['# nguon: mã nguồn, tên nguồn, số năm được bố trí (công thức dùng ô này), các năm'],
    ...leafSources(plan.sources).map((source) => [
      KEY.source,
      source.id,
      shown(source.name),
      source.years.length,
      printYears(source.years),
    ]),
    ['# cot: cột của trang phụ lục, mã cột, tiêu đề'],
    ...table.columns.map((column, at) => [
      KEY.column,
      columnLetters(block.left + at),
      column.id,
      shown(column.path.join(' / ')),
    ]),
    ['# dong: dòng của trang phụ lục, loại dòng, mã, TT, nội dung'],
    ...table.rows.map((row, at) => [
      KEY.row,
      block.top + at,
      row.kind,
      row.code,
      row.ordinal,
      shown(row.name),
    ]),
    ['# ke_hoach: phần thứ mấy, nội dung (JSON, mọi thứ của kế hoạch trừ số tiền)'],
    ...chunksOf(structureJson(plan)).map((chunk, at) => [KEY.plan, at + 1, chunk]),
  ];
  return lines;
}

/** Without its review: what an office said to itself about a plan does not go out with the appendix. */
function structureJson({ amounts: _, ...structure }: Plan): string {
  const json = JSON.stringify(z.encode(STRUCTURE, { ...structure, review: NO_REVIEW }));
  // As JSON escapes: what XML cannot carry, and _x, for spreadsheets read _x000D_ as a control character.
  return json.replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|_(?=x)/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Pieces of at most CHUNK units that never cut a character in two, nor begin or end with a space. */
function chunksOf(json: string): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < json.length; ) {
    let to = Math.min(from + CHUNK, json.length);
    while (to < json.length && to > from + 1 && !cutsCleanly(json, to)) to -= 1;
    chunks.push(json.slice(from, to));
    from = to;
  }
  return chunks;
}

function cutsCleanly(text: string, at: number): boolean {
  return !/[\s\ud800-\udbff]/.test(text.charAt(at - 1)) && !/\s/.test(text.charAt(at));
}

const whole = z.coerce.number().pipe(z.int().min(1).max(1_048_576));
const placeSchema = z.tuple([whole, whole, whole, whole, whole, whole, whole]);
const headSchema = z.object({ form: z.enum(FORM_IDS), unit: z.enum(UNITS), place: placeSchema });

/** The identity that a hidden sheet states; refused where the sheet was changed or a newer planner wrote it. */
export function readIdentity(sheet: RawSheet): Result<Identity> {
  const lines = linesOf(sheet);
  const values = (key: string): readonly string[] => lines.find((line) => line[0] === key)?.slice(1) ?? [];
  const [format, version = ''] = values(KEY.format);
  if (format !== IDENTITY_FORMAT) return refuse('workbook.identityDamaged', { sheet: sheet.name });
  if (version !== `${FIRST_VERSION}` && version !== `${IDENTITY_VERSION}`)
    return refuse('workbook.newerVersion', { version });
  const [form = '', sheetOfForm = form, block = blockName(form)] = values(KEY.form).filter(
    (text) => text !== '',
  );
  if (REPORT_IDS.some((id) => id === form)) return refuse('workbook.formLoses', { form });
  const [totals = 'last', numbers = '0'] = values(KEY.printed);

  const head = headSchema.safeParse({
    form,
    unit: values(KEY.unit)[0],
    place: values(KEY.place).slice(0, 7),
  });
  const json = lines
    .filter((line) => line[0] === KEY.plan)
    .map((line) => line[2] ?? '')
    .join('');
  const structure = z.safeDecode(STRUCTURE, parsed(json));
  if (!head.success || !structure.success || planStructureFault(structure.data)) {
    return refuse('workbook.identityDamaged', { sheet: sheet.name });
  }
  const [titleRow, decisionRow, unitRow, top, left, bottom, right] = head.data.place;
  return ok({
    form: head.data.form,
    sheet: sheetOfForm,
    block,
    printed: {
      totals: totals === 'first' ? 'first' : 'last',
      numbers: numbers === '1',
      unit: head.data.unit,
    },
    structure: structure.data,
    place: { titleRow, decisionRow, unitRow, block: { top, left, bottom, right } },
    columns: lines.filter((line) => line[0] === KEY.column).map((line) => line[2] ?? ''),
  });
}

/** The lines in order, as text. An empty first cell ends them. */
function linesOf(sheet: RawSheet): string[][] {
  const lines: string[][] = [];
  for (let row = 1; textAt(sheet, row, 1) !== ''; row++) {
    lines.push(Array.from({ length: 8 }, (_, at) => textAt(sheet, row, at + 1)));
  }
  return lines;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
