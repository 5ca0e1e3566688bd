import { year } from '../../../plan/ids.ts';
import { knownSource } from '../../../plan/known-sources.ts';
import type { Capital } from '../../../plan/plan.ts';
import type { AmountMeaning, ColumnMeaning } from './meaning.ts';
import type { HeadingSource } from './words.ts';

/** A column that is kept as a note of its rows, and one that is left out. */
export const NOTE_COLUMN = 'note';
export const LEFT_OUT = 'none';

const LABEL_IDS = ['ordinal', 'name', 'code'] as const;
const KINDS: Readonly<Record<string, Capital | 'all'>> = {
  total: 'all',
  investment: 'investment',
  recurrent: 'recurrent',
  unclassified: 'none',
};

/**
 * What an officer says that a column is, by the id of a form's column (`central.investment`, `2023.local.total`,
 * `period.total`, `local.province.recurrent`), `ordinal`, `name`, `code`, `note`, or `none` for a column that is left
 * out. Null where the id is none of these.
 */
export function meaningOfId(id: string): ColumnMeaning | null {
  const label = LABEL_IDS.find((one) => one === id);
  if (label) return { kind: 'label', label };
  if (id === NOTE_COLUMN) return { kind: 'label', label: 'note' };
  if (id === LEFT_OUT) return { kind: 'leftOut' };
  const parts = id.split('.');
  const years = yearsOf(parts[0]);
  const rest = years === null ? parts : parts.slice(1);
  const last = rest.at(-1) ?? '';
  // The margins of F1 name other money as if it were a kind.
  if (years !== null && rest.length === 1 && last === 'other') {
    return { kind: 'amount', years, source: 'other', capital: 'all' };
  }
  const capital = Object.hasOwn(KINDS, last) ? KINDS[last] : undefined;
  const source = sourceOf(rest.at(-2));
  if (capital === undefined || source === null) return null;
  if (rest.length === 1) {
    return years === null
      ? null
      : { kind: 'amount', years, source: capital === 'all' ? 'all' : 'budget', capital };
  }
  return { kind: 'amount', years: years ?? 'oneYear', source, capital };
}

/** The id of a meaning, as `meaningOfId` reads it: what stands in the officer's list of choices. */
export function idOfMeaning({ years, source, capital }: AmountMeaning): string {
  const kind = Object.keys(KINDS).find((one) => KINDS[one] === capital) ?? 'total';
  if (source === 'all' || source === 'budget') return `${years === 'oneYear' ? 'year' : years}.${kind}`;
  const parent = knownSource(source)?.parent;
  const path = parent === undefined ? source : `${parent}.${source}`;
  return years === 'oneYear' ? `${path}.${kind}` : `${years}.${path}.${kind}`;
}

function yearsOf(part: string | undefined): AmountMeaning['years'] {
  if (part === 'period') return 'period';
  if (part === 'year') return 'oneYear';
  return part !== undefined && /^20\d\d$/.test(part) ? year(Number(part)) : null;
}

function sourceOf(part: string | undefined): HeadingSource | 'all' | null {
  if (part === undefined) return 'all';
  if (part === 'central' || part === 'local' || part === 'other') return part;
  return knownSource(part)?.id ?? null;
}
