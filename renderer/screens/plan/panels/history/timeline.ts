import type { HistoryEntry } from '../../../../../shared/api/history.ts';
import type { Revision } from '../../../../../shared/api/revisions.ts';

/** What stands in the line of time: a row of the history, or a mark of a revision that was named or opened again. */
export type TimelineItem =
  | { readonly kind: 'entry'; readonly at: string; readonly entry: HistoryEntry }
  | { readonly kind: 'revision' | 'reopening'; readonly at: string; readonly revision: Revision };

export interface TimelineDay {
  /** ISO time of its newest item. */
  readonly at: string;
  readonly items: readonly TimelineItem[];
}

/** Newest first, by the days of this computer's clock. A revision stands above the row of the history that it names. */
export function timelineOf(
  entries: readonly HistoryEntry[],
  revisions: readonly Revision[],
): readonly TimelineDay[] {
  const marks = Map.groupBy(revisions.flatMap(marksOf), ({ revision }) => revision.sequence);
  const items = entries.flatMap((entry): TimelineItem[] => {
    const above = (marks.get(entry.sequence) ?? []).toSorted((one, other) => (one.at < other.at ? 1 : -1));
    return [...above, { kind: 'entry', at: entry.at, entry }];
  });
  const days: { at: string; items: TimelineItem[] }[] = [];
  for (const item of items) {
    const day = days.at(-1);
    if (day && dayOf(day.at) === dayOf(item.at)) day.items.push(item);
    else days.push({ at: item.at, items: [item] });
  }
  return days;
}

function marksOf(revision: Revision): Extract<TimelineItem, { revision: Revision }>[] {
  const { at, reopened } = revision;
  const named = { kind: 'revision', at, revision } as const;
  return reopened ? [named, { kind: 'reopening', at: reopened.at, revision }] : [named];
}

function dayOf(at: string): string {
  return new Date(at).toDateString();
}
