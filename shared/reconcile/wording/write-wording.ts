import { GRAND_TOTAL, type Totals } from '../../engine/totals.ts';
import type { Dong } from '../../money/dong.ts';
import { amountInWords } from '../../money/words.ts';
import type { RowId, SourceId } from '../../plan/ids.ts';
import { isLeafAt, outlineOf } from '../../plan/outline.ts';
import { CAPITALS, type Capital, type Plan, type Row, type Source } from '../../plan/plan.ts';
import { subSources } from '../../plan/sources.ts';
import { mentionsIn } from '../../prose/mentions.ts';
import { outlineOfText } from '../../prose/outline.ts';
import { amountWording } from './amount-wording.ts';
import { RowReferences } from './row-references.ts';
import { SourceWords } from './source-words.ts';

/** One paragraph of the wording. `depth` says how far a point is set in, 0 for none. */
export interface WordingLine {
  readonly kind: 'title' | 'heading' | 'text' | 'point';
  readonly depth: number;
  readonly text: string;
}

/** Marks of points, the outermost first. */
const POINTS = ['-', '+', '•'] as const;
const STANDARD_SOURCES = {
  central: 'Ngân sách trung ương',
  local: 'Ngân sách địa phương',
  other: 'Vốn huy động hợp pháp khác',
} as const;
const STANDARD_CAPITALS = {
  investment: 'vốn đầu tư phát triển',
  recurrent: 'vốn sự nghiệp',
  none: 'vốn chưa phân loại',
} as const;

/**
 * The funding paragraphs of a plan, in the style of the reference plan (Decision 1424/QĐ-UBND of Vĩnh Long): every project
 * without parts with its sources and their kinds, then the whole programme, then its total in words. Reading it back and
 * holding the plan against it finds no difference: whatever is written is written so that it is read.
 */
export function writeWording(plan: Plan, totals: Totals): WordingLine[] {
  return new WordingWriter(plan, totals).lines();
}

/** The paragraphs as plain text. */
export function wordingText(lines: readonly WordingLine[]): string {
  return `${lines.map(({ text }) => text).join('\n')}\n`;
}

class WordingWriter {
  readonly #plan: Plan;
  readonly #totals: Totals;
  readonly #references: RowReferences;
  readonly #words: SourceWords;

  constructor(plan: Plan, totals: Totals) {
    this.#plan = plan;
    this.#totals = totals;
    this.#references = new RowReferences(plan);
    this.#words = new SourceWords(plan);
  }

  lines(): WordingLine[] {
    const { first, last } = this.#plan.period;
    const years = first === last ? `năm ${first}` : `giai đoạn ${first} - ${last}`;
    const whole = this.#total(GRAND_TOTAL);
    return [
      { kind: 'title', depth: 0, text: 'I. KINH PHÍ THỰC HIỆN TỪNG PHẦN CỦA CHƯƠNG TRÌNH' },
      ...this.#rows(),
      { kind: 'title', depth: 0, text: 'II. TỔNG KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH' },
      ...this.#money(GRAND_TOTAL, `Tổng nguồn vốn thực hiện Chương trình ${years} là`),
      ...(whole === 0n
        ? []
        : [text(`Tổng kinh phí: ${inDong(whole)} (${amountInWords(whole, this.#plan.header.words)}).`)]),
    ];
  }

  #rows(): WordingLine[] {
    const { rows } = this.#plan;
    const outline = outlineOf(rows);
    const numbers: number[] = [];
    return rows.flatMap((row, at) => {
      const level = outline.level[at] ?? 1;
      numbers.length = level;
      numbers[level - 1] = (numbers[level - 1] ?? 0) + 1;
      const mark = numbers.join('.');
      return [
        { kind: 'heading' as const, depth: level - 1, text: `${mark}. ${this.#headingOf(row, level)}` },
        ...(isLeafAt(outline, at) ? this.#money(at, 'Nhu cầu kinh phí:') : []),
      ];
    });
  }

  /** A heading by which the row is known again: its number and name, its name, or at last its code. */
  #headingOf(row: Row, level: number): string {
    const { levels } = this.#plan.programme;
    const { name: kind = '', codePrefix = '' } = levels[Math.min(level, levels.length) - 1] ?? {};
    const number = row.code.slice(row.code.lastIndexOf('-') + 1).slice(codePrefix.length);
    const numbered = /^\d+$/u.test(number) && kind !== '' ? `${kind} ${Number(number)}` : null;
    const name = row.name.replaceAll(/\s+/gu, ' ').trim();
    const coded = `(mã số ${row.code})`;
    const candidates = [
      ...(numbered === null ? [] : name === '' ? [numbered] : [`${numbered}: ${name}`, numbered]),
      ...(name === '' ? [] : [name, `${name} ${coded}`]),
      coded,
    ];
    return candidates.find((heading) => this.#isOf(heading, row.id, row.parent)) ?? coded;
  }

  #isOf(heading: string, row: RowId, under: RowId | null): boolean {
    const [line, ...more] = outlineOfText(`1. ${heading}`);
    if (!line || more.length > 0 || line.mark !== '1.') return false;
    const referred = this.#references.heading(heading, under);
    return referred?.kind === 'row' && referred.row === row && mentionsIn(heading).mentions.length === 0;
  }

  /** A total and the sources that make it, largest division first. */
  #money(at: number, lead: string): WordingLine[] {
    const groups = this.#plan.sources.filter((source) => source.parent === null);
    const parts = groups.flatMap((group) => this.#source(at, group, 0));
    if (parts.length === 0) return [text('Chưa bố trí kinh phí.')];
    return [text(`${lead} ${amountWording(this.#total(at))}, trong đó:`), ...ended(parts)];
  }

  #source(at: number, source: Source, depth: number): WordingLine[] {
    const kinds = this.#kinds(at, source.id);
    if (kinds.length === 0) return [];
    const head = `${POINTS[depth] ?? '•'} ${this.#nameOf(source)}: ${amountWording(this.#total(at, source.id))}`;
    const subs = subSources(this.#plan.sources, source.id);
    const readable =
      depth + 1 < POINTS.length && subs.every((sub) => this.#words.read(sub.name).source === sub.id);
    const parts = readable ? subs.flatMap((sub) => this.#source(at, sub, depth + 1)) : [];
    if (parts.length > 0) return [{ kind: 'point', depth, text: `${head}, gồm:` }, ...parts];
    return [{ kind: 'point', depth, text: `${head}${this.#kindsText(source, kinds)};` }];
  }

  #kinds(at: number, source: SourceId): { readonly capital: Capital; readonly amount: Dong }[] {
    return CAPITALS.flatMap((capital) => {
      if (!this.#totals.shape.slotOf.has(`${source}|${capital}`)) return [];
      const amount = this.#total(at, source, capital);
      return amount === 0n ? [] : [{ capital, amount }];
    });
  }

  #kindsText(source: Source, kinds: readonly { readonly capital: Capital; readonly amount: Dong }[]): string {
    const [only, ...more] = kinds;
    // Money that never has a kind says none.
    if (only?.capital === 'none' && more.length === 0 && source.capitals.every((kind) => kind === 'none'))
      return '';
    if (only && more.length === 0) return ` (${this.#kindName(only.capital)})`;
    return ` (${kinds.map(({ capital, amount }) => `${this.#kindName(capital)}: ${amountWording(amount)}`).join('; ')})`;
  }

  #kindName(capital: Capital): string {
    if (capital === 'none') return STANDARD_CAPITALS.none;
    const own = this.#plan.programme[capital].long.replaceAll(/\s+/gu, ' ').trim();
    const name = own.charAt(0).toLowerCase() + own.slice(1);
    return /^[\p{L} ]+$/u.test(name) && this.#words.read(name).capital === capital
      ? name
      : STANDARD_CAPITALS[capital];
  }

  #nameOf({ name, id, parent, group }: Source): string {
    const own = name.replaceAll(/\s+/gu, ' ').trim();
    return parent === null && (this.#words.read(own).source !== id || /[^\p{L} ]/u.test(own))
      ? STANDARD_SOURCES[group]
      : own;
  }

  #total(at: number, source: SourceId | 'all' = 'all', capital: Capital | 'all' = 'all'): Dong {
    return this.#totals.read(at, this.#totals.address({ years: 'period', source, capital }));
  }
}

/** Points end in semicolons, the last in a full stop. */
function ended(points: readonly WordingLine[]): WordingLine[] {
  return points.map((point, at) =>
    at === points.length - 1 ? { ...point, text: point.text.replace(/;$/u, '.') } : point,
  );
}

function text(line: string): WordingLine {
  return { kind: 'text', depth: 0, text: line };
}

function inDong(amount: Dong): string {
  const digits = (amount < 0n ? -amount : amount).toString().replaceAll(/\B(?=(\d{3})+$)/gu, '.');
  return `${amount < 0n ? 'âm ' : ''}${digits} đồng`;
}
