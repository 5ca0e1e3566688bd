import { dong, ZERO } from '../../shared/money/dong.ts';
import { planId, type RowId, rowId, sourceId, type Year, year } from '../../shared/plan/ids.ts';
import {
  type Capital,
  type LeafKey,
  leafKey,
  type Plan,
  type Row,
  type RowAmounts,
  type Source,
  type SourceGroup,
  yearsOf,
} from '../../shared/plan/plan.ts';
import { vinhLongPlan } from '../shared/plan/sample-plan.ts';

const PERIOD = { first: year(2021), last: year(2025) };
/** Sub-projects below the three projects of a locality: 20 rows in all, 16 of them leaves. */
const LEAVES_BELOW = [5, 5, 6];

/** So many localities of 20 rows over five years, eight leaf sources and kinds a year: what a ministry puts together. */
export function planOfLocalities(count: number): Plan {
  const years = yearsOf(PERIOD);
  const sources = sourcesOver(years);
  const rows: Row[] = [];
  const amounts = new Map<RowId, RowAmounts>();
  const add = (parent: Row | null, name: string): Row => {
    const id = rowId(`r${rows.length}`);
    const row: Row = {
      id,
      parent: parent?.id ?? null,
      code: `DA${rows.length}`,
      ordinal: null,
      name,
      investment: 'yes',
      leadAgency: '',
      note: '',
      confirmed: true,
    };
    rows.push(row);
    return row;
  };
  for (let locality = 1; locality <= count; locality++) {
    const top = add(null, `Xã số ${locality}`);
    for (const [at, leaves] of LEAVES_BELOW.entries()) {
      const project = add(top, `Dự án ${at + 1}: Giảm nghèo bền vững của xã số ${locality}`);
      for (let below = 1; below <= leaves; below++) {
        const leaf = add(project, `Tiểu dự án ${below}: Hỗ trợ đầu tư, phát triển hạ tầng kinh tế - xã hội`);
        amounts.set(leaf.id, amountsOf(rows.length, years, sources));
      }
    }
  }
  const sample = vinhLongPlan();
  return { ...sample, id: planId(`l${count}`), period: PERIOD, sources, rows, amounts };
}

function sourcesOver(years: readonly Year[]): Source[] {
  const source = (
    id: string,
    parent: string | null,
    group: SourceGroup,
    name: string,
    kinds: Capital[],
  ): Source => ({
    id: sourceId(id),
    parent: parent === null ? null : sourceId(parent),
    group,
    name,
    short: name,
    years,
    capitals: kinds,
    origin: 'own',
  });
  const kinds: Capital[] = ['investment', 'recurrent'];
  return [
    source('central', null, 'central', 'NSTW', kinds),
    source('local', null, 'local', 'NSĐP', kinds),
    source('province', 'local', 'local', 'Tỉnh', kinds),
    source('district', 'local', 'local', 'Huyện', kinds),
    source('commune', 'local', 'local', 'Xã', kinds),
    source('other', null, 'other', 'Khác', ['none']),
  ];
}

function amountsOf(seed: number, years: readonly Year[], sources: readonly Source[]): RowAmounts {
  const amounts = new Map<LeafKey, ReturnType<typeof dong>>();
  for (const [at, own] of years.entries()) {
    for (const [place, source] of sources.entries()) {
      if (source.id === 'local') continue;
      for (const [kind, capital] of source.capitals.entries()) {
        const amount = dong(BigInt((seed * 7_919 + at * 131 + place * 17 + kind * 7) % 9_973) * 500_000n);
        if (amount !== ZERO) amounts.set(leafKey(own, source.id, capital), amount);
      }
    }
  }
  return amounts;
}
