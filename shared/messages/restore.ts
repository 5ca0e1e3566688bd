import type { Dong } from '../money/dong.ts';
import { writeAmount } from '../money/write.ts';
import { message } from './message.ts';

interface Point {
  readonly sequence: number;
  readonly total: Dong;
}

/** What taking a backup back does to the plans (`shared/api/backups.ts`); null where one side has no such plan. */
interface Restore {
  readonly plans: readonly {
    readonly title: string;
    readonly before: Point | null;
    readonly after: Point | null;
  }[];
  readonly same: number;
}

/** A line a plan that goes, comes back or changes, totals in đồng; last how many stay as they are, where some do. */
export function wordRestore({ plans, same }: Restore, locale: 'vi' | 'en' = 'vi'): string[] {
  const write = (amount: Dong): string => writeAmount(amount, 'dong', { numbers: locale });
  const changed = plans.map(({ title, before, after }) => {
    if (!after) return message('restore.goes', { title }, locale);
    if (!before) return message('restore.comes', { title }, locale);
    const totals = { before: write(before.total), after: write(after.total) };
    const params = { title, from: before.sequence, to: after.sequence, ...totals };
    return message('restore.changes', params, locale);
  });
  return same > 0 || changed.length === 0
    ? [...changed, message('restore.same', { count: same }, locale)]
    : changed;
}
