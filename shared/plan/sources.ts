import type { SourceId, Year } from './ids.ts';
import { sourceId } from './ids.ts';
import { type Period, type Source, yearsOf } from './plan.ts';

/** The three fixed groups, every one funding the whole period (domain.md, fact 6 and forms.md). */
export function standardSources(period: Period): Source[] {
  const years = yearsOf(period);
  const group = { parent: null, years, origin: 'own' } as const;
  return [
    {
      ...group,
      id: sourceId('central'),
      group: 'central',
      name: 'Ngân sách Trung ương',
      short: 'NSTW',
      capitals: ['investment', 'recurrent'],
    },
    {
      ...group,
      id: sourceId('local'),
      group: 'local',
      name: 'Ngân sách địa phương',
      short: 'NSĐP',
      capitals: ['investment', 'recurrent'],
    },
    {
      ...group,
      id: sourceId('other'),
      group: 'other',
      name: 'Huy động hợp pháp khác',
      short: 'Huy động khác',
      capitals: ['none'],
    },
  ];
}

export function findSource(sources: readonly Source[], id: SourceId): Source | undefined {
  return sources.find((source) => source.id === id);
}

export function subSources(sources: readonly Source[], id: SourceId): Source[] {
  return sources.filter((source) => source.parent === id);
}

export function isLeafSource(sources: readonly Source[], id: SourceId): boolean {
  return !sources.some((source) => source.parent === id);
}

export function leafSources(sources: readonly Source[]): Source[] {
  return sources.filter((source) => isLeafSource(sources, source.id));
}

/** A source and what stands above it, nearest first. */
export function sourceLineage(sources: readonly Source[], id: SourceId): SourceId[] {
  const parent = findSource(sources, id)?.parent ?? null;
  return parent === null ? [id] : [id, ...sourceLineage(sources, parent)];
}

/** The source itself when it is a leaf, else the leaves of its subtree. */
export function leavesUnder(sources: readonly Source[], id: SourceId): Source[] {
  const children = subSources(sources, id);
  if (children.length === 0) return sources.filter((source) => source.id === id);
  return children.flatMap((child) => leavesUnder(sources, child.id));
}

/** "2022 - 2025", "2023", "2022, 2024 - 2025": years as footnotes print them. */
export function printYears(years: readonly Year[]): string {
  const runs: [Year, Year][] = [];
  for (const value of years) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === value) run[1] = value;
    else runs.push([value, value]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first} - ${last}`)).join(', ');
}
