import type { FormTable } from '../forms/table.ts';
import { OFFICIAL_SETUP, type PageSetup, type Paper, pageRoom } from './page-setup.ts';
import { CELL_PADDING } from './text-height.ts';
import { longestWord, textWidth } from './text-width.ts';

/** Programs round column widths to pixels of their own: so much of the page is left for that. */
const USABLE = 0.985;

/** Body sizes in points, the largest that fits is taken. Printed text must not be under 8 pt: a margin is kept. */
const SIZES = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5] as const;
const SMALLEST = 8.5;

const NARROWEST_AMOUNT = 3.25;
const NAME_WIDTHS = { least: 12, most: 26 } as const;
const NOTE_WIDTHS = { empty: 3.6, filled: 8 } as const;

/** Widths in em of the body size, without padding. */
export interface ColumnNeeds {
  readonly ordinal: number;
  readonly name: { readonly least: number; readonly most: number };
  readonly amounts: readonly number[];
  /** By amount column, the block that pages may break between. */
  readonly blocks: readonly string[];
  readonly note: number | null;
}

/** How an appendix stands on paper. Widths in points. */
export interface PageFit {
  readonly paper: Paper;
  /** Body size in points, as printed: sheets are never scaled. */
  readonly size: number;
  readonly ordinal: number;
  readonly name: number;
  readonly amounts: readonly number[];
  readonly note: number | null;
  /** Counts of amount columns that the pages side by side hold. */
  readonly pages: readonly number[];
}

/** What the columns need for their texts; `printed` holds the widest amounts as printed, by column. */
export function columnNeeds(table: FormTable, printed: readonly (readonly string[])[]): ColumnNeeds {
  const em = { size: 1, bold: true };
  const widest = (texts: readonly string[]): number => largest(texts.map((text) => textWidth(text, em)));
  const names = table.rows.filter((row) => row.kind === 'row').map((row) => row.name);
  const longestName = Math.max(
    NAME_WIDTHS.least,
    widest(names) + largest(table.rows.map((row) => row.level)),
  );
  return {
    ordinal: Math.max(1.6, widest(table.rows.map((row) => row.ordinal)), textWidth('TT', em)),
    name: { least: NAME_WIDTHS.least, most: Math.min(NAME_WIDTHS.most, longestName) },
    amounts: table.columns.map((column, at) =>
      Math.max(NARROWEST_AMOUNT, longestWord(column.path.at(-1) ?? '', em), widest(printed[at] ?? [])),
    ),
    blocks: table.columns.map((column) => column.block),
    note: table.notes
      ? table.rows.some((row) => row.note !== '')
        ? NOTE_WIDTHS.filled
        : NOTE_WIDTHS.empty
      : null,
  };
}

/** The largest of any number of values, or 0: a call takes only so many arguments. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

type Breaks = 'none' | 'block' | 'column';

/** The ways to lay a form out, the most wanted first: one page wide, then several that break between blocks. */
function waysOn({ papers }: PageSetup): { readonly paper: Paper; readonly breaks: Breaks }[] {
  const [first] = papers;
  return [
    ...papers.map((paper) => ({ paper, breaks: 'none' as const })),
    ...papers.map((paper) => ({ paper, breaks: 'block' as const })),
    { paper: papers.at(-1) ?? first, breaks: 'column' },
  ];
}

/** Paper, body size and column widths for a form (domain.md, "How an appendix looks"). */
export function fitPage(needs: ColumnNeeds, setup: PageSetup = OFFICIAL_SETUP): PageFit {
  for (const { paper, breaks } of waysOn(setup)) {
    const room = pageRoom(paper, setup).width * USABLE;
    const pagesAt = (size: number): number[] | null => pagesOf(needs, size, room, breaks);
    const fewest = pagesAt(SMALLEST)?.length;
    if (fewest === undefined) continue;
    const size = SIZES.find((one) => pagesAt(one)?.length === fewest) ?? SMALLEST;
    return widened(needs, size, room, paper, pagesAt(size) ?? []);
  }
  throw new Error('a form has no column that fits on its paper');
}

interface Widths {
  readonly ordinal: number;
  readonly name: number;
  readonly amounts: readonly number[];
  readonly note: number;
}

function widthsAt(needs: ColumnNeeds, size: number): Widths {
  const points = (em: number): number => em * size + CELL_PADDING;
  return {
    ordinal: points(needs.ordinal),
    name: points(needs.name.least),
    amounts: needs.amounts.map(points),
    note: needs.note === null ? 0 : points(needs.note),
  };
}

/** Fills pages side by side from the left; null where a piece that must not be broken is wider than a page. */
function pagesOf(needs: ColumnNeeds, size: number, room: number, breaks: Breaks): number[] | null {
  const widths = widthsAt(needs, size);
  const free = room - widths.ordinal - widths.name;
  const pages: number[] = [];
  let used = 0;
  let held = 0;
  for (const piece of piecesOf(needs.blocks, breaks)) {
    const isLast = piece.to === widths.amounts.length;
    const own = sum(widths.amounts.slice(piece.from, piece.to)) + (isLast ? widths.note : 0);
    // On the widest paper a single column has to do, however wide its amounts.
    if (own > free && !(breaks === 'column' && piece.to - piece.from === 1)) return null;
    if (held > 0 && used + own > free) {
      pages.push(held);
      used = 0;
      held = 0;
    }
    used += own;
    held += piece.to - piece.from;
  }
  return [...pages, held];
}

function piecesOf(blocks: readonly string[], breaks: Breaks): { from: number; to: number }[] {
  if (breaks === 'none') return [{ from: 0, to: blocks.length }];
  const pieces: { from: number; to: number }[] = [];
  blocks.forEach((block, at) => {
    const piece = pieces.at(-1);
    if (breaks === 'block' && piece && blocks[at - 1] === block) piece.to = at + 1;
    else pieces.push({ from: at, to: at + 1 });
  });
  return pieces;
}

/** Gives the room that is left first to the names, then evenly to the amounts, alike on all pages. */
function widened(
  needs: ColumnNeeds,
  size: number,
  room: number,
  paper: Paper,
  pages: readonly number[],
): PageFit {
  const widths = widthsAt(needs, size);
  let from = 0;
  const left = pages.map((count) => {
    const isLast = from + count === widths.amounts.length;
    const used = sum(widths.amounts.slice(from, from + count)) + (isLast ? widths.note : 0);
    from += count;
    return { room: Math.max(0, room - widths.ordinal - widths.name - used), count };
  });
  const forName = Math.min(...left.map((page) => page.room), (needs.name.most - needs.name.least) * size);
  const forEach = Math.min(
    ...left.map((page) => (page.count === 0 ? 0 : (page.room - forName) / page.count)),
  );
  return {
    paper,
    size,
    ordinal: widths.ordinal,
    name: widths.name + forName,
    amounts: widths.amounts.map((width) => width + forEach),
    note: needs.note === null ? null : widths.note,
    pages,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
