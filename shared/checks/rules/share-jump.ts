import type { Selector } from '../../engine/selector.ts';
import { GRAND_TOTAL, type Totals } from '../../engine/totals.ts';
import { type Dong, dong } from '../../money/dong.ts';
import type { Year } from '../../plan/ids.ts';
import { type Plan, type Source, yearsOf } from '../../plan/plan.ts';
import { type Finding, type FindingCode, finding, type Share } from '../finding.ts';

/** A share jumps when it at least doubles or halves and moves by as many hundredths of the total. */
const TIMES = 2n;
const POINTS = 5n;

/**
 * How each group of sources shares in the programme's total from one year to the next: that it starts, ends or jumps is
 * told for information. Often it is right (a local budget that joins later), and sometimes it is a year typed in the
 * wrong column. A share that only gives way to another that starts is not told of.
 */
export function shareJump({ period, sources }: Pick<Plan, 'period' | 'sources'>, totals: Totals): Finding[] {
  const years = yearsOf(period);
  const of = (year: Year, source: Selector['source']): Dong =>
    totals.read(GRAND_TOTAL, totals.address({ years: year, source, capital: 'all' }));
  return sources
    .filter(({ parent }) => parent === null)
    .flatMap((source) =>
      years.flatMap((year, at) => {
        const last = years[at - 1];
        if (last === undefined) return [];
        const before: Share = { part: of(last, source.id), whole: of(last, 'all') };
        const after: Share = { part: of(year, source.id), whole: of(year, 'all') };
        const code = jumpOf(before, after);
        return code ? [jumpFinding(code, source, [last, year], before, after)] : [];
      }),
    );
}

/** Compared without a quotient: exact. Years without money have no shares. */
function jumpOf(before: Share, after: Share): FindingCode | null {
  const comparable = [before, after].every(({ part, whole }) => whole > 0n && part >= 0n);
  if (!comparable || (before.part === 0n && after.part === 0n)) return null;
  if (before.part === 0n) return 'check.shareStarts';
  if (after.part === 0n) return 'check.shareEnds';
  const [was, is] = [before.part * after.whole, after.part * before.whole];
  const [less, more] = was < is ? [was, is] : [is, was];
  const moved = (more - less) * 100n >= POINTS * before.whole * after.whole;
  return more >= TIMES * less && moved ? 'check.shareJumps' : null;
}

function jumpFinding(
  code: FindingCode,
  source: Source,
  [last, year]: readonly [Year, Year],
  before: Share,
  after: Share,
): Finding {
  return finding(code, 'information', null, {
    params: { source: source.name, year, last },
    shares: { before, after },
    difference: dong(after.part - before.part),
    places: [year, last].map((one) => ({
      kind: 'amount',
      row: null,
      selector: { years: one, source: source.id, capital: 'all' },
    })),
  });
}
