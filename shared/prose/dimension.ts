import { foldText } from '../text/fold.ts';

/** What a label divides money by, as far as its words say. */
export interface Meaning {
  readonly source: 'central' | 'local' | 'other' | null;
  readonly capital: 'investment' | 'recurrent' | null;
  /** Years that the words name. */
  readonly years: readonly number[];
  /** "còn lại": it completes its list. */
  readonly rest: boolean;
  /** "tổng", "tổng cộng", "nhu cầu kinh phí". */
  readonly total: boolean;
}

const CENTRAL = /\b(?:trung uong|nstw|tw|ngan sach nha nuoc cap trung uong|vn? trung uong)\b/;
const LOCAL =
  /\b(?:dia phuong|nsdp|doi ung|ngan sach (?:cap )?(?:tinh|huyen|xa|thanh pho|thi xa|quan|phuong)|(?:cap|von) (?:tinh|huyen|xa)|ns (?:tinh|huyen|xa))\b/;
const OTHER =
  /\b(?:huy dong|xa hoi hoa|hop phap khac|nguon khac|von khac|vay|tin dung|long ghep|doanh nghiep|nhan dan|nguoi dan|cong dong|dong gop|viện trợ|tai tro)\b/;
const INVESTMENT = /\b(?:dau tu phat trien|von dau tu|dtpt|chi dau tu|von dt|kinh phi dau tu|dau tu cong)\b/;
const RECURRENT = /\b(?:su nghiep|thuong xuyen|von sn|sn|ktx|ctx)\b/;

/** What the words of a label say; case and marks do not matter. */
export function meaningOf(label: string): Meaning {
  const folded = foldText(label);
  const found = (pattern: RegExp): number => folded.search(pattern);
  const sources = (
    [
      ['central', found(CENTRAL)],
      ['local', found(LOCAL)],
      ['other', found(OTHER)],
    ] as const
  ).filter(([, at]) => at >= 0);
  const investment = INVESTMENT.test(folded);
  const recurrent = RECURRENT.test(folded);
  return {
    // "ngân sách trung ương và địa phương" names none of the two alone; "vốn huy động … địa phương" is other money.
    source:
      sources.length === 1
        ? (sources[0]?.[0] ?? null)
        : sources.some(([name]) => name === 'central')
          ? null
          : (sources.find(([name]) => name === 'other')?.[0] ?? null),
    capital: investment === recurrent ? null : investment ? 'investment' : 'recurrent',
    years: [...folded.matchAll(/\bnam (20\d\d)\b/g)].map(([, year]) => Number(year)),
    rest: /\bcon lai\b/.test(folded),
    total: /\b(?:tong|cong)\b/.test(folded),
  };
}
