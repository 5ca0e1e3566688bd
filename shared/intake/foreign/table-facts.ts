import type { Unit } from '../../money/unit.ts';
import type { Year } from '../../plan/ids.ts';
import type { Period } from '../../plan/plan.ts';
import { foldText } from '../../text/fold.ts';
import { namedYears } from './heading/meaning.ts';
import { headingWords } from './heading/words.ts';
import type { ForeignTable } from './read-table.ts';
import { isUnitLine, statedUnit } from './unit-line.ts';

/** From a line above the table or its heading, or a heading's own brackets; else from what stands above a table before it. */
export function unitOf({ above, outer, heading }: ForeignTable): Unit | undefined {
  const texts = [...above, ...new Set(heading.columns.flatMap(({ path }) => path))];
  const stated = texts.flatMap((text) => statedUnit(text) ?? []);
  const [only, ...others] = new Set(
    stated.length > 0 ? stated : outer.flatMap((text) => statedUnit(text) ?? []),
  );
  return others.length === 0 ? only : undefined;
}

/** The years that the table is about: those its headings name, else those of the lines above. */
export function periodOf({ amounts, above, outer }: ForeignTable): Period | null {
  const named = namedYears(amounts.map(({ path }) => path));
  const years = [named, titleYears(above), titleYears(outer)].find(({ length }) => length > 0) ?? [];
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Of the title alone: the line in brackets beneath it names the decision and its date. */
function titleYears(above: readonly string[]): readonly Year[] {
  const { years } = headingWords(titleOf(above));
  if (typeof years === 'number') return [years];
  return typeof years === 'object' ? [years.first, years.last] : [];
}

/** What stands above tables and is no title: the number of a form, a unit, a line in brackets, the state's name. */
const FURNITURE =
  /^(?:(?:phu luc|bieu|bieu mau|mau)(?: so)?(?: [\divxa-h.]+)?(?:[/-].*)?$|(?:phu luc|bieu|mau) so|don vi|dvt|\(|cong hoa xa hoi|doc lap)/;
/** Whose paper it is; a line with a year says more. */
const LETTERHEAD =
  /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|ban chi dao|so|phong|tinh|thanh pho|huyen|xa)\b(?!.*20\d\d)/;

/** The lines in capitals, which are the title's where there are several; else the line nearest to the table. */
export function titleOf(above: readonly string[]): string {
  const lines = above.filter((line) => {
    const folded = foldText(line);
    return !FURNITURE.test(folded) && !LETTERHEAD.test(folded) && !isUnitLine(line);
  });
  const capitals = lines.filter((line) => line === line.toLocaleUpperCase('vi'));
  return capitals.length > 0 ? capitals.join(' ') : (lines.at(-1) ?? '');
}

export function decisionOf(above: readonly string[]): string {
  const line = above.find((one) => /^\(?\s*(?:kem theo|ban hanh kem theo)/.test(foldText(one)));
  return line?.trim().replace(/^\(/, '').replace(/\)$/, '') ?? '';
}
