import { type SourceId, sourceId } from '../../plan/ids.ts';
import { CAPITALS, type Capital, type Plan } from '../../plan/plan.ts';
import { meaningOf } from '../../prose/dimension.ts';
import { foldText } from '../../text/fold.ts';

/** What a label says of sources and kinds, in the plan's own words first. */
export interface MoneyWords {
  readonly source: SourceId | null;
  readonly capital: Capital | null;
}

const UNCLASSIFIED = /\b(?:chua phan loai|chua phan ky|khong phan loai)\b/;

/** Reads sources and capital kinds in labels: the names that a plan gives them, and those that every office uses. */
export class SourceWords {
  readonly #names: readonly (readonly [words: string, source: SourceId])[];
  readonly #capitals: readonly (readonly [words: string, capital: Capital])[];

  constructor({ sources, programme }: Pick<Plan, 'sources' | 'programme'>) {
    this.#names = sources
      .map(({ name, id }) => [plain(name), id] as const)
      .filter(([name]) => name !== '')
      .toSorted(([one], [other]) => other.length - one.length);
    this.#capitals = CAPITALS.flatMap((capital) =>
      capital === 'none' ? [] : [[plain(programme[capital].long), capital] as const],
    ).filter(([name]) => name !== '');
  }

  read(label: string): MoneyWords {
    const words = ` ${plain(label)} `;
    const says = (name: string): boolean => words.includes(` ${name} `);
    const meaning = meaningOf(label);
    const sub = this.#names.find(([name]) => says(name))?.[1];
    const kinds = this.#capitals.filter(([name]) => says(name)).map(([, capital]) => capital);
    const [kind, ...more] = kinds;
    return {
      source: sub ?? (meaning.source === null ? null : sourceId(meaning.source)),
      capital: UNCLASSIFIED.test(words) ? 'none' : kind && more.length === 0 ? kind : meaning.capital,
    };
  }
}

function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}
