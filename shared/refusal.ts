/**
 * A refusal is a value: what was asked for cannot be done, and why, as a code with parameters.
 * `shared/messages` words it. A throw is a bug and never carries a refusal.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** What the message needs to name the place and the remedy. JSON-safe; amounts as decimal strings of đồng. */
  readonly params: Readonly<Record<string, string | number>>;
}

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  params: Refusal['params'] = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, params } };
}
