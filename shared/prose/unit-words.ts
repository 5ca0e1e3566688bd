/** The words behind a number of a text that make it money, or say that it is none. */

export interface UnitAfter {
  /** How many đồng one is. */
  readonly size: bigint;
  /** Whether "đồng" was said: nothing more belongs to the amount. */
  readonly closed: boolean;
  /** "2 tỷ rưỡi". */
  readonly half: boolean;
  /** "50 nghìn" is not yet money, unless it says "đồng" or goes on from millions. */
  readonly weak: boolean;
  readonly end: number;
}

const SIZES: ReadonlyMap<string, bigint> = new Map([
  ['chục', 10n],
  ['trăm', 100n],
  ['nghìn', 1_000n],
  ['ngàn', 1_000n],
  ['vạn', 10_000n],
  ['triệu', 1_000_000n],
  ['tỷ', 1_000_000_000n],
  ['tỉ', 1_000_000_000n],
]);
const MILLION = 1_000_000n;

const BLANK = String.raw`[ \u00a0\u2007\u2009\u202f]*`;
/** Spaces of one line, or the end of a line that was broken inside an amount. */
export const GAP = String.raw`${BLANK}(?:\n[ \u00a0]*)?`;
const SCALE = new RegExp(
  String.raw`${GAP}(chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?=đồng|[^\p{L}\p{N}]|$)`,
  'iuy',
);
const DONG = new RegExp(
  String.raw`${GAP}(?:đồng(?! (?:chí|bào|đội|ruộng|cỏ|bằng|hồ|bộ|thời)(?!\p{L}))(?: việt nam)?|vnđ|vnd|đ(?!\)))(?![\p{L}\p{N}])`,
  'iuy',
);
/** Triệu đồng as tables and reports shorten it. */
const SHORT = new RegExp(String.raw`${BLANK}tr\.?[ \u00a0]?(?:đồng|đ)(?![\p{L}\p{N}])`, 'iuy');
const HALF = new RegExp(String.raw`${BLANK}rưỡi(?![\p{L}\p{N}])`, 'iuy');
const WORDS = new RegExp(String.raw`${GAP}([\p{L}$€¥]+[23²³]?)(?: (\p{L}+))?`, 'uy');
const OPENING = new RegExp(String.raw`${BLANK}\(`, 'uy');

/** What millions count when they are not money: "2 triệu hộ", "1,5 triệu người". */
const COUNTED = new Set(
  `người hộ lượt con cây tấn tạ kg ha hecta m m2 m3 m² m³ km lít kwh kw mw khách thẻ bản cuốn tờ liều mũi đôi bộ chiếc cái quả
  trứng gói bệnh ca giờ phút lần mét héc gốc hạt viên`.split(/\s+/u),
);
const COUNTED_PAIRS = new Set([
  ...[
    'lao động',
    'học sinh',
    'sinh viên',
    'trẻ em',
    'phụ nữ',
    'sản phẩm',
    'việc làm',
    'thuê bao',
    'cổ phiếu',
  ],
  ...['cổ phần', 'đoàn viên', 'hội viên', 'tài khoản', 'đồng bào', 'đồng chí', 'thanh niên', 'nông dân'],
]);
/** "tỷ lệ", "tỷ trọng": another word that begins like the unit. */
const RATIO = new Set(['lệ', 'trọng', 'suất', 'số', 'giá', 'phú']);
const YUAN = new RegExp(`${GAP}nhân dân tệ`, 'iuy');
const FOREIGN =
  /^(?:usd|đô|đôla|dollar|euro|eur|yên|jpy|won|krw|ndt|bảng|franc|rúp|kip|kíp|baht|bạt|[$€¥])$/iu;

/** The unit behind a number that ends at `at`, also in brackets: "1.250 (triệu đồng)". Null where none stands there. */
export function unitAfter(text: string, at: number): UnitAfter | null {
  const opening = stick(OPENING, text, at);
  if (opening === null) return plainUnit(text, at);
  const inside = plainUnit(text, OPENING.lastIndex);
  return inside && text[inside.end] === ')'
    ? { ...inside, closed: true, weak: false, end: inside.end + 1 }
    : null;
}

function plainUnit(text: string, at: number): UnitAfter | null {
  if (stick(SHORT, text, at))
    return { size: MILLION, closed: true, half: false, weak: false, end: SHORT.lastIndex };
  let size = 1n;
  let last = 1n;
  let end = at;
  for (let word = stick(SCALE, text, end); word; word = stick(SCALE, text, end)) {
    const scale = SIZES.get(word[1]?.toLowerCase() ?? '') ?? 1n;
    // "nghìn tỷ" and "trăm triệu" are one unit; a smaller word behind a greater one is no part of it.
    if (scale <= last) break;
    last = scale;
    size *= scale;
    end = SCALE.lastIndex;
  }
  const half = size > 1n && stick(HALF, text, end) !== null;
  if (half) end = HALF.lastIndex;
  const closed = stick(DONG, text, end) !== null;
  if (closed) end = DONG.lastIndex;
  if (size === 1n && !closed) return null;
  return { size, closed, half, weak: !closed && last < MILLION, end };
}

/** Whether the unit that ends at `at`, without "đồng", counts something else than money, or money of another country. */
export function countedAfter(text: string, at: number, size: bigint): 'count' | 'foreign' | null {
  const [, first = '', second = ''] = stick(WORDS, text, at) ?? [];
  const [one, two] = [first.toLowerCase(), second.toLowerCase()];
  if (FOREIGN.test(one) || stick(YUAN, text, at)) return 'foreign';
  if (size % 1_000_000_000n === 0n && RATIO.has(one)) return 'count';
  return COUNTED.has(one) || COUNTED_PAIRS.has(`${one} ${two}`) ? 'count' : null;
}

/** Why a number that ends at `at` looks like money and is none that can be read; null where it does not look like money. */
export function looksLikeUnit(
  text: string,
  at: number,
): {
  readonly why: 'prose.lostDiacritics' | 'prose.unreadableUnit' | 'prose.foreignCurrency';
  readonly end: number;
} | null {
  const lost = stick(LOST, text, at);
  if (lost) return { why: 'prose.lostDiacritics', end: LOST.lastIndex };
  const broken = stick(BROKEN, text, at);
  if (broken) return { why: 'prose.unreadableUnit', end: BROKEN.lastIndex };
  const [, word = ''] = stick(WORDS, text, at) ?? [];
  return FOREIGN.test(word) && !/^(?:đô|won|yên|bảng)$/iu.test(word)
    ? { why: 'prose.foreignCurrency', end: WORDS.lastIndex }
    : null;
}

/** Unit words of which the marks were lost, all of them or one. */
const LOST = new RegExp(
  String.raw`${BLANK}(?:(?:tr[iị][eêệéèẹế]u|nghin|ngan)(?: ?[dđ][oôồốộơ]ng)?|t[yiý] ?[dđ][oôồốơ]ng|t[yi](?= *(?:[;,.)]|$))|dong)(?![\p{L}\p{N}])`,
  'iuy',
);
/** Unit words in a font of the old encodings, or whose letters became question marks. */
const BROKEN = new RegExp(
  String.raw`${BLANK}(?:(?:t[?\ufffd]{1,3}|tri[?\ufffd]{1,3}u|ngh[?\ufffd]{1,3}n)(?: ?[dđ?\ufffd][?\ufffdo]{1,3}ng)?|[?\ufffd]{1,2}[?\ufffd]{1,3}ng|tû|tyû|tæ|tyÛ|trieäu|triÖu|triÖu|ñoàng|®ång|ngh×n|nghìn\ufffd)`,
  'iuy',
);

function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
