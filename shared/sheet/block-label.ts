import type { Line } from '../forms/layout.ts';
import type { ChangeLabel } from '../plan/edit/edit.ts';

/** What was done to many cells at once, and from which row on: "Dán 40.000 ô từ 2.1 Hỗ trợ…". */
export function blockLabel(code: string, count: number, first: Line | string | null): ChangeLabel {
  const place = first === null || typeof first === 'string' ? first : `${first.ordinal} ${first.name}`.trim();
  return { code, params: { count, place: place ?? '' } };
}
