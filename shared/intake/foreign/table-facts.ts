import type { Unit } from '../../money/unit.ts';
import type { Year } from '../../plan/ids.ts';
import type { Period } from '../../plan/plan.ts';
import { foldText } from '../../text/fold.ts';
import { namedYears } from './heading/meaning.ts';
import { headingWords } from './heading/words.ts';
import type { ForeignTable } from './read-table.ts';
import { statedUnit } from './unit-line.ts';

/** From a line above the table or its heading, else from a heading's own brackets. */
export function unitOf({ above, heading }: ForeignTable): Unit | undefined {
  const texts = [...above, ...new Set(heading.columns.flatMap(({ path }) => path))];
  const stated = new Set(texts.flatMap((text) => statedUnit(text) ?? []));
  const [only, ...others] = stated;
  return others.length === 0 ? only : undefined;
}

/** The years that the table is about: those its headings name, else those of the lines above. */
export function periodOf({ amounts, above }: ForeignTable): Period | null {
  const named = namedYears(amounts.map(({ path }) => path));
  const years = named.length > 0 ? named : titleYears(above);
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Of the title alone: the line in brackets beneath it names the decision and its date. */
function titleYears(above: readonly string[]): readonly Year[] {
  const title = titleOf(above);
  const { years } = headingWords(title);
  if (typeof years === 'number') return [years];
  return typeof years === 'object' ? [years.first, years.last] : [];
}

export function titleOf(above: readonly string[]): string {
  const lines = above.filter(
    (line) => !/^(?:phu luc|bieu|mau|don vi|dvt|\()/.test(foldText(line)) && statedUnit(line) === undefined,
  );
  return lines.find((line) => line === line.toLocaleUpperCase('vi')) ?? lines.at(-1) ?? '';
}

export function decisionOf(above: readonly string[]): string {
  const line = above.find((one) => /^\(?\s*(?:kem theo|ban hanh kem theo)/.test(foldText(one)));
  return line?.trim().replace(/^\(/, '').replace(/\)$/, '') ?? '';
}
