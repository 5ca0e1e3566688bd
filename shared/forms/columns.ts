import type { Selector } from '../engine/selector.ts';
import type { Year } from '../plan/ids.ts';
import { sourceId } from '../plan/ids.ts';
import { CAPITALS, type Capital, type PlanFrame, type Source, yearsOf } from '../plan/plan.ts';
import { findSource, leavesUnder, subSources } from '../plan/sources.ts';
import type { BlockRule, ColumnRule, Form, MarginRule, SourceRule } from './form.ts';
import type { FormColumn, Heading } from './table.ts';

export interface LaidColumns {
  readonly headings: readonly Heading[];
  readonly columns: readonly SelectingColumn[];
}

/** A column of a form whose rows are the plan's: it says all that its cells select. */
export interface SelectingColumn extends FormColumn {
  readonly selector: Selector;
}

/** A form's columns for one plan: years repeated, opened sources unfolded, texts filled in. */
export function layoutColumns(form: Form, plan: PlanFrame): LaidColumns {
  const columns: SelectingColumn[] = [];
  const headings = form.columns.flatMap((rule) => layoutRule(rule, plan, columns));
  return { headings, columns };
}

/** What holds for every column under one heading. */
interface Place {
  readonly prefix: string;
  readonly block: string;
  readonly path: readonly string[];
  readonly years: Selector['years'];
}

function layoutRule(rule: ColumnRule, plan: PlanFrame, into: SelectingColumn[]): Heading[] {
  if (rule.kind === 'block') return layoutBlock(rule, plan, into);
  const id = rule.kind === 'source' ? rule.source : rule.id;
  const years = rule.kind === 'source' && rule.years === 'period' ? 'period' : 'oneYear';
  return [layoutInner(rule, plan, { prefix: '', block: id, path: [], years }, into)].flat();
}

function layoutBlock(rule: BlockRule, plan: PlanFrame, into: SelectingColumn[]): Heading[] {
  const years = yearsOf(plan.period);
  if (years.length === 1 && rule.inOneYearPlan === 'skip') return [];
  const title = years.length === 1 && rule.inOneYearPlan !== 'skip' ? rule.inOneYearPlan.title : rule.title;
  const block = (id: string, shown: Selector['years']): Heading => {
    const heading = fillTitle(title, plan, typeof shown === 'number' ? shown : undefined);
    const place: Place = { prefix: `${id}.`, block: id, path: [heading], years: shown };
    return {
      title: heading,
      children: rule.columns.flatMap((inner) => layoutInner(inner, plan, place, into)),
    };
  };
  if (rule.years === 'eachYear') return years.map((year) => block(rule.id ?? `${year}`, year));
  return [block(rule.id ?? rule.years, rule.years)];
}

function layoutInner(
  rule: SourceRule | MarginRule,
  plan: PlanFrame,
  place: Place,
  into: SelectingColumn[],
): Heading[] {
  if (rule.kind === 'source') {
    const source = findSource(plan.sources, sourceId(rule.source));
    return source ? [layoutSource(source, rule.title, plan, place, into)] : [];
  }
  if (rule.onlyWhereUsed && !budgetHolds(plan, rule.capital)) return [];
  const title = fillTitle(rule.title, plan);
  const source = rule.source === 'other' ? sourceId('other') : rule.source;
  return [
    pushColumn(into, place, {
      id: `${place.prefix}${rule.id}`,
      title,
      selector: { years: place.years, source, capital: rule.capital },
      leaf: null,
    }),
  ];
}

function budgetHolds(plan: PlanFrame, capital: MarginRule['capital']): boolean {
  return plan.sources.some(
    (source) =>
      source.group !== 'other' &&
      subSources(plan.sources, source.id).length === 0 &&
      source.capitals.some((kind) => kind === capital),
  );
}

/** A source's columns: one where it has a single kind; else its total, its kinds, then its sub-sources. */
function layoutSource(
  source: Source,
  title: string,
  plan: PlanFrame,
  place: Place,
  into: SelectingColumn[],
): Heading {
  const children = subSources(plan.sources, source.id);
  const isLeaf = children.length === 0;
  const prefix = `${place.prefix}${source.id}.`;
  const selector = (capital: Selector['capital']): Selector => ({
    years: place.years,
    source: source.id,
    capital,
  });
  const [only] = source.capitals;
  if (isLeaf && source.capitals.length === 1 && only) {
    const leaf = place.years === 'period' ? null : { source: source.id, capital: only };
    return pushColumn(into, place, { id: `${prefix}total`, title, selector: selector('all'), leaf });
  }
  const inner: Place = { ...place, prefix, path: [...place.path, title] };
  const held = leavesUnder(plan.sources, source.id);
  const every = CAPITALS.filter((kind) => held.some((leaf) => leaf.capitals.includes(kind)));
  // One kind alone is the total itself.
  const kinds = every.length === 1 ? [] : every;
  const headings: Heading[] = [
    pushColumn(into, inner, {
      id: `${prefix}total`,
      title: 'Tổng số',
      selector: selector('all'),
      leaf: null,
    }),
  ];
  for (const kind of kinds) {
    const leaf = isLeaf && place.years !== 'period' ? { source: source.id, capital: kind } : null;
    const id = `${prefix}${kind === 'none' ? 'unclassified' : kind}`;
    headings.push(
      pushColumn(into, inner, { id, title: kindTitle(kind, plan), selector: selector(kind), leaf }),
    );
  }
  for (const child of children) headings.push(layoutSource(child, child.short, plan, inner, into));
  return { title, children: headings };
}

function pushColumn(
  into: SelectingColumn[],
  place: Place,
  column: Pick<SelectingColumn, 'id' | 'selector' | 'leaf'> & { readonly title: string },
): Heading {
  const { id, title, selector, leaf } = column;
  into.push({ id, selector, leaf, block: place.block, path: [...place.path, title] });
  return { title, column: id };
}

/** "ĐTPT", "SN" or what the programme calls them. */
export function kindTitle(kind: Capital, plan: PlanFrame): string {
  switch (kind) {
    case 'investment':
      return plan.programme.investment.short;
    case 'recurrent':
      return plan.programme.recurrent.short;
    case 'none':
      return 'Chưa phân loại';
    default:
      return kind satisfies never;
  }
}

export function fillTitle(template: string, plan: PlanFrame, year?: Year): string {
  return template
    .replaceAll('{first}', `${plan.period.first}`)
    .replaceAll('{last}', `${plan.period.last}`)
    .replaceAll('{year}', `${year ?? plan.period.first}`)
    .replaceAll('{investment}', plan.programme.investment.short)
    .replaceAll('{recurrent}', plan.programme.recurrent.short);
}
