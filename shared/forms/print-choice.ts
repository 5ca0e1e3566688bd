import type { Year } from '../plan/ids.ts';
import type { FormId } from './form.ts';
import type { OwnForm } from './own-form.ts';

/** Reports are made of totals alone: nothing is typed into them, and no plan can be made of them again. */
export const REPORT_IDS = ['F3', 'F4', 'F5', 'F6'] as const;
export type ReportId = (typeof REPORT_IDS)[number];

/** What one sheet shows: an official form, a report, or a form of the office's own. */
export type PrintChoice =
  | { readonly kind: 'form'; readonly form: FormId }
  | { readonly kind: 'own'; readonly form: OwnForm }
  | { readonly kind: 'F3'; readonly local: 'kinds' | 'levels' }
  /** `nested`: the plan's rows under its locality. */
  | { readonly kind: 'F4'; readonly years: Year | 'period'; readonly nested: boolean }
  /** `changes`: Tăng and Giảm of every source, or of their total alone. */
  | { readonly kind: 'F5'; readonly years: Year | 'period'; readonly changes: 'each' | 'total' }
  | { readonly kind: 'F6'; readonly year: Year };
