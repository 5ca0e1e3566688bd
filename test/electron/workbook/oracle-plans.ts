import { type Dong, dong } from '../../../shared/money/dong.ts';
import { planId, type RowId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { leafKey, type Plan, type Row, type RowAmounts, type Source } from '../../../shared/plan/plan.ts';
import { programmeTemplate } from '../../../shared/programmes/catalogue.ts';
import { newPlan } from '../../../shared/programmes/new-plan.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';

/** One year, as Phong Thổ and Quảng Ninh planned 2022: a programme's own rows, central money in two projects. */
export function oneYearPlan(): Plan {
  const only = year(2022);
  const plan = must(
    newPlan(must(programmeTemplate('gnbv-2021-2025')), {
      id: planId('one-year'),
      title: 'Kinh phí thực hiện Chương trình năm 2022',
      period: { first: only, last: only },
      locality: 'Huyện Phong Thổ',
    }),
  );
  const parents = new Set(plan.rows.map((row) => row.parent));
  const leaves = plan.rows.filter((row) => !parents.has(row.id) && /^DA[14]/.test(row.code));
  const amounts = new Map<RowId, RowAmounts>(
    leaves.map((row, at) => [
      row.id,
      new Map([
        [leafKey(only, sourceId('central'), 'investment'), dong(71_750_000_000n + BigInt(at))],
        [leafKey(only, sourceId('central'), 'recurrent'), dong(1_505_500_000n * BigInt(at + 1))],
      ]),
    ]),
  );
  return { ...plan, amounts };
}

/** The sample with its local budget opened into province and commune, money without a kind, and a negative amount. */
export function openedPlan(): Plan {
  const plan = vinhLongPlan();
  const local = plan.sources.find((source) => source.id === 'local');
  if (!local) throw new Error('the sample has a local budget');
  const part = (id: string, short: string, capitals: Source['capitals']): Source => ({
    ...local,
    id: sourceId(id),
    parent: sourceId('local'),
    name: `Ngân sách ${short.toLowerCase()}`,
    short,
    capitals,
  });
  const parts = [
    part('local.province', 'Tỉnh', ['investment', 'recurrent']),
    part('local.commune', 'Xã', ['investment', 'recurrent', 'none']),
  ];
  const at = plan.sources.indexOf(local) + 1;
  const amounts = new Map<RowId, RowAmounts>();
  for (const [row, own] of plan.amounts) {
    const moved = new Map<typeof own extends ReadonlyMap<infer Key, unknown> ? Key : never, Dong>();
    for (const [key, amount] of own) {
      const [when, source, kind] = key.split('|');
      if (source !== 'local') moved.set(key, amount);
      else {
        const at = year(Number(when));
        const capital = kind === 'investment' ? 'investment' : 'recurrent';
        moved.set(leafKey(at, sourceId('local.province'), capital), dong(amount * 2n));
        moved.set(leafKey(at, sourceId('local.commune'), capital), dong(-amount));
        moved.set(leafKey(at, sourceId('local.commune'), 'none'), dong(12_345_678n));
      }
    }
    amounts.set(row, moved);
  }
  return { ...plan, sources: plan.sources.toSpliced(at, 0, ...parts), amounts };
}

/** Names of many lines, notes, a long title, footnotes and a signature: what must not be cut or run over. */
export function wordyPlan(): Plan {
  const plan = vinhLongPlan();
  const rows = plan.rows.map((row, at): Row => {
    const name = `${row.name} ${'theo quy định của Ủy ban nhân dân tỉnh '.repeat(at % 5)}`.trim();
    return { ...row, name, note: at % 4 === 0 ? 'Sở Lao động - Thương binh và Xã hội chủ trì' : '' };
  });
  return {
    ...plan,
    rows,
    header: {
      ...plan.header,
      title: `${plan.header.title} trên địa bàn các huyện, thị xã, thành phố của tỉnh Vĩnh Long (điều chỉnh lần thứ hai)`,
      footnotes: ['Số liệu theo Nghị quyết của Hội đồng nhân dân tỉnh.', 'Chưa gồm vốn kéo dài.'],
      signature: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', '', 'Nguyễn Văn Ước'],
    },
  };
}

/** Two hundred rows in three levels: many pages below each other. */
export function longPlan(): Plan {
  const plan = vinhLongPlan();
  const rows: Row[] = [];
  const amounts = new Map<RowId, RowAmounts>();
  const [model] = plan.rows;
  const [own] = plan.amounts.values();
  if (!model || !own) throw new Error('the sample has rows and amounts');
  for (let at = 0; at < 200; at++) {
    const parent = at % 10 === 0 ? null : rowId(`r${at - (at % 10)}`);
    const row: Row = {
      ...model,
      id: rowId(`r${at}`),
      code: `R${at}`,
      parent,
      name: `Nội dung thành phần số ${at}`,
    };
    rows.push(row);
    if (parent !== null) amounts.set(row.id, own);
  }
  return { ...plan, rows, amounts };
}

const DEEPEST = 7;
const WORDS = [
  'Hỗ trợ',
  'phát triển sản xuất',
  'đa dạng hóa sinh kế',
  'ở vùng đặc biệt khó khăn',
  'Ủy ban nhân dân xã',
];

/** Three hundred rows in seven levels, names from one word to several lines, and a note now and then. */
export function deepPlan(): Plan {
  const plan = vinhLongPlan();
  const [model] = plan.rows;
  const [own] = plan.amounts.values();
  if (!model || !own) throw new Error('the sample has rows and amounts');
  const rows = Array.from({ length: 300 }, (_, at): Row => {
    const level = at % DEEPEST;
    return {
      ...model,
      id: rowId(`r${at}`),
      code: `R${at}`,
      parent: level === 0 ? null : rowId(`r${at - 1}`),
      name: `Việc ${at}: ${WORDS.slice(0, at % (WORDS.length + 1)).join(' ')} `.repeat(1 + (at % 3)).trim(),
      note: at % 11 === 0 ? `Ghi chú ${at}` : '',
    };
  });
  const parents = new Set(rows.map((row) => row.parent));
  const leaves = rows.filter((row) => !parents.has(row.id));
  return { ...plan, rows, amounts: new Map(leaves.map((row) => [row.id, own])) };
}
