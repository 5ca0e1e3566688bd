import { describe, expect, test } from 'vitest';
import { type SourceId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Source } from '../../../shared/plan/plan.ts';
import {
  isLeafSource,
  leafSources,
  leavesUnder,
  printYears,
  standardSources,
  subSources,
} from '../../../shared/plan/sources.ts';

describe('years as footnotes print them', () => {
  test.each([
    [[2022, 2023, 2024, 2025], '2022 - 2025'],
    [[2023], '2023'],
    [[2022, 2023], '2022 - 2023'],
    [[2022, 2024, 2025], '2022, 2024 - 2025'],
    [[2021, 2023, 2025], '2021, 2023, 2025'],
    [[2021, 2022, 2024, 2025, 2027], '2021 - 2022, 2024 - 2025, 2027'],
    [[], ''],
  ])('%j is “%s”', (years, text) => {
    expect(printYears(years.map(year))).toBe(text);
  });
});

describe('the tree of sources', () => {
  const groups = standardSources({ first: year(2022), last: year(2025) });
  const part = (id: string, parent: string): Source => ({
    id: sourceId(id),
    parent: sourceId(parent),
    group: 'local',
    name: id,
    short: id,
    years: [],
    capitals: ['recurrent'],
    origin: 'own',
  });
  const sources = [
    ...groups.slice(0, 2),
    part('province', 'local'),
    part('ahead', 'province'),
    part('carried', 'province'),
    part('commune', 'local'),
    ...groups.slice(2),
  ];
  const ids = (found: readonly Source[]) => found.map((source): string => source.id);
  const under = (id: string) => ids(leavesUnder(sources, sourceId(id)));

  test('has three groups that fund the whole period', () => {
    expect(ids(groups)).toEqual(['central', 'local', 'other']);
    for (const { years, parent } of groups) {
      expect(parent).toBeNull();
      expect(printYears(years)).toBe('2022 - 2025');
    }
    expect(groups.at(-1)?.capitals).toEqual(['none']);
  });

  test('a leaf stands for itself, an opened source for the leaves below it, in order', () => {
    expect(under('central')).toEqual(['central']);
    expect(under('local')).toEqual(['ahead', 'carried', 'commune']);
    expect(under('province')).toEqual(['ahead', 'carried']);
    expect(under('nobody')).toEqual([]);
  });

  test('amounts belong to leaves only', () => {
    expect(ids(leafSources(sources))).toEqual(['central', 'ahead', 'carried', 'commune', 'other']);
    expect(ids(subSources(sources, sourceId('local')))).toEqual(['province', 'commune']);
    const leaf = (id: SourceId) => isLeafSource(sources, id);
    expect(sources.map(({ id }) => leaf(id))).toEqual([true, false, false, true, true, true, true]);
  });
});
