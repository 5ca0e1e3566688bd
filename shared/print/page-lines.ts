import type { LinesBelow, PrintedLine } from './furniture.ts';
import { linesInHeight, textHeight, textRoom } from './text-height.ts';
import { piecesOfLines } from './text-width.ts';

/** A line around the table with the room it takes. */
export interface PlacedLine extends PrintedLine {
  /** The signature stands in the right part of the page. */
  readonly signs: boolean;
  /** Points, with the space above it. */
  readonly height: number;
}

/** The part of the page's width that the signature has. */
export const SIGNATURE_SHARE = 0.45;
const ABOVE_SIGNATURE = 12;

/** Lines that stay on one page. */
type Group = readonly PlacedLine[];

export function heightOfLinesPlaced(lines: readonly PlacedLine[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

/** Lines with their heights on a page of that width; one that is taller than a page goes on as another line. */
export function placedLines(
  lines: readonly PrintedLine[],
  page: { readonly width: number; readonly height: number },
  signs = false,
): PlacedLine[] {
  const width = signs ? page.width * SIGNATURE_SHARE : page.width;
  return lines.flatMap((line) => {
    const look = { size: line.size, bold: line.bold, indent: 0 };
    const most = linesInHeight(page.height - line.space, line.size);
    return piecesOfLines(line.text, look, textRoom(width, 0), most).map((text, piece): PlacedLine => {
      const space = piece === 0 ? line.space : 0;
      return { ...line, text, space, signs, height: textHeight(text, look, width) + space };
    });
  });
}

/** The lines under the table; the signature is kept with the last line of the content. */
export function tailGroups(
  { content, signature }: LinesBelow,
  page: { readonly width: number; readonly height: number },
): Group[] {
  const said = placedLines(content, page);
  const signed = placedLines(
    signature.map((line, at) => (at === 0 ? { ...line, space: ABOVE_SIGNATURE } : line)),
    page,
    true,
  );
  const last = [...said.slice(-1), ...signed];
  const groups: Group[] = said.slice(0, -1).map((line) => [line]);
  return heightOfLinesPlaced(last) <= page.height
    ? [...groups, last]
    : [...groups, ...last.map((line) => [line])];
}

/** Groups in their order on pages: the first has `first` points left, the others are whole. The first may be empty. */
export function flowGroups(groups: readonly Group[], first: number, whole: number): PlacedLine[][] {
  const pages: PlacedLine[][] = [[]];
  let left = first;
  for (const group of groups) {
    const height = heightOfLinesPlaced(group);
    if (height > left) {
      pages.push([]);
      left = whole;
    }
    pages.at(-1)?.push(...group);
    left -= height;
  }
  return pages;
}
