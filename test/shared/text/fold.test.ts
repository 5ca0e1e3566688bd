import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../../shared/text/fold.ts';

test.each([
  ['Giảm nghèo Đa chiều', 'giam ngheo da chieu'],
  ['ĐẮK LẮK, Thừa Thiên - Huế', 'dak lak, thua thien - hue'],
  ['Nguyễn Ước', 'nguyen uoc'],
  ['QĐ 1424/QĐ-UBND', 'qd 1424/qd-ubnd'],
  ['', ''],
])('%s is found by “%s”', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('composed and decomposed letters fold alike', () => {
  const text = 'Phụ lục kinh phí: đường, ưu đãi, quỹ';
  expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
});

test('what is folded stays as it is when folded again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { numRuns: 200 },
  );
});
