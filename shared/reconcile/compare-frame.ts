import { kindTitle } from '../forms/columns.ts';
import { UNIT_NAME } from '../money/unit.ts';
import type { Plan, Source } from '../plan/plan.ts';
import { findSource, isLeafSource, printYears } from '../plan/sources.ts';
import type { Refusal } from '../refusal.ts';
import { pairSources } from './compare-sources.ts';

/** Something around the amounts that two plans do not have alike; worded by `shared/messages`. */
export type FrameDifference = Refusal<FrameDifferenceCode>;

export type FrameDifferenceCode =
  | 'compare.title'
  | 'compare.decision'
  | 'compare.locality'
  | 'compare.unit'
  | 'compare.footnotes'
  | 'compare.signature'
  | 'compare.programme'
  | 'compare.period'
  | 'compare.sourceAdded'
  | 'compare.sourceRemoved'
  | 'compare.sourceRenamed'
  | 'compare.sourceYears'
  | 'compare.sourceKinds';

/** Header, programme, period and sources of two plans: every difference, before and after. */
export function frameDifferences(before: Plan, after: Plan): FrameDifference[] {
  const [then, now] = [before.header, after.header];
  const found: FrameDifference[] = [];
  const hold = (code: FrameDifferenceCode, was: string, is: string, params: Refusal['params'] = {}): void => {
    if (was !== is) found.push({ code, params: { ...params, before: said(was), after: said(is) } });
  };
  hold('compare.title', then.title, now.title);
  hold('compare.decision', then.decision, now.decision);
  hold('compare.locality', then.locality, now.locality);
  hold('compare.programme', before.programme.title, after.programme.title);
  hold('compare.period', spanOf(before), spanOf(after));
  hold('compare.unit', UNIT_NAME[then.unit], UNIT_NAME[now.unit]);
  hold('compare.footnotes', then.footnotes.join(' / '), now.footnotes.join(' / '));
  hold('compare.signature', then.signature.join(' / '), now.signature.join(' / '));
  const pairs = pairSources(before, after);
  const kept = new Set(pairs.values());
  for (const source of before.sources) {
    const same = findSource(after.sources, pairs.get(source.id) ?? source.id);
    if (!same || !pairs.has(source.id)) {
      found.push({ code: 'compare.sourceRemoved', params: { source: source.name } });
      continue;
    }
    const params = { source: same.name };
    hold('compare.sourceRenamed', source.name, same.name, params);
    // Of an opened source years and kinds belong to its sub-sources.
    if (!isLeafSource(before.sources, source.id) || !isLeafSource(after.sources, same.id)) continue;
    hold('compare.sourceYears', printYears(source.years), printYears(same.years), params);
    // The same kinds may be called otherwise in another programme.
    if (source.capitals.join() !== same.capitals.join())
      hold('compare.sourceKinds', kindsOf(source, before), kindsOf(same, after), params);
  }
  for (const { id, name } of after.sources) {
    if (!kept.has(id)) found.push({ code: 'compare.sourceAdded', params: { source: name } });
  }
  return found;
}

function said(text: string): string {
  return text === '' ? '…' : text;
}

function spanOf({ period: { first, last } }: Plan): string {
  return first === last ? `${first}` : `${first} - ${last}`;
}

function kindsOf({ capitals }: Source, plan: Plan): string {
  return capitals.map((kind) => kindTitle(kind, plan)).join(', ');
}
