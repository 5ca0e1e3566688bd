/** An amount in Vietnamese words, read back: the other way of `amountInWords`, and all of its options at once. */

const DIGITS: ReadonlyMap<string, bigint> = new Map([
  ['không', 0n],
  ['một', 1n],
  ['mốt', 1n],
  ['hai', 2n],
  ['ba', 3n],
  ['bốn', 4n],
  ['tư', 4n],
  ['năm', 5n],
  ['lăm', 5n],
  ['nhăm', 5n],
  ['sáu', 6n],
  ['bảy', 7n],
  ['bẩy', 7n],
  ['tám', 8n],
  ['chín', 9n],
]);

const BELOW_BILLION: ReadonlyMap<string, bigint> = new Map([
  ['nghìn', 1_000n],
  ['ngàn', 1_000n],
  ['triệu', 1_000_000n],
]);
const BILLION: ReadonlySet<string> = new Set(['tỷ', 'tỉ']);
const BILLION_SIZE = 1_000_000_000n;
const ZERO_TENS: ReadonlySet<string> = new Set(['lẻ', 'linh']);

/** Whether a word, in lower case, belongs to a number in words. */
export function isNumberWord(word: string): boolean {
  return DIGITS.has(word) || ZERO_TENS.has(word) || ['mười', 'mươi', 'trăm'].includes(word) || isScale(word);
}

/** Whether a word says thousands, millions or billions. */
export function isScale(word: string): boolean {
  return BELOW_BILLION.has(word) || BILLION.has(word);
}

/**
 * The number that words say, without "đồng": "hai trăm lẻ chín tỷ sáu trăm triệu" is 209.600.000.000. Words in lower case,
 * NFC. Undefined where they are no number as it is properly read: nothing is guessed.
 */
export function readWords(words: readonly string[]): bigint | undefined {
  let billions = 0n;
  let below = 0n;
  let lastScale = BILLION_SIZE;
  let group: string[] = [];
  for (const word of words) {
    if (!isScale(word)) {
      group.push(word);
      continue;
    }
    const size = BELOW_BILLION.get(word);
    // "bảy trăm nghìn tỷ", "chín tỷ tỷ": the billions of what was said so far.
    const ofAll = group.length === 0 && size === undefined && below + billions > 0n;
    const value = ofAll ? 0n : readGroup(group);
    if (value === undefined) return undefined;
    group = [];
    if (size === undefined) {
      billions = (billions + below + value) * BILLION_SIZE;
      below = 0n;
      lastScale = BILLION_SIZE;
    } else {
      if (size >= lastScale) return undefined;
      below += value * size;
      lastScale = size;
    }
  }
  const rest = group.length === 0 && words.length > 0 ? 0n : readGroup(group);
  return rest === undefined ? undefined : billions + below + rest;
}

/** Zero to 999, as between two scales. */
function readGroup(words: readonly string[]): bigint | undefined {
  let rest = words;
  let value = 0n;
  const hundreds = rest[1] === 'trăm' ? DIGITS.get(rest[0] ?? '') : undefined;
  if (hundreds !== undefined) {
    value += hundreds * 100n;
    rest = rest.slice(2);
    if (rest.length === 0) return value;
  }
  const [first = '', second, third, ...more] = rest;
  if (more.length > 0) return undefined;
  if (ZERO_TENS.has(first)) {
    const ones = DIGITS.get(second ?? '');
    return hundreds === undefined || ones === undefined || third !== undefined ? undefined : value + ones;
  }
  if (first === 'mười') {
    if (second === undefined) return value + 10n;
    const ones = DIGITS.get(second);
    return ones === undefined || third !== undefined ? undefined : value + 10n + ones;
  }
  const digit = DIGITS.get(first);
  if (digit === undefined) return undefined;
  if (second === undefined) return hundreds === undefined ? digit : undefined;
  if (second !== 'mươi') return undefined;
  if (third === undefined) return value + digit * 10n;
  const ones = DIGITS.get(third);
  return ones === undefined ? undefined : value + digit * 10n + ones;
}
