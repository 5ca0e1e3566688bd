import type { Dong } from './dong.ts';

/** No law prescribes the reading; an office chooses. `four` is the word after mươi: hai mươi tư, hai mươi bốn. */
export interface WordsOptions {
  readonly hundredsZero: 'lẻ' | 'linh';
  readonly thousand: 'nghìn' | 'ngàn';
  readonly four: 'tư' | 'bốn';
}

export const DEFAULT_WORDS: WordsOptions = { hundredsZero: 'lẻ', thousand: 'nghìn', four: 'tư' };

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000n;

/** The amount in Vietnamese words, lower case, ending in "đồng": "hai trăm lẻ chín tỷ sáu trăm triệu đồng". */
export function amountInWords(amount: Dong, options: Partial<WordsOptions> = {}): string {
  const chosen = { ...DEFAULT_WORDS, ...options };
  if (amount === 0n) return 'không đồng';
  const size = amount < 0n ? -amount : amount;
  const words = readWhole(size, chosen);
  if (amount < 0n) words.unshift('âm');
  words.push('đồng');
  return words.join(' ');
}

/** A positive number. What lies beyond a tỷ is read as a number of tỷ, so that 2.700.000 tỷ is "hai triệu bảy trăm nghìn tỷ". */
function readWhole(value: bigint, options: WordsOptions): string[] {
  if (value < BILLION) return readBelowBillion(Number(value), false, options);
  const rest = Number(value % BILLION);
  return [...readWhole(value / BILLION, options), 'tỷ', ...readBelowBillion(rest, true, options)];
}

/** `inside`: something was read before it, so that a group below one hundred says its "không trăm". */
function readBelowBillion(value: number, inside: boolean, options: WordsOptions): string[] {
  const groups = [
    { group: Math.floor(value / 1_000_000), name: 'triệu' },
    { group: Math.floor(value / 1_000) % 1_000, name: options.thousand },
    { group: value % 1_000, name: undefined },
  ];
  const words: string[] = [];
  for (const { group, name } of groups) {
    if (group === 0) continue;
    words.push(...readGroup(group, inside || words.length > 0, options));
    if (name !== undefined) words.push(name);
  }
  return words;
}

/** One to 999. */
function readGroup(group: number, inside: boolean, options: WordsOptions): string[] {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const ones = group % 10;
  const spoken = inside || hundreds > 0;
  const words = spoken ? [digit(hundreds), 'trăm'] : [];
  if (tens > 1) words.push(digit(tens), 'mươi');
  else if (tens === 1) words.push('mười');
  else if (ones > 0 && spoken) words.push(options.hundredsZero);
  if (ones > 0) words.push(lastDigit(ones, tens, options));
  return words;
}

function lastDigit(ones: number, tens: number, options: WordsOptions): string {
  if (ones === 5 && tens > 0) return 'lăm';
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return options.four;
  return digit(ones);
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
