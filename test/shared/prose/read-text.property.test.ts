import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dong } from '../../../shared/money/dong.ts';
import { amountInWords } from '../../../shared/money/words.ts';
import { readText } from '../../../shared/prose/read-text.ts';

/** An amount with the parts that make it; what a sentence is made of. */
interface Node {
  readonly label: string;
  /** In triệu đồng. */
  readonly millions: number;
  readonly parts: readonly Node[];
  readonly print: number;
}

interface Written {
  readonly text: string;
  readonly amounts: readonly bigint[];
  /** Totals and parts by place among the amounts. */
  readonly sums: readonly string[];
}

const millions = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1_000, max: 5_000_000 }));
const print = fc.nat(5);
const leaf = (label: string): fc.Arbitrary<Node> =>
  fc.record({ millions, print }).map((one) => ({ label, parts: [], ...one }));

function whole(label: string, parts: readonly Node[], print: number): Node {
  return { label, parts, print, millions: parts.reduce((sum, part) => sum + part.millions, 0) };
}

const byKind = (label: string, investment: string, recurrent: string): fc.Arbitrary<Node> =>
  fc
    .tuple(leaf(investment), leaf(recurrent), print)
    .map(([one, other, own]) => whole(label, [one, other], own));

const source = (label: string): fc.Arbitrary<Node> =>
  fc.oneof(leaf(label), byKind(label, 'vốn đầu tư phát triển', 'vốn sự nghiệp'));

const programme = fc
  .tuple(
    source('ngân sách trung ương'),
    source('ngân sách địa phương'),
    fc.option(leaf('vốn huy động hợp pháp khác'), { nil: null }),
    print,
  )
  .map(([central, local, other, own]) =>
    whole('Tổng kinh phí thực hiện', other ? [central, local, other] : [central, local], own),
  );

/** An amount as offices print it; "{x} tỷ {y} triệu" only where both are there. */
function printed(value: number, way: number): string {
  const grouped = value.toString().replaceAll(/\B(?=(\d{3})+$)/gu, '.');
  const billions = Math.floor(value / 1_000);
  const rest = value % 1_000;
  switch (way) {
    case 0:
      return rest === 0
        ? `${group(billions)} tỷ đồng`
        : `${group(billions)},${String(rest).padStart(3, '0')} tỷ đồng`;
    case 1:
      return billions > 0 && billions < 1_000 && rest > 0
        ? `${billions} tỷ ${String(rest).padStart(3, '0')} triệu đồng`
        : `${grouped} triệu đồng`;
    case 2:
      return `${grouped}.000.000 đồng`;
    case 3:
      return `${grouped}.000.000 đồng (${amountInWords(dong(BigInt(value) * 1_000_000n))})`;
    default:
      return `${grouped} triệu đồng`;
  }
}

function group(value: number): string {
  return value.toString().replaceAll(/\B(?=(\d{3})+$)/gu, '.');
}

type Style = 'sentence' | 'brackets' | 'list' | 'lines';
const STYLES: readonly Style[] = ['sentence', 'brackets', 'list', 'lines'];

/** Writes a node and gathers what it says, amounts in printed order. */
function write(node: Node, style: Style): Written {
  const amounts: bigint[] = [];
  const sums: string[] = [];
  const put = ({ label, millions: value, parts, print: way }: Node, depth: number): string => {
    const own = amounts.length;
    amounts.push(BigInt(value) * 1_000_000n);
    const places: number[] = [];
    const children = parts.map((part) => {
      places.push(amounts.length);
      return put(part, depth + 1);
    });
    if (parts.length > 0) sums.push(`${own} = ${places.join(' + ')}`);
    const head = `${label}${style === 'sentence' ? ' là' : ':'} ${printed(value, way)}`;
    if (children.length === 0) return head;
    if (style === 'list') {
      const mark = depth === 0 ? '\n- ' : '\n+ ';
      return `${head}, trong đó:${children.map((child) => `${mark}${child}`).join(';')}`;
    }
    if (style === 'lines' && depth === 0)
      return `${head}\n${children.map((child, at) => `${'abc'[at]}) ${child}`).join(';\n')}`;
    if (depth > 0 || style === 'brackets') return `${head} (${children.join('; ')})`;
    return `${head}, gồm ${children.slice(0, -1).join(', ')} và ${children.at(-1)}`;
  };
  return { text: `${put(node, 0)}.`, amounts, sums };
}

/** Sentences with numbers that are no part of any sum, and the amounts among them. */
const TRAPS: readonly (readonly [text: string, amounts: readonly bigint[]])[] = [
  ['Tỷ lệ hộ nghèo giảm 2,5%/năm, còn 1.250 hộ tại 7 địa phương.', []],
  ['Thực hiện theo Quyết định số 1424/QĐ-UBND ngày 14/7/2022 của 41 tỉnh, thành phố.', []],
  ['Mức hỗ trợ là 40 triệu đồng/hộ.', [40_000_000n]],
  ['Dự kiến mỗi xã cần từ 3 đến 5 tỷ đồng.', []],
  ['Có 1,5 triệu lượt người và 2 triệu hộ được hỗ trợ.', []],
  ['Vốn vay khoảng 3 triệu USD.', []],
];

describe('sentences that were made are read back', () => {
  test('every amount and every sum, among traps, in each way of writing', () => {
    fc.assert(
      fc.property(
        programme,
        fc.constantFrom(...STYLES),
        fc.array(fc.constantFrom(...TRAPS), { maxLength: 2 }),
        fc.constantFrom(...TRAPS),
        (node, style, before, after) => {
          const { text, amounts, sums } = write(node, style);
          const lead = before.map(([trap]) => `${trap}\n`).join('');
          const shift = before.reduce((count, [, found]) => count + found.length, 0);
          const reading = readText(`${lead}${text}\n${after[0]}`);
          expect(reading.amounts.map((amount) => amount.dong)).toEqual([
            ...before.flatMap(([, found]) => found),
            ...amounts,
            ...after[1],
          ]);
          expect(reading.amounts.every(({ words }) => words === null || words.agrees)).toBe(true);
          const shifted = sums.map((sum) =>
            sum.replaceAll(/\d+/gu, (place) => String(Number(place) + shift)),
          );
          expect(reading.checks.map(({ total, parts }) => `${total} = ${parts.join(' + ')}`).sort()).toEqual(
            shifted.sort(),
          );
          expect(reading.checks.every(({ holds, exact }) => holds && exact)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('a hedged total is approximate, and its parts respect the hedge', () => {
    fc.assert(
      fc.property(
        programme.filter(({ millions: sum }) => sum >= 1_000),
        fc.constantFrom<Style>('brackets', 'list', 'lines'),
        fc.constantFrom('hơn', 'gần', 'khoảng'),
        (node, style, hedge) => {
          // Two digits and zeros: what a hedge is for.
          const grain = 10 ** (node.millions.toString().length - 2);
          const steps = node.millions / grain;
          const rounded =
            hedge === 'hơn' ? Math.floor(steps) : hedge === 'gần' ? Math.ceil(steps) : Math.round(steps);
          const total = { ...node, millions: rounded * grain, print: 4, label: `${node.label} ${hedge}` };
          const { text, amounts, sums } = write(total, style);
          const reading = readText(text.replace(`${hedge}:`, hedge));
          expect(reading.amounts.map((amount) => amount.dong)).toEqual(amounts);
          expect(reading.amounts[0]?.hedge?.text).toBe(hedge);
          const check = reading.checks.find((one) => one.total === 0);
          const difference = BigInt(node.millions - rounded * grain) * 1_000_000n;
          expect(check).toMatchObject({ difference, holds: true, exact: difference === 0n });
          expect(reading.checks).toHaveLength(sums.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an amount that was changed breaks just the sums that it is in, by exactly its change', () => {
    fc.assert(
      fc.property(
        // So large that the change is small: of "2 triệu, gồm 1 triệu và 2 triệu" nobody can say what was meant.
        programme.filter((node) =>
          node.parts.every((part) => [part, ...part.parts].every(({ millions }) => millions >= 1_000)),
        ),
        fc.constantFrom<Style>('brackets', 'list', 'lines'),
        fc.nat(),
        (node, style, pick) => {
          const [changed, delta] = withOneChanged(node, pick);
          const { text, sums } = write(changed, style);
          const reading = readText(text);
          expect(reading.checks.map(({ total, parts }) => `${total} = ${parts.join(' + ')}`).sort()).toEqual(
            sums.toSorted(),
          );
          const broken = reading.checks.filter(({ holds }) => !holds);
          expect(broken.map(({ difference }) => difference)).toEqual([delta]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** The same with its last leaf one per mille dearer, at least a million: the sum right above it is broken by that. */
function withOneChanged(node: Node, pick: number): [Node, bigint] {
  const at = pick % node.parts.length;
  let delta = 0n;
  const dearer = (one: Node): Node => {
    const more = Math.max(1, Math.floor(one.millions / 1_000));
    delta = BigInt(more) * 1_000_000n;
    return { ...one, millions: one.millions + more };
  };
  const changed = node.parts.map((part, index) => {
    if (index !== at) return part;
    const [first, ...rest] = part.parts;
    return first ? { ...part, parts: [dearer(first), ...rest] } : dearer(part);
  });
  return [{ ...node, parts: changed }, delta];
}
