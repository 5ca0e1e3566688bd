import { expect, test } from 'vitest';
import { formById } from '../../../shared/forms/catalogue.ts';
import { layoutColumns } from '../../../shared/forms/columns.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { chosenColumns, type OwnForm } from '../../../shared/forms/own-form.ts';
import {
  allColumns,
  type ListedBlock,
  listColumns,
  withListed,
} from '../../../shared/forms/own-form-columns.ts';
import { vinhLongPlan } from '../plan/sample-plan.ts';

const PLAN = vinhLongPlan();
const laid = (base: FormId) => layoutColumns(formById(base), PLAN);

function whole(base: FormId): OwnForm {
  const columns = allColumns(laid(base));
  return { id: 'own', name: 'Biểu riêng', base, columns, hiddenYears: [], subSources: true };
}

/** A block a line, "other: other.total"; a column that is not chosen in brackets. */
function shown(blocks: readonly ListedBlock[]): string {
  return blocks
    .map(({ key, columns }) => {
      const names = columns.map((column) => (column.chosen ? column.key : `(${column.key})`));
      return `${key}: ${names.join(' ')}`;
    })
    .join('\n');
}

test('the blocks of every year are one, under a name for all of them', () => {
  const blocks = listColumns(whole('F2'), laid('F2'));
  expect(blocks.map(({ key, title }) => [key, title])).toEqual([
    ['period', 'Tổng giai đoạn 2022 - 2025'],
    ['each', null],
  ]);
  expect(blocks[1]?.columns.map(({ path }) => path.join(' › '))).toEqual([
    'Tổng số',
    'NSTW › Tổng số',
    'NSTW › ĐTPT',
    'NSTW › SN',
    'NSĐP › Tổng số',
    'NSĐP › ĐTPT',
    'NSĐP › SN',
    'Khác',
  ]);
});

test('columns that are not chosen stand after what they follow in the base form', () => {
  const own = { ...whole('F1'), columns: ['local.recurrent', 'local.total', 'central.recurrent'] };
  expect(shown(listColumns(own, laid('F1')).slice(-3))).toBe(
    [
      'local: local.recurrent local.total (local.investment)',
      'other: (other.total)',
      'central: (central.total) (central.investment) central.recurrent',
    ].join('\n'),
  );
});

test('what is listed again after a choice is printed just so', () => {
  const blocks = listColumns(whole('F1'), laid('F1')).toReversed();
  const chosen = blocks.map((block) => ({
    ...block,
    columns: block.columns.map((column) => ({ ...column, chosen: !column.key.endsWith('investment') })),
  }));
  const own = withListed(whole('F1'), chosen);
  expect(chosenColumns(own, laid('F1')).columns.map(({ id }) => id)).toEqual([
    'other.total',
    ...['local.total', 'local.recurrent', 'central.total', 'central.recurrent'],
    ...['year.total', 'year.recurrent', 'year.other', 'period.total', 'period.recurrent', 'period.other'],
  ]);
});

test('columns of sources that this plan has not opened stay in the form', () => {
  const own = { ...whole('F2'), columns: ['each.local.total', 'each.province.total', 'each.other.total'] };
  const blocks = listColumns(own, laid('F2')).map((block) => ({
    ...block,
    columns: block.columns.map((column) => ({ ...column, chosen: column.key === 'each.local.total' })),
  }));
  expect(withListed(own, blocks).columns).toEqual(['each.local.total', 'each.province.total']);
});
