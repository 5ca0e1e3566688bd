import { type Dong, dong } from '../money/dong.ts';
import type { Cue, Linked } from './link.ts';
import { isDeeper } from './outline.ts';
import type { Hedge } from './text-reading.ts';

/** A total and the amounts that are said to make it; numbers are places in the list of amounts. */
export interface PartGroup {
  readonly total: number;
  readonly parts: readonly number[];
  readonly cue: Cue;
  /** "…": more parts than are named. */
  readonly open: boolean;
}

interface OpenGroup {
  /** -1 for the amounts that are parts of nothing. */
  readonly total: number;
  readonly parts: readonly number[];
  readonly cue: Cue;
  /** The bracket that it stands in, -1 for none. */
  readonly bracket: number;
  /** How its points are marked, where they are points of a list. */
  readonly style: Linked['item']['style'] | null;
  /** What it says for or against the reading that it is of: less is better. */
  readonly weight: number;
}

/** One way to read a text so far. */
interface Reading {
  readonly stack: readonly OpenGroup[];
  readonly closed: readonly OpenGroup[];
  /** What was paid for the ways that were taken, and what the closed groups say. */
  readonly cost: number;
  /** Costs if all that is open closed now, to compare readings by. */
  readonly outlook: number;
}

/** Readings that are followed at a time. */
const WIDTH = 24;
const EXACT = -10;
const ROOT: OpenGroup = { total: -1, parts: [], cue: 'silent', bracket: -1, style: null, weight: 0 };

/**
 * Which amounts are parts of which: the words and marks between amounts say what can be, and of what can be, the reading
 * counts in which the most sums hold (domain.md: "nesting follows what adds up and what the words say"). Several readings are
 * followed side by side; a text that adds up nowhere is read as its words say.
 */
export function partGroups(links: readonly Linked[]): PartGroup[] {
  const groups: PartGroup[] = [];
  let from = 0;
  for (let to = 1; to <= links.length; to += 1) {
    const link = links[to];
    if (link && !startsAnew(link)) continue;
    groups.push(...groupsOfStretch(links, from, to));
    from = to;
  }
  return groups;
}

/** Whether nothing before an amount can have to do with it. */
function startsAnew({ opener, sentences, elided, itemsBetween, item, opensItem }: Linked): boolean {
  if (opener !== null && itemsBetween.length === 0) return false;
  if (opensItem && item.newLine && itemsBetween.some(({ style }) => style !== item.style)) return true;
  return !elided && !opensItem && sentences > 2;
}

function groupsOfStretch(links: readonly Linked[], from: number, to: number): PartGroup[] {
  let readings: Reading[] = [{ stack: [{ ...ROOT, parts: [from] }], closed: [], cost: 0, outlook: 0 }];
  for (let at = from + 1; at < to; at += 1) {
    const next = readings.flatMap((reading) => continuations(reading, links, at));
    readings = next.toSorted((one, other) => one.outlook - other.outlook).slice(0, WIDTH);
  }
  const [best] = readings;
  if (!best) return [];
  return [...best.closed, ...best.stack]
    .filter(({ total, parts }) => total >= 0 && parts.length > 0)
    .map(({ total, parts, cue }) => ({
      total,
      parts,
      cue,
      open: parts.some((part) => links[part]?.openAfter),
    }))
    .toSorted((one, other) => one.total - other.total || (one.parts[0] ?? 0) - (other.parts[0] ?? 0));
}

/** Every way in which the amount at `at` can go on. */
function continuations(reading: Reading, links: readonly Linked[], at: number): Reading[] {
  const link = links[at];
  if (!link) return [];
  const { stack, closed, cost } = closeBrackets(reading, link);
  const ways: Reading[] = [];
  const floor = stack.findLastIndex(({ bracket }) => bracket >= 0);
  const top = stack.length - 1;
  const add = (depth: number, group: OpenGroup | null, own: number): void => {
    const kept = stack.slice(0, depth + 1);
    const gone = stack.slice(depth + 1);
    const joined = kept.at(-1) ?? ROOT;
    const next = group
      ? [...kept, group]
      : [...kept.slice(0, -1), weighed({ ...joined, parts: [...joined.parts, at] }, links)];
    const total = cost + own + weightOf(gone);
    const outlook = total + weightOf(next);
    ways.push({ stack: next, closed: gone.length > 0 ? [...closed, ...gone] : closed, cost: total, outlook });
  };
  const style = link.opensItem ? link.item.style : null;
  const bracket = link.brackets.at(-1) ?? -1;

  for (let depth = top; depth >= Math.max(floor, 0); depth -= 1) {
    const group = stack[depth] ?? ROOT;
    const last = group.parts.at(-1);
    if (last === undefined) continue;
    const levels = top - depth;
    // As another part of an open group.
    const ignored = link.sumsUp === 'surely' && group.total < 0 && group.parts.length > 1 ? 2.5 : 0;
    add(depth, null, joiningCost(group, link, levels, stack, links) + ignored);
    // As the first part of the last amount of an open group.
    const opening = openingCost(link, links, last, levels, stack);
    if (opening === null) continue;
    const inBracket = link.bracketOfLast && levels === 0;
    add(
      depth,
      weighed(
        { total: last, parts: [at], cue: opening.cue, bracket: inBracket ? bracket : -1, style },
        links,
      ),
      opening.cost,
    );
  }
  // As the sum of what stands before it.
  const root = stack[0] ?? ROOT;
  if (link.sumsUp !== null && floor <= 0 && top === 0 && link.opener === null) {
    const run = runBefore(root.parts, links, at);
    if (run.length >= 2) {
      const cue = link.sumsUp === 'surely' ? 'sum' : 'silent';
      const summed = weighed({ total: at, parts: run, cue, bracket: -1, style: null }, links);
      const next = [{ ...root, parts: [...root.parts.slice(0, -run.length), at] }];
      const paid = cost + 0.5 + summed.weight;
      ways.push({ stack: next, closed: [...closed, summed], cost: paid, outlook: paid });
    }
  }
  return ways;
}

/** Groups in brackets that are closed by now are over, and all that was opened in them. */
function closeBrackets(
  { stack, closed, cost }: Reading,
  { brackets }: Linked,
): Pick<Reading, 'stack' | 'closed' | 'cost'> {
  const over = stack.findIndex(({ bracket }) => bracket >= 0 && !brackets.includes(bracket));
  if (over < 0) return { stack, closed, cost };
  const gone = stack.slice(over);
  return {
    stack: stack.slice(0, over),
    closed: [...closed, ...gone],
    cost: cost + weightOf(gone),
  };
}

function joiningCost(
  group: OpenGroup,
  link: Linked,
  levels: number,
  stack: readonly OpenGroup[],
  links: readonly Linked[],
): number {
  const root = group.total < 0;
  let cost = root ? 0 : unlike(group, link, links);
  if (link.opener !== null) cost += link.opener === 'whole' ? 4 : 2;
  if (link.bracketOfLast) cost += 5;
  if (link.opensItem && link.item.style !== 'none') {
    const listed = stack.some(({ style }) => style === link.item.style);
    if (group.style === link.item.style) return cost;
    // A list right under an amount is of its parts, whether or not words say so.
    const under = links[group.parts.at(-1) ?? -1]?.item.style;
    const deeper = under !== undefined && link.itemsBetween.length === 0 && isDeeper(link.item.style, under);
    return cost + (listed ? 6 : root ? (deeper ? 2 : 0.5) : 2);
  }
  if (!root && group.style !== null && group.style !== 'none' && !link.opensItem) cost += 1;
  const newLine = link.opensItem && link.item.newLine;
  if (newLine && group.style !== 'none') cost += root ? 0 : 1.5;
  else if (link.sentences > 0)
    cost += root ? 0 : group.style === 'none' && newLine ? 0 : 1.5 * link.sentences;
  else if (root && levels > 0) cost += 1;
  cost += link.itemsBetween.length;
  if (link.aside && !root) cost += 1.5;
  return cost + levels * 0.4;
}

function openingCost(
  link: Linked,
  links: readonly Linked[],
  last: number,
  levels: number,
  stack: readonly OpenGroup[],
): { readonly cue: Cue; readonly cost: number } | null {
  const total = links[last];
  if (!total) return null;
  // A source is no part of another.
  const source = total.meaning.source;
  const foreign = source !== null && link.meaning.source !== null && source !== link.meaning.source ? 1.5 : 0;
  const capital = total.meaning.capital;
  const other =
    capital !== null && link.meaning.capital !== null && capital !== link.meaning.capital ? 1.5 : 0;
  const unfit = foreign + other + (link.aside ? 0.5 : 0);
  if (link.bracketOfLast)
    return levels === 0 ? { cue: link.opener === 'whole' ? 'whole' : 'bracket', cost: unfit } : null;
  if (link.opener !== null) {
    const from = link.openerStarts ? stack.length - 1 - levels : levels;
    return { cue: link.opener, cost: from * 0.6 + unfit };
  }
  if (link.opensItem && link.item.newLine && link.itemsBetween.length === 0 && levels === 0) {
    const deeper = isDeeper(link.item.style, total.item.style);
    return { cue: deeper ? 'list' : 'silent', cost: (deeper ? 0.3 : 3) + unfit };
  }
  // Words that announce nothing: only behind what calls itself a total, or where the text was cut.
  if (!total.meaning.total && !link.elided) return null;
  return { cue: 'silent', cost: 3 + levels + unfit };
}

/** Amounts in a row that a total behind them can sum up: those of its sentence or list. */
function runBefore(roots: readonly number[], links: readonly Linked[], at: number): readonly number[] {
  let first = roots.length;
  while (first > 0) {
    const here = links[roots[first] ?? at];
    if (first < roots.length && here && here.sentences > 0 && !here.opensItem) break;
    if (links[roots[first - 1] ?? 0]?.aside) break;
    first -= 1;
  }
  return roots.slice(first);
}

/** How ill an amount suits the parts that stand there already. */
function unlike({ parts, total }: OpenGroup, { meaning }: Linked, links: readonly Linked[]): number {
  let cost = 0;
  const before = parts.map((part) => links[part]?.meaning);
  const totalMeaning = links[total]?.meaning;
  const sources = before.map((one) => one?.source ?? null);
  const capitals = before.map((one) => one?.capital ?? null);
  const bySource = sources.every((one) => one !== null);
  const byCapital = capitals.every((one) => one !== null) && !bySource;
  if (byCapital && meaning.capital === null && !meaning.rest) cost += 0.7;
  if (
    !byCapital &&
    !bySource &&
    meaning.capital !== null &&
    meaning.source === null &&
    capitals.every((one) => one === null)
  )
    cost += 1;
  if (byCapital && meaning.capital !== null && meaning.source === null && capitals.includes(meaning.capital))
    cost += 1;
  if (totalMeaning?.source && meaning.source && totalMeaning.source !== meaning.source) cost += 1.5;
  if (totalMeaning?.capital && meaning.capital && totalMeaning.capital !== meaning.capital) cost += 1.5;
  return cost;
}

function weighed(group: Omit<OpenGroup, 'weight'>, links: readonly Linked[]): OpenGroup {
  return { ...group, weight: weight(group, links) };
}

function weightOf(groups: readonly OpenGroup[]): number {
  return groups.reduce((total, group) => total + group.weight, 0);
}

function weight(group: Omit<OpenGroup, 'weight'>, links: readonly Linked[]): number {
  const total = links[group.total];
  if (!total || group.parts.length === 0) return 0;
  if (group.parts.some((part) => links[part]?.openAfter)) return group.cue === 'silent' ? 6 : 0;
  const difference = differenceOf(group, links);
  const single = group.parts.length === 1;
  if (difference === 0n)
    return single ? (group.cue === 'silent' ? 4 : -2) : group.cue === 'silent' ? EXACT / 2 : EXACT;
  const hedged = respects(total.amount.hedge, difference, grain(total.amount.dong));
  if (hedged === true && !single) return group.cue === 'silent' ? EXACT / 4 - 1 : EXACT / 2;
  if (group.cue === 'silent') return 20;
  const size = total.amount.dong === 0n ? 1n : total.amount.dong;
  const share = Number((abs(difference) * 1_000n) / abs(size)) / 1_000;
  if (single) return difference < 0n ? 0.5 : 4;
  return share <= 0.02 ? 0.8 : share <= 0.1 ? 1.6 : difference < 0n ? 2.4 : 4;
}

/** Parts − total, in đồng. */
export function differenceOf(group: Pick<PartGroup, 'total' | 'parts'>, links: readonly Linked[]): Dong {
  const parts = sumOf(group.parts.map((part) => links[part]?.amount.dong ?? 0n));
  return dong(parts - (links[group.total]?.amount.dong ?? 0n));
}

/**
 * Whether parts that miss their total by `difference` are what its hedge says: "hơn 62,8 tỷ" is more, by less than one in its
 * last counted place. Null without a hedge.
 */
export function respects(hedge: Hedge | null, difference: bigint, grain: bigint): boolean | null {
  switch (hedge?.sense) {
    case undefined:
      return null;
    case 'above':
      return difference >= 0n && difference < grain;
    case 'below':
      return difference <= 0n && -difference < grain;
    case 'about':
      return abs(difference) <= grain;
    case 'atLeast':
      return difference >= 0n;
    case 'atMost':
      return difference <= 0n;
  }
}

/** One in the last place of an amount that is not zero: of "60 tỷ" it is ten billions. */
export function grain(amount: bigint): bigint {
  let place = 1n;
  while (amount !== 0n && amount % (place * 10n) === 0n) place *= 10n;
  return place;
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((total, one) => total + one, 0n);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
