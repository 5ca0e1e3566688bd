import type { RowId } from '../plan/ids.ts';
import { isLeafAt, outlineOf } from '../plan/outline.ts';
import { type Plan, parseLeafKey, type Row } from '../plan/plan.ts';
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
    ...(isLeafAt(outline, at) ? amountFindings(plan, row) : []),
  ]);
}

function nameFindings(row: Row): Finding[] {
  const found = (code: FindingCode, severity: Finding['severity']): Finding => {
    return { code, severity, row: row.id, params: { code: row.code } };
  };
  if (row.name.trim() === '') return [found('check.emptyName', 'error')];
  return row.confirmed ? [] : [found('check.unconfirmedName', 'information')];
}

function amountFindings(plan: Plan, row: Row): Finding[] {
  const findings = new Map<FindingCode, Finding>();
  for (const [key, amount] of plan.amounts.get(row.id) ?? []) {
    const { year, source: id, capital } = parseLeafKey(key);
    const source = findSource(plan.sources, id);
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
