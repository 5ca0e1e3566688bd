import type { RowId } from '../../plan/ids.ts';
import { depthOfStyle, type Item } from '../../prose/outline.ts';
import type { Span } from '../../prose/text-reading.ts';
import type { Contradiction, RowReferences } from './row-references.ts';

/** What of the plan an item of the text is about. */
export interface Section {
  /** Null for the whole programme. */
  readonly row: RowId | null;
  /** The row cannot be told: the heading names one that the plan lacks, or contradicts itself. */
  readonly doubt: 'unknownRow' | 'contradiction' | null;
}

/** A heading whose number and name are of two rows. */
export interface HeadingQuestion extends Contradiction {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Heading extends Section {
  /** The depth of its mark; of one without a mark, that of the heading that it stands under and a half. */
  readonly depth: number;
}

const PROGRAMME: Section = { row: null, doubt: null };
/** Marks of points, not of headings. */
const POINTS: readonly string[] = ['dash', 'plus', 'bullet'];
const LONGEST_HEADING = 400;

/**
 * The section of every item: headings that name a row open one, and it lasts until a heading of the same kind or a greater one.
 * `hasAmount` says which items print amounts; those are points of a section unless they begin with a row's own number.
 * A table that came as text ends all sections, for its lines are no headings. `answers` decides headings that contradict themselves, by where they start.
 */
export function sectionsOf(
  text: string,
  items: readonly Item[],
  hasAmount: readonly boolean[],
  references: RowReferences,
  answers: ReadonlyMap<number, RowId>,
  tables: readonly Span[],
): { readonly sections: readonly Section[]; readonly questions: readonly HeadingQuestion[] } {
  const questions: HeadingQuestion[] = [];
  let open: Heading[] = [];
  const sections = items.map((item, at): Section => {
    if (tables.some(({ start, end }) => item.start < end && start < item.end)) {
      open = [];
      return PROGRAMME;
    }
    const body = text.slice(item.body, Math.min(item.end, item.body + LONGEST_HEADING));
    const marked = item.style !== 'none' && !POINTS.includes(item.style);
    const depth = depthOfStyle(item.style);
    if (!item.newLine) return open.at(-1) ?? PROGRAMME;
    // A marked line ends whatever stands under its mark, whether or not it opens a section of its own.
    if (marked) open = open.filter((heading) => heading.depth < depth);
    if (hasAmount[at]) return open.at(-1) ?? PROGRAMME;
    const above = open.findLast(({ row }) => row !== null)?.row ?? null;
    const answer = answers.get(item.start);
    const referred = answer ? ({ kind: 'row', row: answer } as const) : references.heading(body, above);
    if (referred === null) {
      if (item.style === 'none' ? isTitle(body) : ['roman', 'capital'].includes(item.style)) {
        open = [...(item.style === 'none' ? [] : open), { ...PROGRAMME, depth: marked ? depth : 0 }];
      } else if (marked) {
        const { row, doubt } = open.at(-1) ?? PROGRAMME;
        open = [...open, { row, doubt, depth }];
      }
      return open.at(-1) ?? PROGRAMME;
    }
    if (POINTS.includes(item.style)) return open.at(-1) ?? PROGRAMME;
    if (referred.kind === 'contradiction') {
      const { byNumber, byName } = referred;
      questions.push({
        byNumber,
        byName,
        start: item.start,
        end: item.end,
        text: text.slice(item.start, item.end).trim(),
      });
    }
    const section: Section =
      referred.kind === 'row'
        ? { row: referred.row, doubt: null }
        : { row: null, doubt: referred.kind === 'contradiction' ? 'contradiction' : 'unknownRow' };
    open = marked
      ? [...open, { ...section, depth }]
      : [...withoutUnmarked(open), { ...section, depth: unmarkedDepth(open) }];
    return section;
  });
  return { sections, questions };
}

/** A line all in capitals begins something new: "PHỤ LỤC", "KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH". */
function isTitle(body: string): boolean {
  const letters = body.replaceAll(/[^\p{L}]/gu, '');
  return letters.length >= 5 && letters === letters.toUpperCase();
}

/** Headings without marks stand beside each other: the next takes the place of the last. */
function withoutUnmarked(open: readonly Heading[]): Heading[] {
  return open.filter(({ depth }) => Number.isInteger(depth));
}

function unmarkedDepth(open: readonly Heading[]): number {
  return (withoutUnmarked(open).at(-1)?.depth ?? 0) + 0.5;
}
