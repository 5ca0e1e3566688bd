import { GRAND_TOTAL, type Totals } from '../engine/totals.ts';
import { type Dong, dong } from '../money/dong.ts';
import { sourceId, type Year } from '../plan/ids.ts';
import type { Plan, Source } from '../plan/plan.ts';
import { findSource, leafSources, sourceLineage, subSources } from '../plan/sources.ts';
import { furnitureOf } from './furniture.ts';
import type { Notice, PrintOptions } from './print-options.ts';
import {
  BLANK_CELL,
  type ReportColumn,
  type ReportRow,
  reportTable,
  term,
  totalCell,
} from './report-table.ts';
import { inOrder, type SourceRow } from './source-rows.ts';
import type { FormCell, FormTable } from './table.ts';

/**
 * F6, mobilisation report of the merged programme (Biểu 11 of the 2026 forms): STT, Nội dung, Kế hoạch năm; results and
 * the rest of the year's plan stay blank, to be filled in by hand. Other money that the plan did not open goes to "Chưa
 * phân loại", with a notice.
 */
export function projectF6(plan: Plan, totals: Totals, year: Year, options: PrintOptions): FormTable {
  const columns: ReportColumn[] = [
    { id: 'plan', path: [`Kế hoạch năm ${year}`], block: 'plan' },
    { id: 'result', path: ['Kết quả huy động 6 tháng/năm'], block: 'plan' },
    { id: 'rest', path: ['Kế hoạch 6 tháng cuối năm'], block: 'plan' },
  ];
  const amount = ({ money }: SourceRow): Dong =>
    dong(
      money.reduce(
        (sum, part) => sum + totals.read(GRAND_TOTAL, totals.address({ years: year, ...part })),
        0n,
      ),
    );
  const tree = mobilisationTree(plan);
  const rows = inOrder(tree);
  const unclassified = rows.find(({ row }) => row.code === UNCLASSIFIED)?.row;
  const cellsOf = ({ row, children }: (typeof rows)[number]): FormCell[] => {
    if (row.money.length === 0) return [BLANK_CELL, BLANK_CELL, BLANK_CELL];
    const held = children.flatMap((child) => {
      const part = rows[child]?.row;
      return part && part.money.length > 0 ? [{ child, amount: amount(part) }] : [];
    });
    // A plan may have opened a source into parts that the form has no rows for.
    const whole = held.reduce((sum, part) => sum + part.amount, 0n) === amount(row);
    const proof = held.length > 0 && whole ? held.map(({ child }) => term(child, 0)) : null;
    return [totalCell(amount(row), proof), BLANK_CELL, BLANK_CELL];
  };
  const notices: Notice[] =
    unclassified && amount(unclassified) !== 0n ? [{ code: 'notice.unclassified', params: { year } }] : [];
  const around = furnitureOf(plan, totals, options);
  return reportTable(
    'F6',
    columns,
    rows.map((placed, at): ReportRow => {
      const { row } = placed;
      return {
        kind: at === 0 ? 'total' : 'row',
        ...{ ordinal: row.ordinal, code: row.code, name: row.name, level: row.level },
        leaf: row.level > 1,
        note: '',
        cells: cellsOf(placed),
      };
    }),
    // The words are of the whole period; a report of one year has none.
    {
      ...around,
      caption: 'Kết quả huy động vốn',
      words: '',
      notes: false,
      numbers: options.numbers ? ['A', 'B', '1', '2', '3'] : null,
      notices,
    },
  );
}

const UNCLASSIFIED = 'unclassified';

function mobilisationTree(plan: Plan): SourceRow {
  const of = (id: string, capital: 'all' | 'investment' | 'recurrent' = 'all'): SourceRow['money'] =>
    findSource(plan.sources, sourceId(id)) ? [{ source: sourceId(id), capital }] : [];
  const row = (
    code: string,
    ordinal: string,
    name: string,
    money: SourceRow['money'],
    children: readonly SourceRow[] = [],
  ): SourceRow => ({ code, ordinal, name, level: /^[IVX]+$/.test(ordinal) ? 1 : 2, money, children });
  const left = unplaced(plan);
  return {
    code: 'total',
    ordinal: '',
    name: 'TỔNG SỐ',
    level: 0,
    money: [{ source: 'all', capital: 'all' }],
    children: [
      row('central', 'I', 'Ngân sách Trung ương', of('central'), centralRows(plan, of, row)),
      row('local', 'II', 'Ngân sách địa phương', of('local'), localRows(plan, of, row)),
      row('integrated', 'III', 'Vốn lồng ghép', of('integrated')),
      row('credit', 'IV', 'Vốn tín dụng chính sách', of('credit')),
      row('enterprise', 'V', 'Vốn doanh nghiệp', of('enterprise')),
      row('community', 'VI', 'Huy động của cộng đồng và người dân', of('community'), [
        row('community-cash', '1', 'Tiền mặt', of('community-cash')),
        row('community-kind', '2', 'Ngày công và hiện vật quy đổi', of('community-kind')),
      ]),
      ...(left.length > 0
        ? [
            row(
              UNCLASSIFIED,
              'VII',
              'Chưa phân loại',
              left.map(({ id }) => ({ source: id, capital: 'all' })),
            ),
          ]
        : []),
    ],
  };
}

type Of = (id: string, capital?: 'all' | 'investment' | 'recurrent') => SourceRow['money'];
type MakeRow = (code: string, ordinal: string, name: string, money: SourceRow['money']) => SourceRow;

/** Kinds, where the central budget's money has no other. */
function centralRows(plan: Plan, of: Of, row: MakeRow): SourceRow[] {
  const kinds = [
    row('central-investment', '1', 'Vốn đầu tư công', of('central', 'investment')),
    row('central-recurrent', '2', 'Kinh phí thường xuyên', of('central', 'recurrent')),
  ];
  const loose = leafSources(plan.sources).some(
    ({ group, capitals }) => group === 'central' && capitals.includes('none'),
  );
  return loose
    ? [
        ...kinds,
        row('central-none', '3', 'Chưa phân loại', [{ source: sourceId('central'), capital: 'none' }]),
      ]
    : kinds;
}

/** The levels that the plan opened; where it opened none, the form's two, empty. */
function localRows(plan: Plan, of: Of, row: MakeRow): SourceRow[] {
  const opened = subSources(plan.sources, sourceId('local'));
  if (opened.length > 0) return opened.map(({ id, name }, at) => row(id, `${at + 1}`, name, of(id)));
  return [row('province', '1', 'Ngân sách tỉnh', []), row('commune', '2', 'Ngân sách xã', [])];
}

/** Other money that has no row on the form: the group itself where it was not opened, and sources of the plan's own. */
function unplaced(plan: Plan): readonly Source[] {
  const placed = ['integrated', 'credit', 'enterprise', 'community'];
  return leafSources(plan.sources).filter(
    ({ id, group }) =>
      group === 'other' && !sourceLineage(plan.sources, id).some((above) => placed.includes(above)),
  );
}
