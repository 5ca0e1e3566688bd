import { z } from 'zod';
import { type Dong, dong } from '../money/dong.ts';
import { UNIT_SIZE, UNITS } from '../money/unit.ts';
import vinhLong from './vinh-long-2022-2025.json' with { type: 'json' };

const text = z.string().trim().min(1);
const year = z.int().min(2000).max(2100);
const years = z.array(year).min(1).readonly();
const printed = z.int();

const amounts = z.strictObject({
  central: z.strictObject({ investment: printed, recurrent: printed }),
  local: z.strictObject({ investment: printed, recurrent: printed }),
  other: printed,
});

const row = z.strictObject({
  code: text,
  parent: text.nullable(),
  ordinal: text,
  name: text,
  /** Null on a row that has rows under it: its amounts are totals. */
  oneYear: amounts.nullable(),
});

const schema = z.strictObject({
  id: text,
  programme: text,
  title: text,
  locality: text,
  /** The line in brackets under the title. */
  decision: text,
  /** The unit of the amounts in this record, and the one that the form prints. */
  unit: z.enum(UNITS),
  period: z.strictObject({ first: year, last: year }),
  fundedYears: z.strictObject({ central: years, local: years, other: years }),
  rows: z.array(row).readonly(),
});

type Recorded = z.infer<typeof schema>;

/** The amounts of each funded year of a leaf, in đồng. */
export interface SampleAmounts {
  readonly central: { readonly investment: Dong; readonly recurrent: Dong };
  readonly local: { readonly investment: Dong; readonly recurrent: Dong };
  readonly other: Dong;
}

export interface SampleRow {
  readonly code: string;
  readonly parent: string | null;
  readonly ordinal: string;
  readonly name: string;
  readonly oneYear: SampleAmounts | null;
}

export type Sample = Readonly<Omit<Recorded, 'rows'>> & { readonly rows: readonly SampleRow[] };

/** Decision 1424/QĐ-UBND of 14/7/2022 (Vĩnh Long), as printed: only what its leaves state, amounts in đồng. */
export function vinhLongSample(): Sample {
  const recorded = schema.parse(vinhLong);
  const inDong = (amount: number) => dong(BigInt(amount) * UNIT_SIZE[recorded.unit]);
  return {
    ...recorded,
    rows: recorded.rows.map((line) => ({
      ...line,
      oneYear: line.oneYear && amountsInDong(line.oneYear, inDong),
    })),
  };
}

function amountsInDong(recorded: z.infer<typeof amounts>, inDong: (amount: number) => Dong): SampleAmounts {
  const kinds = ({ investment, recurrent }: { investment: number; recurrent: number }) => ({
    investment: inDong(investment),
    recurrent: inDong(recurrent),
  });
  return { central: kinds(recorded.central), local: kinds(recorded.local), other: inDong(recorded.other) };
}
