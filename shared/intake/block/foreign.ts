import { type Refusal, refuse } from '../../refusal.ts';

/** What another program may show in a cell that is no amount. */
export type ForeignCode =
  | 'block.tooNarrow'
  | 'block.sheetError'
  | 'block.formula'
  | 'block.mixed'
  | 'block.date'
  | 'block.percent'
  | 'block.trueOrFalse'
  | 'block.foreignCurrency'
  | 'block.words';

const KINDS: readonly (readonly [ForeignCode, RegExp])[] = [
  ['block.tooNarrow', /^#+$/],
  [
    'block.sheetError',
    /^(?:#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|[A-Z_]+[!?]?)|(?:Err|Lỗi):\s*\d+)$/iu,
  ],
  // A formula of another sheet, or text that looks like one: it is never evaluated.
  ['block.formula', /^(?:[={]|[+@]\s*[\p{L}$(])/u],
  ['block.mixed', /^≠$/],
  ['block.percent', /[%‰]/],
  ['block.date', /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?:[T\s].*)?$/],
  ['block.date', /^\d{1,2}[/-]\d{1,4}$/],
  ['block.date', /^\d{4}[/-]\d{1,2}$/],
  ['block.date', /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?$/i],
  [
    'block.date',
    /^(?:\d{1,2}[-\s/])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg|th)\p{L}*[-\s/.]?\d{1,4}(?:[-\s/]\d{2,4})?$/iu,
  ],
  ['block.trueOrFalse', /^(?:true|false|đúng|sai)$/iu],
  [
    'block.foreignCurrency',
    /[$€£¥₩฿₽]|(?<!\p{L})(?:usd|eur|gbp|jpy|cny|rmb|krw|thb|lak|khr|aud|sgd)(?!\p{L})/iu,
  ],
  // "-" and its like are zero; whatever else has no digit is words.
  ['block.words', /^(?![-–—−]$)(?!(?:₫|đ|vn[dđ])?\s*[-–—−]\s*(?:₫|đ|vn[dđ])?$)[^\p{Nd}]*$/iu],
  ['block.words', /^(?!(?:đ|vn[dđ])(?!\p{L}))\p{L}/iu],
];

/** Why a text is something else than an amount; null where it may be one. */
export function foreignRefusal(text: string): Refusal<ForeignCode> | null {
  for (const [code, pattern] of KINDS)
    if (pattern.test(text)) return refuse(code, { text: clipped(text) }).refusal;
  return null;
}

const LONGEST_SHOWN = 40;

function clipped(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_SHOWN ? text : `${letters.slice(0, LONGEST_SHOWN - 1).join('')}…`;
}
