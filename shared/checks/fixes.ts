import { dong, ZERO } from '../money/dong.ts';
import { amountAt } from '../plan/edit/amounts.ts';
import type { Change, LeafAmount, PlanEdit } from '../plan/edit/edit.ts';
import { rowTitle } from '../plan/gesture/rows.ts';
import type { RowId } from '../plan/ids.ts';
import { childrenAt, isLeafAt, outlineOf } from '../plan/outline.ts';
import type { Leaf, Plan } from '../plan/plan.ts';
import { findSource, isLeafSource } from '../plan/sources.ts';
import type { Finding, Place } from './finding.ts';

/** What can be done about a finding in one gesture, by the code of its label: one change, one undo. */
export interface Fix {
  readonly code: FixCode;
  readonly change: Change;
}

export const FIX_CODES = [
  'change.fixFund',
  'change.fixClear',
  'change.fixToRecurrent',
  'change.fixConfirm',
  'change.fixOrdinals',
  'change.fixUnit',
  'change.fixAllocated',
] as const;
export type FixCode = (typeof FIX_CODES)[number];

/** The fixes that a finding offers for the plan as it is, the likeliest first; often none. */
export function fixesOf(plan: Plan, found: Finding): Fix[] {
  switch (found.code) {
    case 'check.unfunded':
      return [fund(plan, found), clear(plan, found)].flat();
    case 'check.investment':
      return toRecurrent(plan, found);
    case 'check.unconfirmedName':
      return ofRow(plan, found, 'change.fixConfirm', (row) => [
        { kind: 'updateRow', row, patch: { confirmed: true } },
      ]);
    case 'check.sameOrdinal':
    case 'check.ordinalGap':
      return ofRow(plan, found, 'change.fixOrdinals', (row) => withoutOwnOrdinals(plan, row));
    case 'check.finer':
    case 'check.rounding':
      return smallerUnit(plan);
    case 'check.control':
      return takeAllocated(plan, found);
    default:
      return [];
  }
}

function ofRow(
  plan: Plan,
  { row }: Finding,
  code: FixCode,
  editsOf: (row: RowId) => readonly PlanEdit[],
): Fix[] {
  const edits = row === null ? [] : editsOf(row);
  if (row === null || edits.length === 0) return [];
  return [{ code, change: { label: { code, params: { row: rowTitle(plan, row) } }, edits } }];
}

/** The leaf amounts that a finding points at. */
function leavesOf(plan: Plan, { places }: Finding): Leaf[] {
  const outline = outlineOf(plan.rows);
  return places.flatMap((place: Place): Leaf[] => {
    if (place.kind !== 'amount' || place.row === null) return [];
    const { years, source, capital } = place.selector;
    const at = outline.index.get(place.row);
    if (at === undefined || !isLeafAt(outline, at) || typeof years !== 'number') return [];
    if (source === 'all' || source === 'budget' || !isLeafSource(plan.sources, source)) return [];
    const [only, ...others] = findSource(plan.sources, source)?.capitals ?? [];
    const kind = capital === 'all' && others.length === 0 ? only : capital;
    return kind === undefined || kind === 'all'
      ? []
      : [{ row: place.row, year: years, source, capital: kind }];
  });
}

function fund(plan: Plan, found: Finding): Fix[] {
  const leaves = leavesOf(plan, found);
  const source = leaves[0] && findSource(plan.sources, leaves[0].source);
  if (!source) return [];
  const years = [...new Set([...source.years, ...leaves.map(({ year }) => year)])].sort((a, b) => a - b);
  const label = { code: 'change.fixFund', params: { source: source.name, years: `${found.params.years}` } };
  const edit: PlanEdit = { kind: 'updateSource', source: source.id, patch: { years } };
  return [{ code: 'change.fixFund', change: { label, edits: [edit] } }];
}

function amountsFix(plan: Plan, found: Finding, code: FixCode, amounts: readonly LeafAmount[]): Fix[] {
  if (amounts.length === 0) return [];
  return ofRow(plan, found, code, () => [{ kind: 'setAmounts', amounts, unfunded: 'keep' }]);
}

function clear(plan: Plan, found: Finding): Fix[] {
  const amounts = leavesOf(plan, found).map((leaf) => ({ ...leaf, amount: ZERO }));
  return amountsFix(plan, found, 'change.fixClear', amounts);
}

/** The same money as recurrent, where the source holds that. */
function toRecurrent(plan: Plan, found: Finding): Fix[] {
  const amounts = leavesOf(plan, found).flatMap((leaf): LeafAmount[] => {
    if (!findSource(plan.sources, leaf.source)?.capitals.includes('recurrent')) return [];
    const recurrent = { ...leaf, capital: 'recurrent' as const };
    const sum = dong(amountAt(plan, leaf) + amountAt(plan, recurrent));
    return [
      { ...leaf, amount: ZERO },
      { ...recurrent, amount: sum },
    ];
  });
  return amountsFix(plan, found, 'change.fixToRecurrent', amounts);
}

/** Numbers follow from places again, for the row and all its siblings. */
function withoutOwnOrdinals({ rows }: Plan, row: RowId): PlanEdit[] {
  const outline = outlineOf(rows);
  const at = outline.index.get(row);
  const siblings = at === undefined ? [] : childrenAt(outline, outline.parent[at] ?? -1);
  return siblings.flatMap((sibling): PlanEdit[] => {
    const one = rows[sibling];
    return one && one.ordinal !== null ? [{ kind: 'updateRow', row: one.id, patch: { ordinal: null } }] : [];
  });
}

/** In nghìn đồng every đồng has its place on paper. */
function smallerUnit({ header }: Plan): Fix[] {
  if (header.unit !== 'trieu' && header.unit !== 'ty') return [];
  const label = { code: 'change.fixUnit', params: {} };
  return [
    { code: 'change.fixUnit', change: { label, edits: [{ kind: 'setHeader', patch: { unit: 'nghin' } }] } },
  ];
}

/** What was allocated, where it was stated of one leaf amount in a year that its source funds. */
function takeAllocated(plan: Plan, found: Finding): Fix[] {
  const { allocated } = found.amounts;
  const [leaf] = leavesOf(plan, found);
  const isFunded = leaf && findSource(plan.sources, leaf.source)?.years.includes(leaf.year);
  if (!isFunded || allocated === undefined) return [];
  return amountsFix(plan, found, 'change.fixAllocated', [{ ...leaf, amount: allocated }]);
}
