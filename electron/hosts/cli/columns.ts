import { withoutHiddenMarks } from '../../../shared/text/hidden-marks.ts';

/** Lines of a table for a terminal: each column as wide as its widest text, numbers pushed to the right. Nothing in them commands it. */
export function inColumns(given: readonly (readonly string[])[], right: (column: number) => boolean): string {
  const lines = given.map((line) => line.map(withoutHiddenMarks));
  const widths: number[] = [];
  for (const line of lines) {
    line.forEach((text, at) => {
      widths[at] = Math.max(widths[at] ?? 0, lettersOf(text));
    });
  }
  return lines
    .map((line) =>
      line
        .map((text, at) => {
          const gap = ' '.repeat(Math.max(0, (widths[at] ?? 0) - lettersOf(text)));
          return right(at) ? gap + text : text + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function lettersOf(text: string): number {
  return [...text.normalize('NFC')].length;
}
