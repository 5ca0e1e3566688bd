import { GRAND_TOTAL, type Totals } from '../../engine/totals.ts';
import { type Dong, dong, ZERO } from '../../money/dong.ts';
import type { RowId, SourceId } from '../../plan/ids.ts';
import { isLeafAt, outlineOf } from '../../plan/outline.ts';
import { CAPITALS, type Plan } from '../../plan/plan.ts';
import { isLeafSource, sourceLineage } from '../../plan/sources.ts';
import { grain, respects } from '../../prose/part-groups.ts';
import type { TextReading, Unread } from '../../prose/text-reading.ts';
import { type Cause, causesOf } from './causes.ts';
import type { HeadingQuestion } from './sections.ts';
import type { OnlyInTextReason, Stated } from './statement.ts';
import { ALL_GROUPS, type Statements, statementsOf } from './statements.ts';

/** A statement of the text beside the plan. */
export interface Held extends Stated {
  /** Its place among the amounts of the reading. */
  readonly amount: number;
  /** What the text says; zero where it leaves a source out of parts that make their total. */
  readonly dong: Dong;
  /** What the plan has; null where funded years differ and the text says one year. */
  readonly plan: Dong | null;
  /** Plan − text, in đồng. */
  readonly difference: Dong;
  /** No larger than the printed figure rounds away. */
  readonly roundingExplains: boolean;
  /** The text says this by leaving it out. */
  readonly implied: boolean;
}

/** A non-zero amount of the plan that no sentence covers: a row without parts, and one of its sources. */
export interface Uncovered {
  readonly row: RowId;
  readonly source: SourceId;
  readonly plan: Dong;
}

/** A plan held against the wording of its decision. */
export interface Holding {
  readonly matched: readonly Held[];
  readonly differences: readonly Held[];
  /** Differences by what causes them; numbers are places in `differences`. */
  readonly causes: readonly Cause[];
  readonly onlyInText: readonly { readonly amount: number; readonly why: OnlyInTextReason }[];
  readonly onlyInPlan: readonly Uncovered[];
  readonly questions: readonly HeadingQuestion[];
  readonly unread: readonly Unread[];
}

/** Holds the plan against a text that was read (domain.md, "Holding a text against a plan"). */
export function holdAgainst(
  plan: Plan,
  totals: Totals,
  reading: TextReading,
  answers?: ReadonlyMap<number, RowId>,
): Holding {
  return holdStatements(plan, totals, reading, statementsOf(plan, reading, answers));
}

/** The same, where what the text states is known already: amounts of the plan change more often than its rows. */
export function holdStatements(
  plan: Plan,
  totals: Totals,
  reading: TextReading,
  { statements, onlyInText, questions }: Statements,
): Holding {
  const read = readerOf(plan, totals);
  const strange = [...onlyInText];
  const matched: Held[] = [];
  const differences: Held[] = [];
  const stated: Stated[] = [];
  for (const { amount, dong: said, places } of statements) {
    const { hedge, place: printed } = reading.amounts[amount] ?? { hedge: null, place: 1n };
    const held = places.map((place): Held | null => {
      const own = read(place);
      if (own === undefined) return null;
      const difference = dong((own ?? ZERO) - said);
      const roundingExplains = difference !== 0n && abs(difference) * 2n <= printed;
      return { ...place, amount, dong: said, plan: own, difference, roundingExplains, implied: false };
    });
    const known = held.filter((one) => one !== null);
    if (known.length < held.length) {
      strange.push({ amount, why: 'reconcile.noSuchCapital' });
      continue;
    }
    stated.push(...places);
    const wrong = known.find(
      ({ plan: own, difference }) =>
        own === null || (difference !== 0n && respects(hedge, difference, grain(said)) !== true),
    );
    // What the brackets narrow it to is what it is of: "25 tỷ đồng (vốn sự nghiệp)" is recurrent money.
    const narrow = known.at(-1);
    if (wrong && narrow) differences.push(wrong.difference === narrow.difference ? narrow : wrong);
    else if (narrow) matched.push(narrow);
  }
  for (const zero of leftOut(reading, statements)) {
    stated.push(zero.place);
    const own = read(zero.place);
    if (own === undefined || own === null || own === 0n) continue;
    const { place, amount } = zero;
    differences.push({
      ...place,
      amount,
      dong: ZERO,
      plan: own,
      difference: own,
      roundingExplains: false,
      implied: true,
    });
  }
  return {
    matched,
    differences,
    causes: causesOf(plan, differences),
    onlyInText: strange.toSorted((one, other) => one.amount - other.amount),
    onlyInPlan: uncovered(plan, read, stated),
    questions,
    unread: reading.unread,
  };
}

type Read = (place: Stated) => Dong | null | undefined;

/** The plan's amount of a place; null where years differ and one is asked, undefined where it has no such place. */
function readerOf(plan: Plan, totals: Totals): Read {
  const { index } = outlineOf(plan.rows);
  return ({ row, source, capital, years }) => {
    const at = row === null ? GRAND_TOTAL : index.get(row);
    if (at === undefined) return undefined;
    // A source that holds no money of a kind has none of it.
    if (capital !== 'all' && !holdsCapital(plan, source, capital)) return ZERO;
    const whole = source === 'all' && capital === 'none';
    const parts = whole ? ALL_GROUPS.map((group) => ({ source: group, capital })) : [{ source, capital }];
    let sum = 0n;
    for (const part of parts) {
      if (whole && !holdsCapital(plan, part.source, 'none')) continue;
      const address = totals.address({ years, ...part });
      if (totals.isMixed(at, address)) return null;
      sum += totals.read(at, address);
    }
    return dong(sum);
  };
}

function holdsCapital(
  plan: Plan,
  source: SourceId | 'all',
  capital: Exclude<Stated['capital'], 'all'>,
): boolean {
  return plan.sources.some(
    (one) =>
      one.capitals.includes(capital) &&
      (source === 'all' || sourceLineage(plan.sources, one.id).includes(source)) &&
      isLeafSource(plan.sources, one.id),
  );
}

/** What a text says to be zero by leaving it out. */
interface LeftOut {
  readonly place: Stated;
  readonly amount: number;
}

/** Sources and kinds that a text leaves out of parts that make their total: it says that they are zero. */
function leftOut(reading: TextReading, statements: Statements['statements']): LeftOut[] {
  const places = new Map(statements.map(({ amount, places: [first] }) => [amount, first]));
  return reading.checks.flatMap(({ total, parts, holds, exact }): LeftOut[] => {
    const whole = places.get(total);
    const named = parts.flatMap((part) => places.get(part) ?? []);
    if (!holds || !exact || !whole || named.length < parts.length) return [];
    if (!named.every(({ row, years }) => row === whole.row && years === whole.years)) return [];
    const zero = (place: Partial<Stated>): LeftOut => ({ place: { ...whole, ...place }, amount: total });
    if (whole.source === 'all' && named.every(({ capital }) => capital === whole.capital)) {
      const groups = new Set(named.map(({ source }) => source));
      const byGroup = [...groups].every((source) => source !== 'all' && ALL_GROUPS.includes(source));
      return byGroup
        ? ALL_GROUPS.filter((group) => !groups.has(group)).map((source) => zero({ source }))
        : [];
    }
    if (whole.capital !== 'all' || !named.every(({ source }) => source === whole.source)) return [];
    const kinds = new Set(named.map(({ capital }) => capital));
    return kinds.has('all')
      ? []
      : CAPITALS.filter((kind) => !kinds.has(kind)).map((capital) => zero({ capital }));
  });
}

/** Non-zero amounts of rows without parts, by source, that nothing states; never one-year amounts, nor subtotals. */
function uncovered(plan: Plan, read: Read, stated: readonly Stated[]): Uncovered[] {
  const outline = outlineOf(plan.rows);
  const covered = new Set(
    stated.flatMap(({ row, source }) =>
      (source === 'all' ? [] : sourceLineage(plan.sources, source)).map((group) => `${row}|${group}`),
    ),
  );
  return plan.rows.flatMap((row, at) => {
    if (!isLeafAt(outline, at)) return [];
    return ALL_GROUPS.flatMap((source): Uncovered[] => {
      const own = read({ row: row.id, source, capital: 'all', years: 'period' });
      return own && !covered.has(`${row.id}|${source}`) ? [{ row: row.id, source, plan: own }] : [];
    });
  });
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
