/** What a side of a comparison is, as the value of an option. */
export const NOW = 'now';
export const FILE = 'file';
export const OTHER_FILE = 'open';
export const revisionOption = (label: string): string => `revision ${label}`;
export const planOption = (id: string): string => `plan ${id}`;
/** The plan as it was after a row of its history. */
export const pointOption = (sequence: number): string => `point ${sequence}`;

/** The history row that an option names, or null. */
export function pointOf(option: string): number | null {
  const digits = /^point (\d+)$/.exec(option)?.[1];
  return digits === undefined ? null : Number(digits);
}
