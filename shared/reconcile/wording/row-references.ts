import type { RowId } from '../../plan/ids.ts';
import { outlineOf } from '../../plan/outline.ts';
import type { Plan, Row } from '../../plan/plan.ts';
import { foldText } from '../../text/fold.ts';
import { likeness, type WordCounts, wordCounts } from '../../text/likeness.ts';

/** A row that a text speaks of, and how it is known. */
export interface RowReference {
  readonly row: RowId;
  /** Behind the words that name it, in the text that was looked at. */
  readonly end: number;
}

/** A number and a name that are of two rows: the officer is asked which is meant. */
export interface Contradiction {
  readonly byNumber: RowId | null;
  readonly byName: RowId;
}

export type Referred =
  | ({ readonly kind: 'row' } & RowReference)
  | ({ readonly kind: 'contradiction' } & Contradiction)
  /** It names a project that the plan does not have. */
  | { readonly kind: 'unknown' };

/** A name so far from that of its number, and so near to another row's, contradicts the number. */
const FAR = 0.34;
const NEAR = 0.8;
/** A heading without a number is taken for a row from here on. */
const SAME = 0.9;
/** The share of its words that a text so alike to a name may have beside those of the name. */
const MAY_LACK = 0.2;
/** A text that is so much longer than every name is none of them. */
const LONGER = 1.3;
const MOST_AROUND = 20;
const ROMAN = new Map(
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'].map((numeral, at) => [numeral, at + 1]),
);

/** Finds the rows of a plan in the words of a text: by their number as the text uses it, by their code, by their name. */
export class RowReferences {
  readonly #plan: Plan;
  readonly #pattern: RegExp;
  readonly #codes: RegExp;
  readonly #levels: ReadonlyMap<string, number>;
  readonly #byCode: ReadonlyMap<string, Row>;
  readonly #byId: ReadonlyMap<RowId, Row>;
  readonly #byName: ReadonlyMap<string, readonly Row[]>;
  readonly #words: ReadonlyMap<RowId, WordCounts>;
  /** Rows by the words of their names. */
  readonly #holding: ReadonlyMap<string, readonly Row[]>;
  /** Letters of the longest name: no longer text is one. */
  readonly #longest: number;

  constructor(plan: Plan) {
    this.#plan = plan;
    const names = plan.programme.levels.map(({ name }) => name.trim()).filter((name) => name !== '');
    this.#levels = new Map(names.map((name, at) => [foldText(name), at] as const).reverse());
    const level = [...new Set(names)]
      .toSorted((one, other) => other.length - one.length)
      .map((name) =>
        name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(/\s+/gu, String.raw`\s+`),
      );
    this.#pattern = new RegExp(
      level.length === 0
        ? '(?!)'
        : String.raw`(?<!\p{L})(${level.join('|')})(?:\s+thành\s+phần)?(?:\s+số)?\s+(\d{1,4}|[IVX]{1,4})(?![\p{L}\p{N}]|[.,]\d)`,
      'giu',
    );
    this.#codes = /(?<!\p{L})mã(?:\s+số)?\s+([^\s(),;:]+)(?=[\s(),;:]|$)/giu;
    this.#byCode = new Map(plan.rows.map((row) => [row.code, row]));
    this.#byId = new Map(plan.rows.map((row) => [row.id, row]));
    this.#byName = Map.groupBy(plan.rows, ({ name }) => nameKey(name));
    this.#words = new Map(plan.rows.map((row) => [row.id, wordCounts(row.name)]));
    const holding = new Map<string, Row[]>();
    for (const row of plan.rows) {
      for (const word of this.#words.get(row.id)?.keys() ?? [])
        holding.set(word, [...(holding.get(word) ?? []), row]);
    }
    this.#holding = holding;
    this.#longest = Math.max(0, ...plan.rows.map(({ name }) => name.length));
  }

  /** The row that a heading is of, read under the row that it stands in; null where it is of none. */
  heading(text: string, under: RowId | null): Referred | null {
    const coded = this.#coded(text);
    if (coded) return coded;
    const found = [...text.matchAll(this.#pattern)];
    const [first] = found;
    if (
      first &&
      /^[\s"“]*(?:kinh phí |nguồn vốn )?(?:thực hiện |của |cho )*$/iu.test(text.slice(0, first.index))
    ) {
      const run = found.filter((match, at) => at === 0 || isJoined(text, found[at - 1], match));
      const end = (run.at(-1)?.index ?? 0) + (run.at(-1)?.[0].length ?? 0);
      return this.#judged(this.#numbered(run, under), text.slice(end), end);
    }
    return this.#named(text, under);
  }

  /** The row that the words before an amount name by its number or code; null where they name none. */
  inLabel(text: string, under: RowId | null): Referred | null {
    const coded = this.#coded(text);
    if (coded) return coded;
    const found = [...text.matchAll(this.#pattern)];
    const last = found.at(-1);
    if (!last) return this.#named(text, under);
    const row = this.#numbered(found, under);
    return row ? { kind: 'row', row: row.id, end: last.index + last[0].length } : { kind: 'unknown' };
  }

  #coded(text: string): Referred | null {
    const match = [...text.matchAll(this.#codes)].at(-1);
    const row = this.#byCode.get(match?.[1] ?? '');
    return match && row ? { kind: 'row', row: row.id, end: match.index + match[0].length } : null;
  }

  /** "Tiểu dự án 3" under "Dự án 4" is the row of the code `DA4-TDA3` (domain.md, "Holding a text against a plan"). */
  #numbered(matches: readonly RegExpMatchArray[], under: RowId | null): Row | undefined {
    const steps = matches
      .map((match) => ({
        level: this.#levels.get(foldText(match[1] ?? '').replaceAll(/\s+/gu, ' ')) ?? 0,
        number: ROMAN.get((match[2] ?? '').toUpperCase()) ?? Number(match[2]),
      }))
      .toSorted((one, other) => one.level - other.level);
    let row = under === null ? undefined : this.#byId.get(under);
    for (const step of steps) {
      const next = this.#step(step.level, step.number, row);
      if (!next) return undefined;
      row = next;
    }
    return row;
  }

  #step(level: number, number: number, under: Row | undefined): Row | undefined {
    const { levels } = this.#plan.programme;
    const { codePrefix = '', codeDigits = 1 } = levels[level] ?? {};
    const own = `${codePrefix}${String(number).padStart(codeDigits, '0')}`;
    if (level === 0) return this.#byCode.get(own);
    for (let above = under; above; above = above.parent === null ? undefined : this.#byId.get(above.parent)) {
      const row = this.#byCode.get(`${above.code}-${own}`);
      if (row) return row;
    }
    // Without its project it is known only where no other project has one of that number.
    const all = this.#plan.rows.filter(({ code }) => code.endsWith(`-${own}`));
    return under === undefined && all.length === 1 ? all[0] : undefined;
  }

  /** A number with the name behind it: a name that is of another row is asked about. */
  #judged(row: Row | undefined, rest: string, end: number): Referred {
    const name = wordCounts(rest);
    const own = row ? likeness(name, this.#words.get(row.id) ?? new Map()) : 0;
    if (row && (own >= FAR || name.size < 2)) return { kind: 'row', row: row.id, end };
    const likely = [...this.#words]
      .map(([id, words]) => ({ id, near: likeness(name, words) }))
      .toSorted((one, other) => other.near - one.near)[0];
    if (name.size > 1 && likely && likely.near >= NEAR && likely.id !== row?.id) {
      return { kind: 'contradiction', byNumber: row?.id ?? null, byName: likely.id };
    }
    return row ? { kind: 'row', row: row.id, end } : { kind: 'unknown' };
  }

  #named(text: string, under: RowId | null): Referred | null {
    if (text.length > this.#longest * LONGER + MOST_AROUND) return null;
    const bare = text.replace(/[\s:;.,]+$/u, '');
    const exact = this.#byName.get(nameKey(bare)) ?? [];
    const rows = exact.length > 0 ? exact : this.#alike(bare);
    const [only, ...others] = rows;
    if (!only || nameKey(only.name) === '') return null;
    if (others.length === 0) return { kind: 'row', row: only.id, end: text.length };
    const inside = rows.filter(({ id }) => under !== null && this.#isUnder(id, under));
    const [best, ...more] = inside;
    return best && more.length === 0 ? { kind: 'row', row: best.id, end: text.length } : null;
  }

  #alike(text: string): Row[] {
    const words = wordCounts(text);
    if (words.size < 3) return [];
    // Names so alike share all words but one in ten: of the two rarest one at least.
    const rarest = [...words.keys()]
      .map((word) => this.#holding.get(word) ?? [])
      .toSorted((one, other) => one.length - other.length)
      .slice(0, Math.ceil(words.size * MAY_LACK) + 1);
    return [...new Set(rarest.flat())].filter(
      ({ id }) => likeness(words, this.#words.get(id) ?? new Map()) >= SAME,
    );
  }

  #isUnder(id: RowId, above: RowId): boolean {
    const { index, end } = outlineOf(this.#plan.rows);
    const [at, top] = [index.get(id) ?? -1, index.get(above) ?? -1];
    return at > top && at < (end[top] ?? 0);
  }
}

/** "Tiểu dự án 1 thuộc Dự án 3", "Dự án 3, Tiểu dự án 1": two names of one row. */
function isJoined(text: string, before: RegExpMatchArray | undefined, match: RegExpMatchArray): boolean {
  if (!before) return false;
  const between = text.slice((before.index ?? 0) + before[0].length, match.index);
  return /^[\s,()–-]*(?:(?:thuộc|của|trong)\s+)?$/iu.test(between);
}

function nameKey(name: string): string {
  return foldText(name)
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}
