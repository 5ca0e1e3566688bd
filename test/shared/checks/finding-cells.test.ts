import { describe, expect, test } from 'vitest';
import type { Place } from '../../../shared/checks/finding.ts';
import { cellsOf } from '../../../shared/checks/finding-cells.ts';
import type { Selector } from '../../../shared/engine/selector.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { vinhLongPlan } from '../plan/sample-plan.ts';
import { onForm } from './review-of.ts';

const plan = vinhLongPlan();
const ROW = rowId('DA3-TDA1');

const shown = (form: 'F1' | 'F2', ...places: Place[]): string[] => {
  const { layout } = onForm(plan, form);
  return cellsOf(layout, { places }).map(({ line, column }) => `${layout.lines[line]?.code} ${column}`);
};
const amount = (
  row: typeof ROW | null,
  years: number | 'period',
  source: string,
  capital: Selector['capital'],
): Place => ({
  kind: 'amount',
  row,
  selector: { years: years === 'period' ? years : year(years), source: sourceId(source), capital },
});

describe('a finding points at the cells of the form that is open', () => {
  test.each<readonly [Place, string, string]>([
    [
      amount(ROW, 2023, 'central', 'recurrent'),
      'DA3-TDA1 central.recurrent',
      'DA3-TDA1 2023.central.recurrent',
    ],
    [amount(ROW, 2023, 'other', 'none'), 'DA3-TDA1 other.total', 'DA3-TDA1 2023.other.total'],
    [amount(null, 2023, 'local', 'all'), 'one-year local.total', 'total 2023.local.total'],
    [amount(null, 'period', 'local', 'all'), 'period local.total', 'total period.local.total'],
    [amount(ROW, 'period', 'all', 'all'), 'DA3-TDA1 period.total', 'DA3-TDA1 period.total'],
    [{ kind: 'text', row: ROW, column: 'ordinal' }, 'DA3-TDA1 ordinal', 'DA3-TDA1 ordinal'],
  ])('%o', (place, onF1, onF2) => {
    expect(shown('F1', place)).toEqual([onF1]);
    expect(shown('F2', place)).toEqual([onF2]);
  });

  test('years that one column stands for are one cell', () => {
    const places = [2022, 2023].map((one) => amount(ROW, one, 'central', 'recurrent'));
    expect(shown('F1', ...places)).toEqual(['DA3-TDA1 central.recurrent']);
    expect(shown('F2', ...places)).toHaveLength(2);
  });

  test('what no form shows has no cell: a line of the header, a row that is gone', () => {
    expect(shown('F1', { kind: 'header', field: 'title' })).toEqual([]);
    expect(shown('F1', amount(rowId('gone'), 2023, 'central', 'recurrent'))).toEqual([]);
  });
});
