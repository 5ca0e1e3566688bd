import type { RowId } from '../plan/ids.ts';
import { ordinalsOf } from '../plan/ordinals.ts';
import type { Plan } from '../plan/plan.ts';
import { foldText } from '../text/fold.ts';

/** Letters alone count: case, marks, blanks and dots at the end do not. */
export function foldedName(text: string): string {
  return foldText(text)
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.:;,]+$/, '')
    .trim();
}

/** A line for the programme as a whole, as tables close or begin. */
const WHOLE = /^(?:tong(?: so| cong| kinh phi)?|cong|toan chuong trinh|total|whole programme)$/;

/**
 * Finds the plan's row that a superior's table means by some texts of one of its lines: by code, then by name, then by
 * printed number, each where only one row bears it; `null` is the programme, `undefined` no row at all.
 */
export function controlRowFinder(plan: Plan): (texts: readonly string[]) => RowId | null | undefined {
  const ordinals = ordinalsOf(plan.rows, plan.programme.levels);
  const only = (keyOf: (at: number) => string): ((text: string) => RowId | undefined) => {
    const byKey = Map.groupBy(plan.rows.keys(), keyOf);
    return (text) => {
      const [at, ...others] = byKey.get(text) ?? [];
      return at === undefined || others.length > 0 ? undefined : plan.rows[at]?.id;
    };
  };
  const byCode = only((at) => plan.rows[at]?.code ?? '');
  const byName = only((at) => foldedName(plan.rows[at]?.name ?? ''));
  const byOrdinal = only((at) => ordinals[at] ?? '');
  return (texts) => {
    const said = texts.map((text) => text.trim()).filter((text) => text !== '');
    for (const find of [byCode, (text: string) => byName(foldedName(text)), byOrdinal]) {
      for (const text of said) {
        const row = find(text);
        if (row !== undefined) return row;
      }
    }
    return said.some((text) => WHOLE.test(foldedName(text))) ? null : undefined;
  };
}
