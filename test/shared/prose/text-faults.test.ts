import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../shared/prose/read-text.ts';
import { foldText } from '../../../shared/text/fold.ts';

const TEXT = readFileSync(
  path.resolve(import.meta.dirname, '../../golden/wording/vinh-long-1424.txt'),
  'utf8',
);

describe('texts that are no Vietnamese as it is written', () => {
  test('a text as it is written has no fault', () => {
    expect(readText(TEXT).faults).toEqual([]);
  });

  test('without diacritics it is said once, and no amount is made of any figure', () => {
    const { faults, amounts, unread } = readText(foldText(TEXT));
    expect(faults).toEqual(['prose.noDiacritics']);
    expect(amounts).toEqual([]);
    expect(unread.filter(({ why }) => why === 'prose.lostDiacritics')).toHaveLength(39);
  });

  test('a poor scan is said to be one, and a figure whose first digits may be lost is not read', () => {
    let at = 0;
    const { faults } = readText(TEXT.replaceAll(/\p{L}/gu, (letter) => (++at % 8 === 0 ? '\ufffd' : letter)));
    expect(faults).toEqual(['prose.garbled']);
    const figures = readText('Kinh phí: ~9,6 tỷ đồng; l9,6 tỷ đồng; `0 tỷ đồng; 19,6 tỷ đồng.');
    expect(figures.amounts.map(({ text }) => text)).toEqual(['19,6 tỷ đồng']);
  });

  test('a text in a font of the old encodings is said to be garbled', () => {
    const tcvn3 =
      'Nhu cÇu kinh phÝ thùc hiÖn Ch­¬ng tr×nh môc tiªu quèc gia gi¶m nghÌo bÒn v÷ng: 62,5 tû ®ång';
    const { faults, amounts } = readText(tcvn3);
    expect([faults, amounts]).toEqual([['prose.garbled'], []]);
  });

  test('nothing at all is said to be nothing', () => {
    expect(readText(' \n 12 \n').faults).toEqual(['prose.empty']);
  });
});
