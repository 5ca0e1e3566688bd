/**
 * How far Ctrl+arrow goes: to the end of the run of filled cells, or over the gap to the next filled cell, or to the
 * edge of the sheet. `isFilled` answers undefined beyond the sheet.
 */
export function edgeFrom(
  [line, column]: readonly [line: number, column: number],
  [rows, columns]: readonly [rows: number, columns: number],
  isFilled: (line: number, column: number) => boolean | undefined,
): [rows: number, columns: number] {
  const at = (steps: number): boolean | undefined => isFilled(line + rows * steps, column + columns * steps);
  if (at(1) === undefined) return [0, 0];
  let steps = 1;
  if (at(0) === true && at(1) === true) {
    while (at(steps + 1) === true) steps += 1;
  } else {
    while (at(steps) === false) steps += 1;
    // Nothing more that way: the last cell of the sheet.
    if (at(steps) === undefined) steps -= 1;
  }
  return [rows * steps, columns * steps];
}
