import { z } from 'zod';
import type { Result } from '../refusal.ts';
import { contract, type Input, type Method, type Output } from './contract.ts';

/** The machine as the officer's side sees it. A refusal's code is worded by `shared/messages`. */
export type Planner = { [M in Method]: (input: Input<M>) => Promise<Result<Output<M>>> };

/** An answer as JSON. */
export const wireResultSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    refusal: z.strictObject({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
]);
export type WireResult = z.output<typeof wireResultSchema>;

export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}

type AnyCodec = z.ZodType<unknown, unknown>;
const inputOf = (method: Method): AnyCodec => contract[method].input;
const outputOf = (method: Method): AnyCodec => contract[method].output;

/**
 * The host's side of a border: parses what came in, asks the planner, encodes the answer. Never throws: what is
 * not of the contract is refused, and a bug becomes `internal` with nothing of its insides; `onBug` hears of it.
 */
export async function answer(
  planner: Planner,
  method: string,
  payload: unknown,
  onBug: (error: unknown) => void,
): Promise<WireResult> {
  if (!isMethod(method)) return { ok: false, refusal: { code: 'api.unknownMethod', params: {} } };
  const input = z.safeDecode(inputOf(method), payload);
  if (!input.success) {
    const where = input.error.issues[0]?.path.join('.') ?? '';
    return { ok: false, refusal: { code: 'api.badRequest', params: { method, where } } };
  }
  try {
    const ask = planner[method] as (input: unknown) => Promise<Result<unknown>>;
    const result = await ask(input.data);
    return result.ok ? { ok: true, value: z.encode(outputOf(method), result.value) } : result;
  } catch (error) {
    onBug(error);
    return { ok: false, refusal: { code: 'internal', params: {} } };
  }
}

/** The officer's side of a border: a planner over any transport of JSON values. */
export function plannerOver(send: (method: Method, payload: unknown) => Promise<unknown>): Planner {
  const call =
    (method: Method) =>
    async (input: unknown): Promise<Result<unknown>> => {
      const raw = wireResultSchema.parse(await send(method, z.encode(inputOf(method), input)));
      return raw.ok ? { ok: true, value: z.decode(outputOf(method), raw.value) } : raw;
    };
  const methods = Object.keys(contract).filter(isMethod);
  return Object.fromEntries(methods.map((method) => [method, call(method)])) as Planner;
}
