import { expect, test } from 'vitest';
import { message } from '../../../shared/messages/message.ts';
import { readAmount } from '../../../shared/money/read.ts';

test.each([
  '',
  '1'.repeat(201),
  '1.50',
  '12.34.567',
  '1,2,3',
  '1,2.3',
  '5,',
  '1 2',
  '１',
  '1e5',
  '--5',
  '(5',
  '5 abc',
  '2*3',
  '0x10',
  '0,0000001',
  '9'.repeat(100),
  '=5*',
  '=5 tỷ',
  '=5/0',
  `=${'('.repeat(99)}`,
])('the refusal of %j has all that its messages need', (text) => {
  const result = readAmount(text, 'trieu');
  if (result.ok) throw new Error('not refused');
  const { code, params } = result.refusal;
  for (const locale of ['vi', 'en'] as const) expect(message(code, params, locale)).not.toMatch(/\{\w+\}/);
});
