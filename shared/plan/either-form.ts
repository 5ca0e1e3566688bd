import { z } from 'zod';

/** Looks at raw JSON and says in which of its forms it is to be read. It need not be valid. */
export type ChooseForm<Value> = (raw: unknown) => z.ZodType<Value>;

/**
 * JSON that is written in one form and read in that and in older ones, which stored histories hold for ever. Checked
 * on the way in by the chosen form; `write` makes what goes out of a value that was checked when it came in.
 */
export function eitherForm<Value>(choose: ChooseForm<Value>, write: (value: Value) => unknown) {
  return z.codec(z.unknown(), z.custom<Value>(), {
    decode: (raw, context): Value => {
      const read = choose(raw).safeParse(raw);
      if (read.success) return read.data;
      for (const { path, message } of read.error.issues) {
        context.issues.push({ code: 'custom', path: [...path], message, input: raw });
      }
      return z.NEVER;
    },
    encode: write,
  });
}
