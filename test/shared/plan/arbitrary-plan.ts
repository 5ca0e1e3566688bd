import fc from 'fast-check';
import { type Dong, dong, ZERO } from '../../../shared/money/dong.ts';
import { UNITS } from '../../../shared/money/unit.ts';
import {
  planId,
  type RowId,
  rowId,
  type SourceId,
  sourceId,
  type Year,
  year,
} from '../../../shared/plan/ids.ts';
import { isLeafAt, outlineOf } from '../../../shared/plan/outline.ts';
import {
  type Capital,
  type LeafKey,
  leafKey,
  ORDINAL_STYLES,
  type Period,
  type Plan,
  type Row,
  type RowAmounts,
  type Source,
  yearsOf,
} from '../../../shared/plan/plan.ts';
import { NO_REVIEW } from '../../../shared/plan/review.ts';
import { leafSources, standardSources } from '../../../shared/plan/sources.ts';

/** Text as officers and other people's files have it: quotes, formulas, marks, breaks, nothing at all. */
export const printedText = fc.oneof(
  fc.constantFrom(
    '',
    '=1+1',
    '+84',
    '-',
    '@cmd',
    '"nháy"',
    "l'Hôpital",
    'Dự án\nhai dòng',
    '<b>&amp;</b>',
    '{row}',
  ),
  fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.normalize('NFC').replaceAll(/\p{C}/gu, '')),
  fc.constant('Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp '.repeat(6).trim()),
);

/** Amounts of every size that offices have: whole triệu, odd đồng, nothing, taken back. */
export const leafAmount: fc.Arbitrary<Dong> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant(0n) },
    { weight: 6, arbitrary: fc.bigInt(0n, 500_000n).map((trieu) => trieu * 1_000_000n) },
    { weight: 3, arbitrary: fc.bigInt(-1_000_000n, 1_000_000_000_000n) },
  )
  .map(dong);

export const aPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 2016, max: 2030 }), fc.integer({ min: 0, max: 4 }))
  .map(([first, more]) => ({ first: year(first), last: year(first + more) }));

const someYears = (period: Period): fc.Arbitrary<Year[]> => fc.subarray(yearsOf(period));

/** The three groups with random funded years; the local budget and other money are opened now and then. */
function sourcesOf(period: Period): fc.Arbitrary<Source[]> {
  return fc
    .record({
      years: fc.tuple(someYears(period), someYears(period), someYears(period)),
      unclassified: fc.boolean(),
      localLevels: fc.option(fc.tuple(someYears(period), someYears(period)), { nil: null, freq: 3 }),
      otherKinds: fc.option(someYears(period), { nil: null, freq: 3 }),
    })
    .map(({ years, unclassified, localLevels, otherKinds }) => {
      const sources: Source[] = standardSources(period).map((source, at) => ({
        ...source,
        years: years[at] ?? [],
        capitals: at === 0 && unclassified ? ['investment', 'recurrent', 'none'] : source.capitals,
      }));
      const open = (parent: string, id: string, name: string, own: Year[]): void => {
        const above = sources.find((source) => source.id === parent);
        const last = sources.findLastIndex((source) => source.id === parent || source.parent === parent);
        if (!above) return;
        const sub: Source = {
          ...above,
          id: sourceId(id),
          parent: sourceId(parent),
          name,
          short: name,
          years: own,
        };
        sources.splice(last + 1, 0, sub);
      };
      if (localLevels) {
        open('local', 'province', 'Tỉnh', localLevels[0]);
        open('local', 'commune', 'Xã', localLevels[1]);
      }
      if (otherKinds) open('other', 'credit', 'Tín dụng chính sách', otherKinds);
      return sources;
    });
}

function rowsOf(shape: readonly number[], texts: readonly string[]): Row[] {
  const rows: Row[] = [];
  shape.forEach((pick, at) => {
    // Each row goes under one of the rows on the path that is open, or to the top.
    const path: Row[] = [];
    for (let above = rows.at(-1); above; above = rows.find((row) => row.id === above?.parent))
      path.unshift(above);
    const parent = path[pick - 1] ?? null;
    const tooDeep = pick > 3;
    rows.push({
      id: rowId(`r${at}`),
      parent: tooDeep ? null : (parent?.id ?? null),
      code: `DA${at + 1}`,
      ordinal: pick === 2 && at % 5 === 0 ? `${at}*` : null,
      name: texts[at % texts.length] ?? '',
      investment: at % 3 === 0 ? 'warn' : 'yes',
      leadAgency: '',
      note: at % 4 === 0 ? (texts[(at + 1) % texts.length] ?? '') : '',
      confirmed: at % 7 !== 0,
    });
  });
  return rows;
}

/** Every place of the plan that may hold an amount. */
export function leavesOf(plan: Plan): { row: RowId; year: Year; source: SourceId; capital: Capital }[] {
  const outline = outlineOf(plan.rows);
  return plan.rows
    .filter((_, at) => isLeafAt(outline, at))
    .flatMap((row) =>
      leafSources(plan.sources).flatMap((source) =>
        source.capitals.flatMap((capital) =>
          yearsOf(plan.period).map((at) => ({ row: row.id, year: at, source: source.id, capital })),
        ),
      ),
    );
}

export interface PlanOptions {
  /** Funded years of a source all hold the same amount, and unfunded years none: what F1 can print. */
  readonly equalYears?: boolean;
}

export function arbitraryPlan({ equalYears = false }: PlanOptions = {}): fc.Arbitrary<Plan> {
  return aPeriod.chain((period) =>
    fc
      .record({
        sources: sourcesOf(period),
        shape: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
        texts: fc.array(printedText, { minLength: 1, maxLength: 8 }),
        amounts: fc.array(leafAmount, { minLength: 1, maxLength: 97 }),
        unit: fc.constantFrom(...UNITS),
        header: fc.tuple(printedText, printedText, printedText, fc.array(printedText, { maxLength: 3 })),
        style: fc.constantFrom(...ORDINAL_STYLES),
      })
      .map(({ sources, shape, texts, amounts, unit, header, style }) => {
        const [title, decision, locality, notes] = header;
        const plan: Plan = {
          id: planId('random'),
          header: {
            title,
            decision,
            locality,
            unit,
            footnotes: notes,
            signature: notes.slice(1),
            words: { hundredsZero: 'linh', thousand: 'ngàn', four: 'bốn' },
          },
          programme: {
            id: 'empty',
            title: 'Chương trình',
            investment: { short: 'ĐTPT', long: 'Vốn đầu tư phát triển' },
            recurrent: { short: 'SN', long: 'Vốn sự nghiệp' },
            levels: [
              { name: 'Dự án', ordinal: 'number', codePrefix: 'DA', codeDigits: 1 },
              { name: 'Tiểu dự án', ordinal: style, codePrefix: 'TDA', codeDigits: 1 },
            ],
          },
          period,
          sources,
          rows: rowsOf(shape, texts),
          review: NO_REVIEW,
          amounts: new Map(),
        };
        return { ...plan, amounts: fill(plan, amounts, equalYears) };
      }),
  );
}

/** Deals the amounts over the plan's leaves, again and again. */
function fill(plan: Plan, amounts: readonly Dong[], equalYears: boolean): Plan['amounts'] {
  const filled = new Map<RowId, Map<LeafKey, Dong>>();
  const common = new Map<string, Dong>();
  for (const [at, leaf] of leavesOf(plan).entries()) {
    const place = `${leaf.row} ${leaf.source} ${leaf.capital}`;
    const funded =
      plan.sources.find((source) => source.id === leaf.source)?.years.includes(leaf.year) ?? false;
    let amount = amounts[at % amounts.length] ?? ZERO;
    if (equalYears) {
      amount = common.get(place) ?? amount;
      common.set(place, amount);
    }
    if (amount === 0n || (equalYears && !funded)) continue;
    const row = filled.get(leaf.row) ?? new Map<LeafKey, Dong>();
    row.set(leafKey(leaf.year, leaf.source, leaf.capital), amount);
    filled.set(leaf.row, row);
  }
  return filled satisfies ReadonlyMap<RowId, RowAmounts>;
}
