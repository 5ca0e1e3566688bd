import { z } from 'zod';

/** The text of a Word file, and what of it a reader of plain text would not notice. */
export interface WordText {
  readonly text: string;
  readonly tables: number;
}

/** The parts of mammoth's document that hold text; what else there is, is passed over. */
const partSchema = z.looseObject({
  type: z.string(),
  value: z.string().optional(),
  children: z.array(z.unknown()).optional(),
  numbering: z.looseObject({ isOrdered: z.boolean(), level: z.union([z.string(), z.number()]) }).nullish(),
});

const DEEPEST_LEVEL = 8;
/** Marks of Word's own lists, which are no part of its text: by level, from the outermost. */
const POINTS = ['-', '+', '•'] as const;

/**
 * The text of a .docx by mammoth, a line a paragraph. Numbers that Word counts itself are counted again, for they part a text
 * into sections; cells of a table's row stand in one line, parted by tabs. Throws what mammoth throws at a damaged file.
 */
export async function readWord(bytes: Uint8Array): Promise<WordText> {
  const { default: mammoth } = await import('mammoth');
  const reader = new PartReader();
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      externalFileAccess: false,
      includeDefaultStyleMap: false,
      transformDocument: (document: unknown) => {
        reader.read(document);
        // Its text is all that is wanted: there is nothing left to make HTML of.
        return { type: 'document', children: [], notes: { resolve: () => [] }, comments: [] };
      },
    },
  );
  return { text: reader.lines.join('\n'), tables: reader.tables };
}

class PartReader {
  readonly lines: string[] = [];
  tables = 0;
  /** How far Word's own numbering is, by level. */
  readonly #counts: number[] = [];

  read(part: unknown): void {
    const { type, children = [], numbering } = partSchema.parse(part);
    if (type === 'paragraph') this.lines.push(`${this.#mark(numbering)}${textOf(children)}`);
    else if (type === 'table') {
      this.tables += 1;
      for (const row of children) this.lines.push(cellsOf(row).join('\t'));
    } else for (const child of children) this.read(child);
  }

  #mark(numbering: z.output<typeof partSchema>['numbering']): string {
    if (!numbering) return '';
    const level = levelOf(numbering.level);
    if (!numbering.isOrdered) return `${POINTS[Math.min(level, POINTS.length - 1)]} `;
    this.#counts.length = Math.min(this.#counts.length, level + 1);
    for (let at = 0; at <= level; at += 1) this.#counts[at] ??= 0;
    this.#counts[level] = (this.#counts[level] ?? 0) + 1;
    return `${this.#counts.map((count) => Math.max(1, count)).join('.')}. `;
  }
}

/** Word has nine levels; a file may state any number, which must not become a count of steps. */
function levelOf(stated: string | number): number {
  const level = Number(stated);
  return Number.isInteger(level) && level >= 0 && level <= DEEPEST_LEVEL ? level : 0;
}

function cellsOf(row: unknown): string[] {
  const { children = [] } = partSchema.parse(row);
  return children.map((cell) => {
    const inner = new PartReader();
    for (const part of partSchema.parse(cell).children ?? []) inner.read(part);
    return inner.lines.join(' ').replaceAll(/\s+/gu, ' ').trim();
  });
}

function textOf(parts: readonly unknown[]): string {
  return parts
    .map((part) => {
      const { type, value = '', children = [] } = partSchema.parse(part);
      if (type === 'text') return value;
      if (type === 'tab') return '\t';
      return type === 'break' ? '\n' : textOf(children);
    })
    .join('');
}
