import { ordinalsOf } from '../../plan/ordinals.ts';
import type { Plan } from '../../plan/plan.ts';
import { findSource } from '../../plan/sources.ts';
import type { Stated } from './statement.ts';

/** A place of a plan in the words of its forms: "2.1 Hỗ trợ phát triển sản xuất…, NSTW, SN, năm 2023". */
export function placeName(plan: Plan, { row, source, capital, years }: Stated): string {
  const at = plan.rows.findIndex(({ id }) => id === row);
  const ordinal = ordinalsOf(plan.rows, plan.programme.levels)[at] ?? '';
  const name = at < 0 ? 'Toàn chương trình' : `${ordinal} ${plan.rows[at]?.name ?? ''}`.trim();
  return [
    name,
    ...(source === 'all' ? [] : [findSource(plan.sources, source)?.short ?? source]),
    ...(capital === 'all' ? [] : [capital === 'none' ? 'chưa phân loại' : plan.programme[capital].short]),
    ...(years === 'period' ? [] : [years === 'oneYear' ? '01 năm' : `năm ${years}`]),
  ].join(', ');
}
