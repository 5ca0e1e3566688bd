import { message } from './message.ts';

interface RecoveredPlan {
  readonly title: string;
  readonly steps: number;
  readonly lost: { readonly first: number; readonly last: number } | null;
  readonly state: 'whole' | 'amounts' | 'earlier' | 'gone';
}

/** How a damaged library was put together again (`shared/api/recovery.ts`). */
interface Recovery {
  readonly kept: string;
  readonly backups: readonly string[];
  readonly plans: readonly RecoveredPlan[];
  readonly lost: readonly { readonly table: string; readonly name: string }[];
}

/** A recovery's report, a line a fact: what was done, each plan with the changes that are missing, what else is. */
export function wordRecovery({ kept, backups, plans, lost }: Recovery, locale?: 'vi' | 'en'): string[] {
  return [
    message('recovery.done', { kept }, locale),
    ...(backups.length > 0 ? [message('recovery.backups', { files: backups.join(', ') }, locale)] : []),
    ...plans.map((plan) => wordPlan(plan, locale)),
    ...lost.map(({ table, name }) =>
      name === ''
        ? message('recovery.lostSome', { table }, locale)
        : message('recovery.lostRecord', { table, name }, locale),
    ),
  ];
}

function wordPlan({ title, steps, lost, state }: RecoveredPlan, locale?: 'vi' | 'en'): string {
  const last = steps - 1;
  if (!lost || state === 'whole') return message('recovery.whole', { title, last }, locale);
  const { first, last: to } = lost;
  switch (state) {
    case 'amounts':
      return message('recovery.amounts', { title, first, to }, locale);
    case 'earlier':
      return message('recovery.earlier', { title, last, first, to }, locale);
    case 'gone':
      return message('recovery.gone', { title, to }, locale);
    default:
      return state satisfies never;
  }
}
