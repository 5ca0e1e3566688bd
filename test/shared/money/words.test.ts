import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dong } from '../../../shared/money/dong.ts';
import { amountInWords } from '../../../shared/money/words.ts';
import { anyAmount } from './amounts.ts';

const DIGIT: Readonly<Record<string, bigint>> = {
  không: 0n,
  một: 1n,
  mốt: 1n,
  hai: 2n,
  ba: 3n,
  bốn: 4n,
  tư: 4n,
  năm: 5n,
  lăm: 5n,
  sáu: 6n,
  bảy: 7n,
  tám: 8n,
  chín: 9n,
};
const SCALE: Readonly<Record<string, bigint>> = { triệu: 1_000_000n, nghìn: 1_000n, ngàn: 1_000n };

/** Reads Vietnamese number words the way one says them; knows nothing of how they were made. */
function heard(words: readonly string[]): bigint {
  const billion = words.lastIndexOf('tỷ');
  if (billion >= 0) return heard(words.slice(0, billion)) * 1_000_000_000n + heard(words.slice(billion + 1));
  let total = 0n;
  let group = 0n;
  let pending: bigint | undefined;
  for (const word of words) {
    const digit = DIGIT[word];
    const scale = SCALE[word];
    if (digit !== undefined) pending = digit;
    else if (word === 'trăm' || word === 'mươi') {
      group += (pending ?? 0n) * (word === 'trăm' ? 100n : 10n);
      pending = undefined;
    } else if (word === 'mười') group += 10n;
    else if (scale !== undefined) {
      total += (group + (pending ?? 0n)) * scale;
      group = 0n;
      pending = undefined;
    } else if (word !== 'lẻ' && word !== 'linh') throw new Error(`not a number word: ${word}`);
  }
  return total + group + (pending ?? 0n);
}

describe('an amount in words', () => {
  test.each<[bigint, string]>([
    [209_600_000_000n, 'hai trăm lẻ chín tỷ sáu trăm triệu đồng'],
    [2_700_000_000_000_000n, 'hai triệu bảy trăm nghìn tỷ đồng'],
    [0n, 'không đồng'],
    [1n, 'một đồng'],
    [10n, 'mười đồng'],
    [11n, 'mười một đồng'],
    [14n, 'mười bốn đồng'],
    [15n, 'mười lăm đồng'],
    [21n, 'hai mươi mốt đồng'],
    [24n, 'hai mươi tư đồng'],
    [25n, 'hai mươi lăm đồng'],
    [104n, 'một trăm lẻ bốn đồng'],
    [105n, 'một trăm lẻ năm đồng'],
    [110n, 'một trăm mười đồng'],
    [1_005n, 'một nghìn không trăm lẻ năm đồng'],
    [1_000_005n, 'một triệu không trăm lẻ năm đồng'],
    [1_015_000n, 'một triệu không trăm mười lăm nghìn đồng'],
    [62_500_000_000n, 'sáu mươi hai tỷ năm trăm triệu đồng'],
    [53_175_000_000n, 'năm mươi ba tỷ một trăm bảy mươi lăm triệu đồng'],
    [-180_000_000n, 'âm một trăm tám mươi triệu đồng'],
    [9_000_000_000_000_000_000n, 'chín tỷ tỷ đồng'],
    [1_000_000_005_000_000_000n, 'một tỷ không trăm lẻ năm tỷ đồng'],
  ])('%s đồng is read as appendices print it', (amount, words) => {
    expect(amountInWords(dong(amount))).toBe(words);
  });

  test('an office chooses linh, ngàn and bốn', () => {
    const chosen = { hundredsZero: 'linh', thousand: 'ngàn', four: 'bốn' } as const;
    expect(amountInWords(dong(24_105n), chosen)).toBe('hai mươi bốn ngàn một trăm linh năm đồng');
  });

  test('the words are heard as the same amount, however they are said', () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.constantFrom('lẻ' as const, 'linh' as const),
        fc.constantFrom('nghìn' as const, 'ngàn' as const),
        fc.constantFrom('tư' as const, 'bốn' as const),
        (amount, hundredsZero, thousand, four) => {
          const words = amountInWords(amount, { hundredsZero, thousand, four }).split(' ');
          expect(words.at(-1)).toBe('đồng');
          const negative = words[0] === 'âm';
          const value = heard(words.slice(negative ? 1 : 0, -1));
          expect(negative ? -value : value).toBe(amount);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
