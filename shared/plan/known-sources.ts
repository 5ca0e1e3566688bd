import { type SourceId, sourceId } from './ids.ts';
import type { Capital, Source, SourceGroup } from './plan.ts';

/**
 * Sub-sources that offices name alike everywhere (domain.md, glossary; forms.md, F6): the levels of the local budget,
 * and where other money comes from. A plan may open others; these are known by their words and have rows on F6.
 */
export const KNOWN_SOURCES = [
  { id: 'province', parent: 'local', group: 'local', name: 'Ngân sách tỉnh', short: 'Tỉnh' },
  { id: 'district', parent: 'local', group: 'local', name: 'Ngân sách huyện', short: 'Huyện' },
  { id: 'commune', parent: 'local', group: 'local', name: 'Ngân sách xã', short: 'Xã' },
  { id: 'integrated', parent: 'other', group: 'other', name: 'Vốn lồng ghép', short: 'Lồng ghép' },
  { id: 'credit', parent: 'other', group: 'other', name: 'Vốn tín dụng chính sách', short: 'Tín dụng' },
  { id: 'enterprise', parent: 'other', group: 'other', name: 'Vốn doanh nghiệp', short: 'Doanh nghiệp' },
  {
    id: 'community',
    parent: 'other',
    group: 'other',
    name: 'Huy động của cộng đồng và người dân',
    short: 'Cộng đồng',
  },
  { id: 'community-cash', parent: 'community', group: 'other', name: 'Tiền mặt', short: 'Tiền mặt' },
  {
    id: 'community-kind',
    parent: 'community',
    group: 'other',
    name: 'Ngày công và hiện vật quy đổi',
    short: 'Ngày công, hiện vật',
  },
] as const satisfies readonly {
  readonly id: string;
  readonly parent: string;
  readonly group: SourceGroup;
  readonly name: string;
  readonly short: string;
}[];

export type KnownSourceId = (typeof KNOWN_SOURCES)[number]['id'];

export function knownSource(id: string): (typeof KNOWN_SOURCES)[number] | undefined {
  return KNOWN_SOURCES.find((source) => source.id === id);
}

/** A known sub-source as one of a plan, with the years and kinds of money that it has there. */
export function knownSubSource(
  id: KnownSourceId,
  years: Source['years'],
  capitals: readonly Capital[],
): Source {
  const known = knownSource(id);
  if (!known) throw new Error(`no such known source: ${id}`);
  return {
    id: sourceId(known.id),
    parent: sourceId(known.parent),
    group: known.group,
    name: known.name,
    short: known.short,
    years,
    capitals,
    origin: id === 'integrated' ? 'integrated' : 'own',
  };
}

/** A source and what stands above it, nearest first: `community-cash`, `community`, `other`. */
export function knownLineage(id: string): readonly SourceId[] {
  const known = knownSource(id);
  return [sourceId(id), ...(known ? knownLineage(known.parent) : [])];
}
