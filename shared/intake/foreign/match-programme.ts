import type { ProgrammeTemplate } from '../../programmes/programme.ts';
import { foldText } from '../../text/fold.ts';
import { likeness, type WordCounts, wordCounts } from '../../text/likeness.ts';

export interface MatchedRow {
  /** The programme's row, or null where none is near enough. */
  readonly code: string | null;
  /** 1 is certain. */
  readonly confidence: number;
}

export interface MatchedProgramme {
  readonly programme: ProgrammeTemplate;
  readonly rows: readonly MatchedRow[];
}

/** Below this a name is not taken for a row of a programme. */
export const NEAR_ENOUGH = 0.6;

/**
 * The programme whose rows the names are, tolerantly: missing words, other diacritics and other numbers in front do not
 * matter. Each row of a programme is taken once, by the name that is nearest to it. Null where no name is found in any;
 * with `whole`, where fewer than half are: then the table is hardly of that programme.
 */
export function matchProgramme(
  names: readonly string[],
  programmes: readonly ProgrammeTemplate[],
  { whole }: { readonly whole: boolean },
): MatchedProgramme | null {
  let best: MatchedProgramme | null = null;
  let bestSum = 0;
  for (const programme of programmes) {
    const rows = matchRows(names, programme);
    const sum = rows.reduce((total, { code, confidence }) => total + (code === null ? 0 : confidence), 0);
    if (sum > bestSum) [best, bestSum] = [{ programme, rows }, sum];
  }
  const found = best?.rows.filter(({ code }) => code !== null).length ?? 0;
  return best && (!whole || found * 2 >= names.length) ? best : null;
}

function matchRows(names: readonly string[], programme: ProgrammeTemplate): MatchedRow[] {
  const titles = programme.rows.map(({ code, name }) => ({ code, words: wordsOf(name) }));
  const pairs = names.flatMap((name, at) => {
    const words = wordsOf(name);
    return titles.map(({ code, words: title }) => ({ at, code, likeness: likeness(words, title) }));
  });
  const matched = new Array<MatchedRow>(names.length).fill({ code: null, confidence: 0 });
  const [takenNames, takenCodes] = [new Set<number>(), new Set<string>()];
  for (const { at, code, likeness: confidence } of pairs.sort(
    (one, other) => other.likeness - one.likeness,
  )) {
    if (confidence < NEAR_ENOUGH) break;
    if (takenNames.has(at) || takenCodes.has(code)) continue;
    takenNames.add(at);
    takenCodes.add(code);
    matched[at] = { code, confidence };
  }
  return matched;
}

/** A name's words without the number that may stand in front ("Dự án 4:", "Tiểu dự án 1."). */
function wordsOf(name: string): WordCounts {
  return wordCounts(
    foldText(name).replace(
      /^\s*(?:(?:tieu )?du an|noi dung(?: thanh phan)?|hop phan|hoat dong)(?: so)? \d+(?:\.\d+)*\s*[:.\-–]?\s*/,
      '',
    ),
  );
}
