import { expect, test } from 'vitest';
import { timelineOf } from '../../renderer/screens/plan/panels/history/timeline.ts';
import type { HistoryEntry } from '../../shared/api/history.ts';
import type { Revision } from '../../shared/api/revisions.ts';

const at = (day: number, hour: number): string => new Date(2025, 0, day, hour).toISOString();

const entry = (sequence: number, time: string): HistoryEntry => ({
  sequence,
  at: time,
  by: 'Lan',
  kind: 'change',
  label: { code: 'change.setHeader', params: {} },
  undoes: null,
  undone: false,
});

const revision = (label: string, sequence: number, time: string, reopened: string | null): Revision => ({
  label,
  sequence,
  at: time,
  by: 'Lan',
  stage: 'approved',
  note: '',
  approved: true,
  reopened: reopened === null ? null : { at: reopened, by: 'Hoa', kind: 'adjust', reason: 'Giảm vốn' },
});

test('the line of time is told day by day, what named or opened a point of it above that point', () => {
  const entries = [entry(3, at(3, 9)), entry(2, at(2, 9)), entry(1, at(2, 8))];
  const revisions = [revision('Trình', 1, at(2, 8), null), revision('Phê duyệt', 2, at(2, 10), at(3, 8))];
  const told = timelineOf(entries, revisions).map(({ items }) =>
    items.map((item) =>
      item.kind === 'entry' ? item.entry.sequence : `${item.kind} ${item.revision.label}`,
    ),
  );
  expect(told).toEqual([
    [3, 'reopening Phê duyệt'],
    ['revision Phê duyệt', 2, 'revision Trình', 1],
  ]);
});
