import type { Paper } from '../forms/print-options.ts';

export type { Paper };

const LANDSCAPE: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 297, height: 210 },
  A3: { width: 420, height: 297 },
};

export const POINTS_PER_MM = 72 / 25.4;

/** Millimetres. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How an office prints. */
export interface PageSetup {
  /** The papers that may be used, the most wanted first. */
  readonly papers: readonly [Paper, ...Paper[]];
  readonly margins: Margins;
}

/** As NĐ 30/2020/NĐ-CP sets it; A3 where A4 does not hold the table. */
export const OFFICIAL_SETUP: PageSetup = {
  papers: ['A4', 'A3'],
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
};

/** A sheet in millimetres. */
export function sheetSize(paper: Paper): { readonly width: number; readonly height: number } {
  return LANDSCAPE[paper];
}

/** What a page holds inside its margins, in points. */
export function pageRoom(
  paper: Paper,
  { margins }: PageSetup,
): { readonly width: number; readonly height: number } {
  const { width, height } = LANDSCAPE[paper];
  return {
    width: (width - margins.left - margins.right) * POINTS_PER_MM,
    height: (height - margins.top - margins.bottom) * POINTS_PER_MM,
  };
}

/** The official set-up, on the one paper that was chosen where one was. */
export function setupOn(paper: Paper | null): PageSetup {
  return paper === null ? OFFICIAL_SETUP : { ...OFFICIAL_SETUP, papers: [paper] };
}
