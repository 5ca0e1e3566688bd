import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DONG_LIMIT, type Dong, dong } from '../../../shared/money/dong.ts';
import { leafAmountsSchema } from '../../../shared/plan/edit/amounts-json.ts';
import type { LeafAmount } from '../../../shared/plan/edit/edit.ts';
import { planEditsSchema } from '../../../shared/plan/edit/schema.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { CAPITALS, leafKey, type RowAmounts } from '../../../shared/plan/plan.ts';
import { rowAmountsSchema } from '../../../shared/plan/row-amounts-json.ts';

const anyDong: fc.Arbitrary<Dong> = fc
  .oneof(
    fc.bigInt(-DONG_LIMIT, DONG_LIMIT),
    fc.bigInt(-(10n ** 17n), 10n ** 17n),
    fc.constantFrom(0n, 1n, -1n, 10n ** 15n, 10n ** 15n - 1n, -(10n ** 15n), DONG_LIMIT, -DONG_LIMIT),
  )
  .map(dong);
const anyPlace = fc.record({
  year: fc.integer({ min: 2020, max: 2026 }).map(year),
  source: fc.constantFrom('central', 'local', 'local.1', 'tín-dụng').map(sourceId),
  capital: fc.constantFrom(...CAPITALS),
});
const anyLeaf: fc.Arbitrary<LeafAmount> = fc
  .tuple(fc.constantFrom('r1', 'r2', 'DA3-TDA1').map(rowId), anyPlace, anyDong)
  .map(([row, place, amount]) => ({ row, ...place, amount }));

const throughText = (json: unknown): unknown => JSON.parse(JSON.stringify(json));

describe('the JSON of many amounts', () => {
  test('holds every amount, row by row, and of two for one leaf the later one last', () => {
    fc.assert(
      fc.property(fc.array(anyLeaf, { maxLength: 40 }), (amounts) => {
        const wire = throughText(z.encode(leafAmountsSchema, amounts));
        const rowByRow = [...Map.groupBy(amounts, (leaf) => leaf.row).values()].flat();
        const read = z.decode(leafAmountsSchema, wire);
        expect(read).toEqual(rowByRow);
        expect(throughText(z.encode(leafAmountsSchema, read))).toEqual(wire);
      }),
    );
  });

  const leaf = (row: string, at: number, amount: bigint): LeafAmount => ({
    row: rowId(row),
    year: year(at),
    source: sourceId('central'),
    capital: 'recurrent',
    amount: dong(amount),
  });

  // What a library of this version holds for ever.
  test('names a place once and writes a row as one text', () => {
    const amounts = [leaf('DA2', 2022, 6_250_000_000n), leaf('DA2', 2023, -5n), leaf('DA1', 2023, 0n)];
    expect(z.encode(leafAmountsSchema, amounts)).toEqual({
      places: [
        [2022, 'central', 'recurrent'],
        [2023, 'central', 'recurrent'],
      ],
      rows: [
        ['DA2', '0:6250000000 1:-5'],
        ['DA1', '1:0'],
      ],
    });
  });

  test('is still read as version 1 wrote it', () => {
    const stored =
      '[{"kind":"setAmounts","amounts":[{"row":"DA2","year":2023,"source":"local","capital":"recurrent","amount":"9007199254740993"},{"row":"DA3-TDA1","year":2022,"source":"other","capital":"none","amount":"-7"}],"unfunded":"keep"}]';
    const place = { row: rowId('DA2'), year: year(2023), source: sourceId('local'), capital: 'recurrent' };
    const other = { row: rowId('DA3-TDA1'), year: year(2022), source: sourceId('other'), capital: 'none' };
    expect(planEditsSchema.parse(JSON.parse(stored))).toEqual([
      {
        kind: 'setAmounts',
        amounts: [
          { ...place, amount: 9_007_199_254_740_993n },
          { ...other, amount: -7n },
        ],
        unfunded: 'keep',
      },
    ]);
  });

  const places = [
    [2022, 'central', 'recurrent'],
    [2023, 'central', 'recurrent'],
  ];
  const whereOf = (json: string): string => {
    const read = leafAmountsSchema.safeParse(JSON.parse(json));
    if (read.success) throw new Error('not refused');
    return read.error.issues.map((issue) => issue.path.join('.')).join(' ');
  };

  test.each([
    '',
    ' ',
    '0',
    '0:',
    ':5',
    '0:5 ',
    ' 0:5',
    '0:5  1:5',
    '0:5,1:5',
    '2:5',
    '-1:5',
    '00:5',
    '01:5',
    '0.0:5',
    '0x0:5',
    '1e0:5',
    '99999999999999999999:5',
    '0:05',
    '0:-0',
    '0:+5',
    '0:-',
    '0:1.5',
    '0:1e3',
    '0:0x10',
    '0:1_000',
    '0:5n',
    '0:١',
    '0:1:5',
    '0:9000000000000000001',
    '0:-9000000000000000001',
    '0:99999999999999999999',
    '0:90000000000000000x',
    '0:Infinity',
    'length:5',
    '__proto__:5',
  ])('the row “%s” is refused where it stands', (text) => {
    const rows = [
      ['DA1', '0:1'],
      ['DA2', text],
    ];
    expect(whereOf(JSON.stringify({ places, rows }))).toBe('rows.1.1');
  });

  test.each([
    ['a place twice', '{"places":[[2022,"central","none"],[2022,"central","none"]],"rows":[]}', 'places'],
    ['a row twice', '{"places":[[2022,"central","none"]],"rows":[["a","0:1"],["a","0:2"]]}', 'rows'],
    ['a year that is none', '{"places":[[22,"central","none"]],"rows":[]}', 'places.0.0'],
    ['a source that is no name', '{"places":[[2022,"a/b","none"]],"rows":[]}', 'places.0.1'],
    ['an unknown kind', '{"places":[[2022,"central","all"]],"rows":[]}', 'places.0.2'],
    ['a place with more', '{"places":[[2022,"central","none",1]],"rows":[]}', 'places.0'],
    ['a row that is no name', '{"places":[],"rows":[["a b","0:1"]]}', 'rows.0.0'],
    ['amounts that are no text', '{"places":[[2022,"central","none"]],"rows":[["a",5]]}', 'rows.0.1'],
    ['rows as an object', '{"places":[],"rows":{"a":"0:1"}}', 'rows'],
    ['no rows', '{"places":[]}', 'rows'],
    ['more than is asked', '{"places":[],"rows":[],"more":1}', ''],
    ['a key of the prototype', '{"places":[],"rows":[],"__proto__":{"rows":[]}}', ''],
    ['both only in the prototype', '{"__proto__":{"places":[],"rows":[]}}', 'places rows '],
    ['nothing', 'null', ''],
    ['a text', '"0:1"', ''],
  ])('%s is refused', (_, json, where) => {
    expect(whereOf(json)).toBe(where);
  });
});

describe('the JSON of a row’s amounts', () => {
  const anyRow: fc.Arbitrary<RowAmounts> = fc
    .array(
      fc.tuple(
        anyPlace,
        anyDong.filter((amount) => amount !== 0n),
      ),
      { maxLength: 30 },
    )
    .map(
      (amounts) => new Map(amounts.map(([at, amount]) => [leafKey(at.year, at.source, at.capital), amount])),
    );

  test('holds every amount', () => {
    fc.assert(
      fc.property(anyRow, (amounts) => {
        expect(rowAmountsSchema.parse(throughText(z.encode(rowAmountsSchema, amounts)))).toEqual(amounts);
      }),
    );
  });

  test('is the same text for equal amounts, however they came together', () => {
    fc.assert(
      fc.property(anyRow, anyRow, (amounts, another) => {
        const text = JSON.stringify(z.encode(rowAmountsSchema, amounts));
        z.encode(rowAmountsSchema, another);
        const turned = new Map([...amounts].toReversed());
        expect(JSON.stringify(z.encode(rowAmountsSchema, turned))).toBe(text);
      }),
    );
  });

  const row: RowAmounts = new Map([
    [leafKey(year(2024), sourceId('central'), 'recurrent'), dong(-5n)],
    [leafKey(year(2022), sourceId('central'), 'recurrent'), dong(6_250_000_000n)],
    [leafKey(year(2023), sourceId('central'), 'investment'), dong(9_007_199_254_740_993n)],
  ]);

  // What a library of this version holds for ever.
  test('is a tuple a source and kind with its amounts year by year', () => {
    expect(JSON.stringify(z.encode(rowAmountsSchema, row))).toBe(
      '[["central","investment",2023,"9007199254740993"],["central","recurrent",2022,"6250000000 0 -5"]]',
    );
  });

  test('is still read as version 1 wrote it', () => {
    const stored =
      '[[2022,"central","recurrent","6250000000"],[2023,"central","investment","9007199254740993"],[2024,"central","recurrent","-5"]]';
    expect(rowAmountsSchema.parse(JSON.parse(stored))).toEqual(row);
    expect(rowAmountsSchema.parse([])).toEqual(new Map());
  });

  test.each([
    '[["central","none",2022,""]]',
    '[["central","none",2022,"0"]]',
    '[["central","none",2022,"0 5"]]',
    '[["central","none",2022,"5 0"]]',
    '[["central","none",2022,"5  6"]]',
    '[["central","none",2022,"5 "]]',
    '[["central","none",2022,"05"]]',
    '[["central","none",2022,"-0"]]',
    '[["central","none",2022,"1.5"]]',
    '[["central","none",2022,"9000000000000000001"]]',
    '[["central","none",2999,"5 6"]]',
    '[["central","none",2022,"5 6"],["central","none",2023,"7"]]',
    '[["central","none",2022,5]]',
    '[["central","all",2022,"5"]]',
    '[["a/b","none",2022,"5"]]',
    '[["central","none",2022,"5"],[2023,"central","none","5"]]',
    '[[2023,"central","none","5"],["central","none",2022,"5"]]',
    '[[2023,"central","none","5.5"]]',
    '{"0":["central","none",2022,"5"]}',
    'null',
  ])('%s is refused', (json) => {
    expect(rowAmountsSchema.safeParse(JSON.parse(json)).success).toBe(false);
  });
});
