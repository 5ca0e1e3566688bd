/** One line of the bench: what was measured, its yardstick, and the ratio that must hold. */
export interface Measured {
  readonly what: string;
  readonly ours: string;
  readonly yardstick: string;
  readonly ratio: number;
  readonly limit: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Characters of the longest line's name. */
const WIDTH = 80;

export function printMeasured(lines: readonly Measured[]): boolean {
  let holds = true;
  for (const { what, ours, yardstick, ratio, limit } of lines) {
    const kept = ratio <= limit;
    holds &&= kept;
    const verdict = kept ? 'holds' : 'DOES NOT HOLD';
    console.log(
      `${what.padEnd(WIDTH)}  ${ours.padStart(12)}  vs ${yardstick.padStart(12)}  ${ratio.toFixed(2).padStart(6)} of at most ${limit}  ${verdict}`,
    );
  }
  return holds;
}
