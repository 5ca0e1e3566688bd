import { type Dong, ZERO } from '../money/dong.ts';
import type { Change, LeafAmount } from '../plan/edit/edit.ts';
import { isLeafAt, outlineOf } from '../plan/outline.ts';
import { leafKey, type Plan, parseLeafKey, type Row, yearsOf } from '../plan/plan.ts';
import { leafSources } from '../plan/sources.ts';
import { foldText } from '../text/fold.ts';

/** One leaf amount that a file changes. */
export interface ChangedLeaf extends LeafAmount {
  readonly before: Dong;
}

/** What a draft would do to a plan that is there, for the officer to look at first. */
export interface IntoPlan {
  readonly changed: readonly ChangedLeaf[];
  /** Rows with money in the file that the plan has no leaf row for: nothing of them is taken. */
  readonly leftOut: readonly Pick<Row, 'code' | 'name'>[];
  /** Years or sources of the file that the plan does not have, with money in them: nothing of it is taken. */
  readonly elsewhere: readonly { readonly year: number; readonly source: string }[];
  /** Leaf rows of the plan that the file does not have: they stay as they are. */
  readonly untouched: readonly Pick<Row, 'code' | 'name'>[];
  /** Null where nothing changes. */
  readonly change: Change | null;
}

/**
 * The amounts of a draft as one change of a plan. Rows are the same where their codes are, else where their names are,
 * without case and diacritics; only leaf rows, years and sources that both have are set, zero included.
 */
export function intoPlan(plan: Plan, draft: Plan, file: string): IntoPlan {
  const outline = outlineOf(plan.rows);
  const draftOutline = outlineOf(draft.rows);
  const targets = plan.rows.filter((_, at) => isLeafAt(outline, at));
  const leaves = draft.rows.filter((_, at) => isLeafAt(draftOutline, at));
  const pairs = paired(leaves, targets);
  const places = commonPlaces(plan, draft);
  const known = new Set(places.map(({ year, source, capital }) => leafKey(year, source, capital)));
  const changed = [...pairs].flatMap(([from, to]) =>
    places.flatMap((place): ChangedLeaf[] => {
      const key = leafKey(place.year, place.source, place.capital);
      const before = plan.amounts.get(to.id)?.get(key) ?? ZERO;
      const amount = draft.amounts.get(from.id)?.get(key) ?? ZERO;
      return amount === before ? [] : [{ ...place, row: to.id, amount, before }];
    }),
  );
  const taken = new Set(pairs.values());
  const amounts = changed.map(({ before: _, ...amount }) => amount);
  return {
    changed,
    leftOut: leaves.filter((row) => !pairs.has(row) && draft.amounts.has(row.id)),
    elsewhere: elsewhere(draft, known),
    untouched: targets.filter((row) => !taken.has(row)),
    change:
      amounts.length === 0
        ? null
        : {
            label: { code: 'change.importInto', params: { file, count: amounts.length } },
            edits: [{ kind: 'setAmounts', amounts, unfunded: 'keep' }],
          },
  };
}

/** Each row of the file with the plan's row that it is, one to one. */
function paired(from: readonly Row[], to: readonly Row[]): ReadonlyMap<Row, Row> {
  const pairs = new Map<Row, Row>();
  const free = new Set(to);
  const pairBy = (nameOf: (row: Row) => string): void => {
    const named = Map.groupBy(free, nameOf);
    for (const row of from) {
      const found = pairs.has(row) ? undefined : named.get(nameOf(row));
      // A name that two rows bear says nothing.
      const [only, ...others] = found ?? [];
      if (!only || others.length > 0 || !free.has(only)) continue;
      pairs.set(row, only);
      free.delete(only);
    }
  };
  pairBy(({ code }) => code);
  pairBy(({ name }) => foldText(name).replaceAll(/\s+/g, ' ').trim());
  return pairs;
}

function commonPlaces(plan: Plan, draft: Plan): Omit<LeafAmount, 'row' | 'amount'>[] {
  const sources = leafSources(plan.sources);
  const years = yearsOf(plan.period).filter((year) => yearsOf(draft.period).includes(year));
  return leafSources(draft.sources).flatMap((source) => {
    const own = sources.find(({ id }) => id === source.id);
    const capitals = source.capitals.filter((capital) => own?.capitals.includes(capital));
    return years.flatMap((year) => capitals.map((capital) => ({ year, source: source.id, capital })));
  });
}

function elsewhere(draft: Plan, known: ReadonlySet<string>): IntoPlan['elsewhere'] {
  const found = new Map<string, { year: number; source: string }>();
  for (const amounts of draft.amounts.values()) {
    for (const key of amounts.keys()) {
      if (known.has(key)) continue;
      const { year, source } = parseLeafKey(key);
      const name = draft.sources.find(({ id }) => id === source)?.name ?? source;
      found.set(`${year} ${name}`, { year, source: name });
    }
  }
  return [...found.values()];
}
