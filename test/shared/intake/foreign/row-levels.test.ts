import { describe, expect, it } from 'vitest';
import { isTotalRow, rowLevels } from '../../../../shared/intake/foreign/row-levels.ts';

describe('the depth of rows, by how they are numbered', () => {
  it.each([
    ['plain and nested', ['1', '2', '2.1', '2.2', '3', '3.1'], [0, 0, 1, 1, 0, 1]],
    ['Roman over plain', ['I', '1', '2', 'II', '1'], [0, 1, 1, 0, 1]],
    [
      'letters over Roman over plain over dashes',
      ['A', 'I', '1', '-', '-', '2', 'II', 'B', 'I'],
      [0, 1, 2, 3, 3, 2, 1, 0, 1],
    ],
    ['small letters under nested', ['1', '1.1', 'a)', 'b)', '1.2', '2'], [0, 1, 2, 2, 1, 0]],
    ['three levels of one numbering', ['1', '1.1', '1.1.1', '1.1.2', '1.2', '2'], [0, 1, 2, 2, 1, 0]],
  ])('%s', (_, ordinals, levels) => {
    expect(rowLevels(ordinals.map((ordinal) => ({ ordinal, name: 'Nội dung' })))).toEqual(levels);
  });
});

describe('a total row', () => {
  it.each([
    'Tổng số',
    'TỔNG CỘNG',
    'Cộng',
    'Cộng (I + II)',
    'Tổng giai đoạn 2022 - 2025',
    'Kinh phí các dự án 01 năm',
  ])('is %s', (name) => {
    expect(isTotalRow({ ordinal: '', name })).toBe(true);
  });
  it.each(['Cộng đồng và người dân', 'Tổng kết chương trình', 'Công trình nước sạch', 'Tổng hợp báo cáo'])(
    'is not %s',
    (name) => {
      expect(isTotalRow({ ordinal: '', name })).toBe(false);
    },
  );
});
