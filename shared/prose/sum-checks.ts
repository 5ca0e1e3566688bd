import type { Linked } from './link.ts';
import { differenceOf, grain, type PartGroup, respects } from './part-groups.ts';
import type { SumCheck } from './text-reading.ts';

/** Parts that come so near to their total are meant to be all of it, in percent. */
const NEARLY_ALL = 90n;

/** The sums that a text states, each with how it fares. A list that does not claim to be whole is no sum. */
export function sumChecks(groups: readonly PartGroup[], links: readonly Linked[]): SumCheck[] {
  return groups.flatMap((group) => {
    const check = checkOf(group, links);
    return check ? [check] : [];
  });
}

function checkOf(group: PartGroup, links: readonly Linked[]): SumCheck | null {
  const total = links[group.total];
  if (!total || group.open) return null;
  const difference = differenceOf(group, links);
  // "3 tỷ đồng. Cụ thể, 3 tỷ đồng …" says an amount again; that is no sum.
  if (difference === 0n && group.cue === 'retold' && group.parts.length === 1) return null;
  if (difference !== 0n && !claimsToBeWhole(group, difference, links)) return null;
  const members = [total, ...group.parts.flatMap((part) => links[part] ?? [])];
  const { total: at, parts } = group;
  if (difference === 0n) {
    return { total: at, parts, holds: true, difference, exact: true, roundingExplains: false };
  }
  const size = difference < 0n ? -difference : difference;
  const roundings = members.reduce((sum, { amount }) => sum + amount.place, 0n);
  const roundingExplains = size * 2n <= roundings;
  const own = respects(total.amount.hedge, difference, grain(total.amount.dong));
  const hedgedParts = members.slice(1).filter(({ amount }) => amount.hedge !== null);
  if (own === null && hedgedParts.length === 0) {
    return { total: at, parts, holds: false, difference, exact: true, roundingExplains };
  }
  const bound = total.amount.hedge?.sense === 'atLeast' || total.amount.hedge?.sense === 'atMost';
  if (own === false && bound)
    return { total: at, parts, holds: false, difference, exact: true, roundingExplains };
  const slack = hedgedParts.reduce((sum, { amount }) => sum + grain(amount.dong), 0n);
  const holds =
    own === true ||
    (hedgedParts.length > 0 && size <= slack + (own === null ? 0n : grain(total.amount.dong)));
  return { total: at, parts, holds, difference, exact: false, roundingExplains };
}

/** Whether parts that do not make their total were meant to. */
function claimsToBeWhole({ cue, parts }: PartGroup, difference: bigint, links: readonly Linked[]): boolean {
  if (cue === 'silent') return true;
  if (parts.length === 1) return difference > 0n && cue !== 'retold';
  if (difference > 0n || cue === 'whole' || cue === 'list' || cue === 'sum') return true;
  const meanings = parts.flatMap((part) => links[part]?.meaning ?? []);
  if (meanings.some(({ rest }) => rest)) return true;
  const capitals = new Set(meanings.map(({ capital }) => capital));
  const sources = new Set(meanings.map(({ source }) => source));
  if (capitals.has('investment') && capitals.has('recurrent')) return true;
  if (sources.has('central') && sources.has('local')) return true;
  const sum = parts.reduce((total, part) => total + (links[part]?.amount.dong ?? 0n), 0n);
  return sum * 100n >= (sum - difference) * NEARLY_ALL;
}
