import { describe, expect, test } from 'vitest';
import en from '../../../shared/messages/en.json' with { type: 'json' };
import { isMessageCode, message, wordRefusal } from '../../../shared/messages/message.ts';
import vi from '../../../shared/messages/vi.json' with { type: 'json' };
import { refuse } from '../../../shared/refusal.ts';

const paramsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('messages', () => {
  test('both languages word the same codes with the same params', () => {
    const params = (catalogue: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(catalogue).map(([code, text]) => [code, paramsOf(text)]));
    expect(params(en)).toEqual(params(vi));
    expect(Object.keys(en)).toEqual(Object.keys(vi));
  });

  test('every text is NFC, ends as a sentence and has no stray brace', () => {
    for (const [code, text] of [...Object.entries(vi), ...Object.entries(en)]) {
      expect(text, code).toBe(text.normalize('NFC'));
      expect(text.replaceAll(/\{\w+\}/g, ''), code).not.toMatch(/[{}]/);
      expect(code, code).toMatch(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z0-9]*)*$/);
    }
  });

  test('a param takes its place, and one that is missing stays visible', () => {
    expect(message('amount.tooLong', { limit: 200 }, 'en')).toContain('longer than 200 characters');
    expect(message('amount.tooLong')).toContain('{limit}');
    expect(message('amount.dotIsThousands', { text: '{limit}', limit: 'no' })).toContain('“{limit}”');
  });

  test('a refusal is worded in Vietnamese unless asked otherwise', () => {
    const { refusal } = refuse('amount.divisionByZero');
    expect(wordRefusal(refusal)).toBe('Phép tính chia cho không: hãy sửa số chia.');
    expect(wordRefusal(refusal, 'en')).toMatch(/divides by zero/);
  });

  test('a code from outside is known or not', () => {
    expect(isMessageCode('amount.empty')).toBe(true);
    expect(isMessageCode('toString')).toBe(false);
  });
});
