import { type Year, year } from '../../../plan/ids.ts';
import type { KnownSourceId } from '../../../plan/known-sources.ts';
import type { Capital } from '../../../plan/plan.ts';
import { foldText } from '../../../text/fold.ts';

/** What one heading says, as far as it says anything that the forms know. A field that is not there was not said. */
export interface HeadingWords {
  readonly years?: HeadingYears;
  readonly source?: HeadingSource;
  readonly capital?: Capital;
  /** "Tổng số", "Cộng": everything that the headings around it do not narrow down. */
  readonly total?: true;
  readonly label?: HeadingLabel;
  /** The source is said by the bare name of a level ("Tỉnh", "Xã"): it says money only beneath a budget's heading. */
  readonly bareLevel?: true;
  /** Words that no form knows: the column is not what its other words say. Folded. */
  readonly rest: string;
}

export type HeadingYears = Year | 'oneYear' | { readonly first: Year; readonly last: Year } | 'period';
export type HeadingSource = 'central' | 'local' | 'other' | 'budget' | KnownSourceId;
/** Columns that hold no amounts. */
export type HeadingLabel = 'ordinal' | 'name' | 'code' | 'note';

type Said = Omit<HeadingWords, 'rest'>;

/**
 * How offices write what the forms say, folded (no case, no diacritics, punctuation as spaces). Regular expressions;
 * longer phrases come first: "vốn đầu tư phát triển" is one thing, not "đầu tư" among other words.
 */
const PHRASES: readonly (readonly [string, Said])[] = [
  ['ngan sach cap tinh|ngan sach tinh|von cap tinh|ns cap tinh|ns tinh|nst|cap tinh', { source: 'province' }],
  [
    'ngan sach cap huyen|ngan sach huyen|von cap huyen|ns cap huyen|ns huyen|nsh|cap huyen',
    { source: 'district' },
  ],
  ['ngan sach cap xa|ngan sach xa|von cap xa|ns cap xa|ns xa|nsx|cap xa', { source: 'commune' }],
  [
    'von long ghep(?: tu)?(?: cac)?(?: chuong trinh)?(?: du an)?(?: khac)?|long ghep',
    { source: 'integrated' },
  ],
  ['von tin dung chinh sach|tin dung chinh sach|von tin dung|tin dung', { source: 'credit' }],
  ['von doanh nghiep|doanh nghiep', { source: 'enterprise' }],
  ['tien mat', { source: 'community-cash' }],
  ['ngay cong(?: va)?(?: hien vat)?(?: quy doi)?|hien vat(?: quy doi)?', { source: 'community-kind' }],
  [
    '(?:(?:huy dong|von|dong gop|cua|tu) )*(?:cong dong(?: (?:va )?(?:nguoi dan|dan cu))?|nguoi dan|nhan dan|dan gop)(?: dong gop)?',
    { source: 'community' },
  ],
  [
    'ngan sach trung uong|ngan sach tw|von trung uong|von tw|trung uong|nstw|ns tw|nsttw|tw',
    { source: 'central' },
  ],
  [
    'ngan sach dia phuong|ngan sach dp|von dia phuong|von doi ung|doi ung|dia phuong|nsdp|ns dp|dp',
    { source: 'local' },
  ],
  ['ngan sach nha nuoc|von ngan sach|nsnn|ns nha nuoc', { source: 'budget' }],
  [
    '(?:(?:nguon|von|huy dong|hop phap|tu|cac|hd) )*khac|(?:von |nguon )*xa hoi hoa|(?:(?:nguon|von) )*huy dong',
    { source: 'other' },
  ],
  [
    'von dau tu phat trien|dau tu phat trien|chi dau tu phat trien|chi dau tu|von dau tu cong|dau tu cong|von dau tu|von dtpt|von dt|dau tu|dtpt|vdt|dt',
    { capital: 'investment' },
  ],
  [
    'chi thuong xuyen|kinh phi thuong xuyen|von thuong xuyen|thuong xuyen|kinh phi su nghiep|chi su nghiep|von su nghiep|su nghiep|von sn|kpsn|vsn|ctx|sn',
    { capital: 'recurrent' },
  ],
  ['tinh', { source: 'province', bareLevel: true }],
  ['huyen', { source: 'district', bareLevel: true }],
  ['xa', { source: 'commune', bareLevel: true }],
  ['chua phan loai', { capital: 'none' }],
  [
    'tong muc von|tong nhu cau|tong kinh phi|tong nguon von|tong von|tong so|tong cong|cong|tong|ts|tc',
    { total: true },
  ],
  ['kinh phi|so tien|thanh tien|nguon von|von', { total: true }],
];

/** What a column of names is headed with: one of these words, or several, and with them words that alone say money. */
const NAME_WORD =
  '(?:noi dung|ten|danh muc|hang muc|nhiem vu|chuong trinh|chi tieu|dien giai|cac|du an|tieu du an|hoat dong|cong viec|cong trinh|thanh phan|hop phan|khoan muc|mo hinh|muc tieu)';

/** Headings of columns that hold no amounts say nothing else. */
const LABELS: readonly (readonly [HeadingLabel, RegExp])[] = [
  ['ordinal', /^(?:s?tt|so tt|so thu tu)$/],
  ['note', /^(?:ghi chu|gc|chu thich)$/],
  ['code', /^ma(?: so| hieu| du an| chuong trinh| ctmt| nhiem vu)*$/],
  ['name', new RegExp(`^${NAME_WORD}(?: (?:${NAME_WORD}|thuc hien|kinh phi|va|hoac))*$`)],
];

/** Words that offices add without saying anything more. */
const FILLERS =
  /\b(?:kinh phi|kp|nguon von|nguon|von|ke hoach|kh|trong do|bao gom|gom|thuc hien|du kien|du toan|nhu cau|so tien|phan bo|bo tri|ho tro|giao|doi ung|nam|don vi tinh|dvt|ty dong|trieu dong|nghin dong|ngan dong|trd|dong|chi|cap|tu|cac|cua|cho)\b/g;

const YEAR = '20\\d\\d';
const YEARS: readonly (readonly [RegExp, (match: RegExpExecArray) => HeadingYears | undefined])[] = [
  [
    new RegExp(`\\b(${YEAR}) (?:(?:den|toi)(?: nam)? )?(${YEAR})\\b`),
    ([, first, last]) => ({ first: year(Number(first)), last: year(Number(last)) }),
  ],
  [/\b(?:0?1|mot|moi|hang|hang nam) nam\b|\bbinh quan(?: nam)?\b/, () => 'oneYear'],
  [new RegExp(`\\b(${YEAR})\\b`), ([, one]) => year(Number(one))],
  [/\bgiai doan\b|\bgd\b|\b0?[2-9] nam\b/, () => 'period'],
];

/** What a heading says. A heading whose words are not all known keeps them in `rest`. */
export function headingWords(text: string): HeadingWords {
  const label = headingLabel(text);
  if (label) return { label, rest: '' };
  // "Đơn vị tính" is no level of the budget.
  let rest = plain(text)
    .replaceAll(/\b(?:don vi tinh|don vi|dvt)\b/g, ' ')
    .trim();
  let said: Said = {};
  const years = YEARS.find(([pattern]) => pattern.test(rest));
  if (years) {
    const [pattern, read] = years;
    const match = pattern.exec(rest);
    const found = match ? read(match) : undefined;
    if (found !== undefined) said = { ...said, years: found };
    rest = rest.replace(pattern, ' ').replace(/\b(?:ca )?(?:giai doan|gd)\b|\b0?[1-9] nam\b/g, ' ');
  }
  for (const [pattern, phrase] of KNOWN) {
    // What was said first counts: "NSTW (vốn sự nghiệp)" is central, recurrent; a second source is not understood.
    if (Object.keys(phrase).some((field) => field in said)) continue;
    // Said twice is said once: "Ngân sách trung ương (NSTW)".
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    said = { ...said, ...phrase };
    rest = without;
  }
  return { ...said, rest: rest.replaceAll(FILLERS, ' ').replaceAll(/\s+/g, ' ').trim() };
}

/** Which column without amounts a heading opens; undefined where it says something else. */
export function headingLabel(text: string): HeadingLabel | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const said = plain(text);
  return LABELS.find(([, pattern]) => pattern.test(said))?.[0];
}

const LONGEST_LABEL = 100;

const KNOWN = PHRASES.map(
  ([phrases, said]) => [new RegExp(`(?<![a-z0-9])(?:${phrases})(?![a-z0-9])`, 'g'), said] as const,
);

/** "(1)", "[2]", "(*)", and how a column is summed up: "(1)=(2)+(3)", "3 = 4 + 5". */
const COLUMN_MARKS = /(?:[([]?\s*\b\d{1,2}\s*[)\]]?\s*=[\s\d()[\]+*-]+)|[([]\s*(?:\d{1,2}|[*]+)\s*[)\]]/g;

/** Folded; letters and digits with single spaces between; "N.S.T.W" is one word; the marks of columns are no words. */
function plain(text: string): string {
  return foldText(text)
    .replaceAll(COLUMN_MARKS, ' ')
    .replaceAll(/(?<![a-z\d])(?:[a-z]\.){2,}[a-z]?(?![a-z\d])/g, (word) => word.replaceAll('.', ''))
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}
