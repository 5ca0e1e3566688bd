import type { RowId } from '../plan/ids.ts';
import { isLeafAt, outlineOf } from '../plan/outline.ts';
import { type Plan, parseLeafKey, type Row, type RowAmounts, type Source } from '../plan/plan.ts';
import { findSource } from '../plan/sources.ts';

/** What an officer should look at before signing. Nothing here blocks. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning' | 'information';
  readonly row: RowId;
  readonly params: Readonly<Record<string, string | number>>;
}

export type FindingCode =
  | 'check.unfunded'
  | 'check.negative'
  | 'check.investment'
  | 'check.emptyName'
  | 'check.unconfirmedName';

/** The findings of every row, in printed order. One a row and rule: the first place where it is broken names it. */
export function findingsOf(plan: Plan): Finding[] {
  const outline = outlineOf(plan.rows);
  return plan.rows.flatMap((row, at) => [
    ...nameFindings(row),
    ...(isLeafAt(outline, at) ? knownAmountFindings(plan, row) : []),
  ]);
}

function nameFindings(row: Row): Finding[] {
  const found = (code: FindingCode, severity: Finding['severity']): Finding => {
    return { code, severity, row: row.id, params: { code: row.code } };
  };
  if (row.name.trim() === '') return [found('check.emptyName', 'error')];
  return row.confirmed ? [] : [found('check.unconfirmedName', 'information')];
}

interface Known {
  readonly row: Row;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
}

/** What was found in a row's amounts. An edit makes those of its own rows anew and leaves all others as they are. */
const known = new WeakMap<RowAmounts, Known>();

function knownAmountFindings({ amounts, sources }: Plan, row: Row): readonly Finding[] {
  const own = amounts.get(row.id);
  if (!own) return [];
  const before = known.get(own);
  if (before?.row === row && before.sources === sources) return before.findings;
  const findings = amountFindings(own, row, sources);
  known.set(own, { row, sources, findings });
  return findings;
}

function amountFindings(amounts: RowAmounts, row: Row, sources: readonly Source[]): Finding[] {
  const findings = new Map<FindingCode, Finding>();
  for (const [key, amount] of amounts) {
    const { year, source: id, capital } = parseLeafKey(key);
    const source = findSource(sources, id);
    const params = { year, source: source?.name ?? id };
    const add = (code: FindingCode, severity: Finding['severity']): void => {
      if (!findings.has(code)) findings.set(code, { code, severity, row: row.id, params });
    };
    // Kept when a source's years were changed or a file brought it: the form has no place for it.
    if (source && !source.years.includes(year)) add('check.unfunded', 'error');
    if (amount < 0n) add('check.negative', 'warning');
    if (capital === 'investment' && row.investment !== 'yes') add('check.investment', 'warning');
  }
  return [...findings.values()];
}
