import fc from 'fast-check';
import { type Dong, dong } from '../../../shared/money/dong.ts';
import { UNITS } from '../../../shared/money/unit.ts';
import { DEFAULT_WORDS } from '../../../shared/money/words.ts';
import {
  planId,
  type RowId,
  rowId,
  type SourceId,
  sourceId,
  type Year,
  year,
} from '../../../shared/plan/ids.ts';
import {
  type Capital,
  type Header,
  type LeafKey,
  leafKey,
  type Plan,
  type Row,
  type RowAmounts,
  type Source,
  yearsOf,
} from '../../../shared/plan/plan.ts';
import { NO_REVIEW } from '../../../shared/plan/review.ts';
import { leafSources, standardSources } from '../../../shared/plan/sources.ts';
import { withoutHiddenMarks } from '../../../shared/text/hidden-marks.ts';

/** What spreadsheets like to misread: formulas, escapes, quotes, control characters, line ends. */
const ODD_TEXTS = [
  '=1+1',
  '+84',
  '-',
  '- Hỗ trợ nhà ở',
  '@tên',
  `'nháy`,
  '"ngoặc" & <thẻ/>',
  '_x0041_ và _x000D_',
  'a_x005F_x0041_',
  'dòng một\ndòng hai\r\nba\rbốn',
  ' đầu và cuối ',
  'tab\tở giữa',
  'điều khiển \u0001\u001f\u007f',
  'lẻ \ud800 đôi 😀 \uffff',
  'Ngân sách địa phương'.normalize('NFD'),
  '1.500',
  'TRUE',
  '#REF!',
  '2022-01-01',
  `rất dài ${'nội dung hỗ trợ '.repeat(120)}`,
] as const;

/** No border lets marks that nobody sees into a plan. */
const text = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom('Hỗ trợ sản xuất', 'Đào tạo nghề', 'Giám sát, đánh giá', '') },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_TEXTS) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  )
  .map(withoutHiddenMarks);

/** At most 12 significant digits, so that no total of a few dozen leaves has more than a spreadsheet's fifteen. */
const amount: fc.Arbitrary<Dong> = fc
  .tuple(
    fc.oneof(fc.bigInt(-999n, 999n), fc.bigInt(-999_999n, 999_999n), fc.constant(0n)),
    fc.constantFrom(1n, 10n, 1_000n, 50_000n, 1_000_000n),
  )
  .map(([count, size]) => dong(count * size));

function rowsOf(
  parents: readonly number[],
  texts: readonly string[],
  ordinals: readonly (string | null)[],
): Row[] {
  const made: { row: Row; depth: number }[] = [];
  const open: RowId[] = [];
  parents.forEach((up, at) => {
    const depth = Math.min(open.length, up, 2);
    open.length = depth;
    const id = rowId(`r${at}`);
    const row: Row = {
      id,
      parent: open.at(-1) ?? null,
      code: `DA${at}`,
      ordinal: ordinals[at] ?? null,
      name: texts[at] ?? '',
      investment: 'yes',
      leadAgency: texts[at + 1] ?? '',
      note: at % 3 === 0 ? (texts[at + 2] ?? '') : '',
      confirmed: at % 2 === 0,
    };
    made.push({ row, depth });
    open.push(id);
  });
  return made.map(({ row }) => row);
}

function localParts(years: readonly (readonly Year[])[]): Source[] {
  const part = (id: string, short: string, own: readonly Year[], capitals: readonly Capital[]): Source => ({
    id: sourceId(id),
    parent: sourceId('local'),
    group: 'local',
    name: `Ngân sách cấp ${short.toLowerCase()}`,
    short,
    years: own,
    capitals,
    origin: 'own',
  });
  return [
    part('local.province', 'Tỉnh', years[0] ?? [], ['investment', 'recurrent']),
    part('xã-1', 'Xã', years[1] ?? [], ['investment', 'recurrent', 'none']),
  ];
}

export interface PlanShape {
  /** Whether the funded years of each source hold the same amount, as F1 needs. */
  readonly equalYears: boolean;
  readonly mostYears: number;
}

/** Any plan: rows to three levels, sources with funded years of their own, sometimes opened, odd texts. */
export function arbitraryPlan({ equalYears, mostYears }: PlanShape): fc.Arbitrary<Plan> {
  const base = fc.record({
    first: fc.integer({ min: 2016, max: 2030 }),
    length: fc.integer({ min: 1, max: mostYears }),
    parents: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 0, maxLength: 9 }),
    texts: fc.array(text, { minLength: 14, maxLength: 14 }),
    ordinals: fc.array(
      fc.option(
        text.map((one) => one.slice(0, 80)),
        { freq: 5 },
      ),
      { minLength: 9, maxLength: 9 },
    ),
    opened: fc.boolean(),
    masks: fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 5, maxLength: 5 }),
    unit: fc.constantFrom(...UNITS),
    signature: fc.array(text, { maxLength: 3 }),
    footnotes: fc.array(text, { maxLength: 2 }),
    amounts: fc.array(amount, { minLength: 40, maxLength: 40 }),
  });
  return base.map((facts): Plan => {
    const period = { first: year(facts.first), last: year(facts.first + facts.length - 1) };
    const years = yearsOf(period);
    const funded = facts.masks.map((mask) => {
      const some = years.filter((_, at) => (mask & (1 << at)) !== 0);
      return some.length > 0 ? some : years;
    });
    const groups = standardSources(period).map(
      (source, at): Source => ({ ...source, years: funded[at] ?? years }),
    );
    const sources = facts.opened
      ? groups.toSpliced(2, 0, ...localParts([funded[3] ?? years, funded[4] ?? years]))
      : groups;
    const rows = rowsOf(facts.parents, facts.texts, facts.ordinals);
    const [title = '', decision = '', locality = '', programme = ''] = facts.texts.slice(-4);
    const header: Header = {
      title,
      decision,
      locality,
      unit: facts.unit,
      footnotes: facts.footnotes,
      signature: facts.signature,
      words: DEFAULT_WORDS,
    };
    const label = { short: 'ĐTPT', long: 'Đầu tư phát triển' };
    return {
      id: planId('any'),
      header,
      programme: {
        id: 'any',
        title: programme,
        investment: label,
        recurrent: { short: 'SN', long: 'Sự nghiệp' },
        levels: [
          { name: 'Dự án', ordinal: 'number', codePrefix: 'DA', codeDigits: 0 },
          { name: 'Tiểu dự án', ordinal: 'nested', codePrefix: 'TDA', codeDigits: 0 },
          { name: 'Hoạt động', ordinal: 'dash', codePrefix: 'HD', codeDigits: 0 },
        ],
      },
      period,
      sources,
      rows,
      review: NO_REVIEW,
      amounts: amountsOf(rows, leafSources(sources), facts.amounts, equalYears),
    };
  });
}

function amountsOf(
  rows: readonly Row[],
  sources: readonly Source[],
  pool: readonly Dong[],
  equalYears: boolean,
): ReadonlyMap<RowId, RowAmounts> {
  const parents = new Set(rows.map((row) => row.parent));
  const all = new Map<RowId, RowAmounts>();
  let next = 0;
  const take = (): Dong => {
    next += 1;
    return pool[(next * 7) % pool.length] ?? dong(0n);
  };
  for (const row of rows) {
    if (parents.has(row.id)) continue;
    const own = new Map<LeafKey, Dong>();
    const put = (at: Year, source: SourceId, kind: Capital, value: Dong): void => {
      if (value !== 0n) own.set(leafKey(at, source, kind), value);
    };
    for (const source of sources) {
      for (const kind of source.capitals) {
        const same = take();
        for (const at of source.years) put(at, source.id, kind, equalYears ? same : take());
      }
    }
    if (own.size > 0) all.set(row.id, own);
  }
  return all;
}
