import { describe, expect, test } from 'vitest';
import { CELL_LIMIT, CHARACTER_LIMIT, readBlockText } from '../../shared/intake/block/read-text.ts';
import { cleanText } from '../../shared/sheet/block-cells.ts';
import { readOwn } from '../../shared/sheet/own-block.ts';

/** Attack: what another program, or a page of the web, put on the clipboard before the officer pressed Ctrl+V. */
const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe('a clipboard that asks for more than a sheet has', () => {
  test('by its letters is refused before it is parted into cells', () => {
    expect(readBlockText('x'.repeat(CHARACTER_LIMIT + 1))).toMatchObject(refusal('block.tooLong'));
    expect(readOwn(' '.repeat(CHARACTER_LIMIT + 1))).toMatchObject(refusal('block.tooLong'));
  });

  test('by its cells is refused as soon as it has too many', () => {
    expect(readBlockText('\t'.repeat(CELL_LIMIT + 1))).toMatchObject(refusal('block.tooManyCells'));
    expect(readBlockText('\n'.repeat(CELL_LIMIT + 1))).toMatchObject(refusal('block.tooManyCells'));
    const row = JSON.stringify(Array(CELL_LIMIT / 100).fill(''));
    const rows = `[${Array(101).fill(row).join()}]`;
    expect(readOwn(`{"version":1,"cut":null,"rows":${rows}}`)).toMatchObject(refusal('block.tooManyCells'));
  });

  test('by quotes that close nowhere takes as long as its letters, not their square', () => {
    // A hundred thousand cells that each open a quote: looking for its end from each would take minutes.
    const quotes = '"x\t'.repeat(100_000);
    const read = readBlockText(quotes);
    expect(read).toMatchObject({ ok: true });
  });
});

test.each([
  '{"version":1,"cut":null,"rows":[["=1e5"]]}',
  '{"version":1,"cut":null,"rows":[["=9999999999999999999"]]}',
  '{"version":1,"cut":null,"rows":[["=-0"]]}',
  '{"version":1,"cut":null,"rows":[["x"]]}',
  '{"version":1,"cut":null,"rows":[[{"toString":1}]]}',
  '{"version":1,"cut":null,"rows":[["a"],["b","c"]]}',
  '{"version":1,"cut":null,"rows":[["≠"]],"__proto__":{"polluted":1}}',
  '{"version":2,"cut":null,"rows":[["≠"]]}',
  `${'['.repeat(50_000)}`,
  'null',
])('cells under our own name that we would not write are refused: %s', (json) => {
  expect(readOwn(json)).toMatchObject(refusal('block.notOwn'));
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a pasted text leaves behind what nobody sees of it', () => {
  for (const field of ['name', 'ordinal', 'note'] as const) {
    expect(cleanText('1\u202E.2\u2066 \u0007x\u200F', field, 'dong')).toBe('1.2 x');
  }
});
