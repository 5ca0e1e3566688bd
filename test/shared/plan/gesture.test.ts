import { describe, expect, test } from 'vitest';
import { GRAND_TOTAL } from '../../../shared/engine/totals.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { Change } from '../../../shared/plan/edit/edit.ts';
import { nextCode } from '../../../shared/plan/gesture/row-code.ts';
import {
  canGiveUp,
  holdsMoney,
  indent,
  indentTarget,
  insertBelow,
  insertChild,
  moveAmongSiblings,
  outdent,
  removeRow,
  renameRow,
  renumberRow,
  rowTitle,
  setNote,
} from '../../../shared/plan/gesture/rows.ts';
import { setTyped } from '../../../shared/plan/gesture/typed-amount.ts';
import { planId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { leafKey, type Plan } from '../../../shared/plan/plan.ts';
import { programmeTemplate } from '../../../shared/programmes/catalogue.ts';
import { newPlan } from '../../../shared/programmes/new-plan.ts';
import { must, totalsOf, vinhLongPlan } from './sample-plan.ts';

const SAMPLE = vinhLongPlan();
const NEW = rowId('new');
const REST = rowId('rest');

/** The plan after a gesture, which must be possible, and must be taken back by its inverse. */
function made(plan: Plan, change: Change | null): Plan {
  if (!change) throw new Error('the gesture has no meaning here');
  const done = must(applyEdits(plan, change.edits));
  expect(must(applyEdits(done.plan, done.inverse)).plan).toEqual(plan);
  return done.plan;
}

function codes(plan: Plan): string {
  return plan.rows.map((row) => row.code).join(' ');
}

function grandTotal(plan: Plan): bigint {
  const totals = totalsOf(plan);
  return totals.read(GRAND_TOTAL, totals.address({ years: 'period', source: 'all', capital: 'all' }));
}

function rowNamed(plan: Plan, code: string) {
  return plan.rows.find((row) => row.code === code);
}

describe('a new row', () => {
  test('stands after the whole subtree of the row it was asked for at, with a free code of that level', () => {
    const plan = made(SAMPLE, insertBelow(SAMPLE, rowId('DA3'), NEW, 'Dự án mới'));
    expect(codes(plan)).toContain('DA3 DA3-TDA1 DA3-TDA2 DA8 DA4 ');
    expect(rowNamed(plan, 'DA8')).toMatchObject({ id: NEW, parent: null, name: 'Dự án mới', ordinal: null });
  });

  test('stands last at the top where no row is chosen, or one that is gone', () => {
    for (const chosen of [null, rowId('gone')]) {
      expect(codes(made(SAMPLE, insertBelow(SAMPLE, chosen, NEW, '')))).toMatch(/ DA7-TDA2 DA8$/);
    }
  });

  test('takes over from its parent what investment it may carry', () => {
    const plan = made(SAMPLE, insertBelow(SAMPLE, rowId('DA4-TDA1'), NEW, ''));
    expect(codes(plan)).toContain('DA4-TDA1 DA4-TDA4 DA4-TDA3');
    expect(rowNamed(plan, 'DA4-TDA4')?.investment).toBe(rowNamed(SAMPLE, 'DA4')?.investment);
  });

  test('as the first child of a row with money takes all of that money over', () => {
    const parent = rowId('DA2');
    expect(holdsMoney(SAMPLE, parent)).toBe(true);
    const plan = made(SAMPLE, insertChild(SAMPLE, parent, NEW, 'Tiểu dự án'));
    expect(rowNamed(plan, 'DA2-TDA1')).toMatchObject({ id: NEW, parent });
    expect(plan.amounts.get(NEW)).toEqual(SAMPLE.amounts.get(parent));
    expect(holdsMoney(plan, parent)).toBe(false);
    expect(grandTotal(plan)).toBe(grandTotal(SAMPLE));
  });

  test('as a further child stands last and holds nothing', () => {
    const plan = made(SAMPLE, insertChild(SAMPLE, rowId('DA3'), NEW, ''));
    expect(codes(plan)).toContain('DA3-TDA2 DA3-TDA3 DA4');
    expect(holdsMoney(plan, NEW)).toBe(false);
    expect(plan.amounts).toEqual(SAMPLE.amounts);
  });
});

describe('a removed row', () => {
  test('takes what is below it, and its money, along', () => {
    const plan = made(SAMPLE, removeRow(SAMPLE, rowId('DA4')));
    expect(codes(plan)).not.toContain('DA4');
    expect(grandTotal(SAMPLE) - grandTotal(plan)).toBe(67_700_000_000n);
  });

  test('can hand its money up when it is an only child, which leaves every total as it was', () => {
    const opened = made(SAMPLE, insertChild(SAMPLE, rowId('DA2'), NEW, ''));
    expect(canGiveUp(opened, NEW)).toBe(true);
    expect(made(opened, removeRow(opened, NEW, true))).toEqual(SAMPLE);
  });

  test.each([
    ['a row with siblings', 'DA3-TDA1'],
    ['a top row', 'DA2'],
    ['a row with rows under it', 'DA3'],
    ['a row that is not there', 'gone'],
  ])('%s has nobody to hand its money to', (_, id) => {
    expect(canGiveUp(SAMPLE, rowId(id))).toBe(false);
  });

  test('an only child without money has nothing to hand up', () => {
    const emptied = made(SAMPLE, removeRow(SAMPLE, rowId('DA3-TDA2')));
    const bare = { ...emptied, amounts: new Map() };
    expect(canGiveUp(emptied, rowId('DA3-TDA1'))).toBe(true);
    expect(canGiveUp(bare, rowId('DA3-TDA1'))).toBe(false);
  });
});

describe('a moved row', () => {
  test('goes one place up or down with what is below it', () => {
    const down = made(SAMPLE, moveAmongSiblings(SAMPLE, rowId('DA3'), 1));
    expect(codes(down)).toMatch(/^DA2 DA4 DA4-TDA1 DA4-TDA3 DA3 DA3-TDA1 DA3-TDA2 DA6 /);
    expect(made(down, moveAmongSiblings(down, rowId('DA3'), -1))).toEqual(SAMPLE);
  });

  test('stays where nothing is beyond it', () => {
    expect(moveAmongSiblings(SAMPLE, rowId('DA2'), -1)).toBeNull();
    expect(moveAmongSiblings(SAMPLE, rowId('DA7'), 1)).toBeNull();
    expect(moveAmongSiblings(SAMPLE, rowId('DA3-TDA2'), 1)).toBeNull();
    expect(moveAmongSiblings(SAMPLE, rowId('gone'), 1)).toBeNull();
  });

  test('goes under the row above it, last', () => {
    expect(indentTarget(SAMPLE, rowId('DA4'))).toBe('DA3');
    const plan = made(SAMPLE, indent(SAMPLE, rowId('DA4'), REST));
    expect(codes(plan)).toBe(codes(SAMPLE));
    expect(rowNamed(plan, 'DA4')?.parent).toBe('DA3');
    expect(plan.amounts).toEqual(SAMPLE.amounts);
  });

  test('under a leaf with money comes after a new child of the same name, which takes that money over', () => {
    const plan = made(SAMPLE, indent(SAMPLE, rowId('DA3'), REST));
    expect(codes(plan)).toMatch(/^DA2 DA2-TDA1 DA3 DA3-TDA1 /);
    expect(rowNamed(plan, 'DA2-TDA1')).toMatchObject({
      id: REST,
      name: rowNamed(SAMPLE, 'DA2')?.name,
      parent: 'DA2',
    });
    expect(plan.amounts.get(REST)).toEqual(SAMPLE.amounts.get(rowId('DA2')));
    expect(grandTotal(plan)).toBe(grandTotal(SAMPLE));
  });

  test('the first of its siblings has no row above it to go under', () => {
    expect(indentTarget(SAMPLE, rowId('DA3-TDA1'))).toBeNull();
    expect(indent(SAMPLE, rowId('DA3-TDA1'), REST)).toBeNull();
  });

  test('goes out of its parent, directly after it', () => {
    const plan = made(SAMPLE, outdent(SAMPLE, rowId('DA3-TDA1')));
    expect(codes(plan)).toContain('DA3 DA3-TDA2 DA3-TDA1 DA4');
    expect(rowNamed(plan, 'DA3-TDA1')?.parent).toBeNull();
    expect(outdent(SAMPLE, rowId('DA3'))).toBeNull();
  });

  test('every move is named by the row as it was printed before', () => {
    const named = { code: 'change.moveRow', params: { row: '2.2 Cải thiện dinh dưỡng' } };
    const id = rowId('DA3-TDA2');
    expect(moveAmongSiblings(SAMPLE, id, -1)?.label).toEqual(named);
    expect(indent(SAMPLE, id, REST)?.label).toEqual(named);
    expect(outdent(SAMPLE, id)?.label).toEqual(named);
  });
});

describe('what is written in a row', () => {
  test('a name that the officer wrote no longer waits to be confirmed', () => {
    const id = rowId('DA1-TDA2');
    const plan = emptyPlan('gnbv-2021-2025');
    expect(rowNamed(plan, id)?.confirmed).toBe(false);
    expect(rowNamed(made(plan, renameRow(plan, id, 'Tên đã xem')), id)).toMatchObject({
      name: 'Tên đã xem',
      confirmed: true,
    });
  });

  test('a printed number is the officer’s until it is emptied', () => {
    const id = rowId('DA3-TDA1');
    const numbered = made(SAMPLE, renumberRow(SAMPLE, id, '2a'));
    expect(rowTitle(numbered, id)).toMatch(/^2a Hỗ trợ/);
    expect(made(numbered, renumberRow(numbered, id, ''))).toEqual(SAMPLE);
  });

  test('a note is the row’s alone', () => {
    const plan = made(SAMPLE, setNote(SAMPLE, rowId('DA2'), 'Sở chủ trì'));
    expect(plan.rows.filter((row) => row.note !== '').map((row) => row.code)).toEqual(['DA2']);
  });
});

describe('a typed amount', () => {
  const typed = { row: rowId('DA2'), source: sourceId('local'), capital: 'recurrent' } as const;

  test('is set alike in every year that it was typed for', () => {
    const years = [2023, 2024].map(year);
    const edit = setTyped({ ...typed, years, amount: dong(7n) });
    const own = made(SAMPLE, { label: { code: 'x', params: {} }, edits: [edit] }).amounts.get(typed.row);
    const at = (when: number) => own?.get(leafKey(year(when), typed.source, typed.capital));
    expect([2022, 2023, 2024, 2025].map(at)).toEqual([undefined, 7n, 7n, 500_000_000n]);
  });

  test('is refused in a year that its source does not fund', () => {
    const edit = setTyped({ ...typed, years: [year(2022)], amount: dong(7n) });
    expect(applyEdits(SAMPLE, [edit])).toMatchObject({ ok: false, refusal: { code: 'plan.yearNotFunded' } });
  });
});

function emptyPlan(programme: string): Plan {
  const facts = {
    id: planId('p'),
    title: 'Phụ lục',
    period: { first: year(2026), last: year(2030) },
    locality: '',
  };
  return must(newPlan(must(programmeTemplate(programme)), facts));
}

describe('the code of a new row', () => {
  test.each([
    ['gnbv-2021-2025', null, 'DA8'],
    ['gnbv-2021-2025', 'DA4', 'DA4-TDA4'],
    ['gnbv-2021-2025', 'DA2', 'DA2-TDA1'],
    ['gnbv-2021-2025', 'DA4-TDA1', 'DA4-TDA1-HD1'],
    ['dtts-2021-2025', null, 'DA11'],
    ['ntm-2021-2025', null, 'ND12'],
    ['ntm-2021-2025', 'ND03', 'ND03-01'],
    ['mtqg-2026-2030', null, 'HP3'],
    ['mtqg-2026-2030', 'HP1', 'HP1-ND11'],
    ['mtqg-2026-2030', 'HP2', 'HP2-ND06'],
    ['empty', null, 'DA1'],
  ])('%s under %s is %s', (programme, parent, code) => {
    expect(nextCode(emptyPlan(programme), parent === null ? null : rowId(parent))).toBe(code);
  });

  test('goes on from the highest number, so a gap is not filled with another row’s code', () => {
    const plan = emptyPlan('gnbv-2021-2025');
    expect(nextCode(made(plan, removeRow(plan, rowId('DA4-TDA2'))), rowId('DA4'))).toBe('DA4-TDA4');
  });

  test('a level deeper than the programme describes goes on as its last one', () => {
    let plan = emptyPlan('gnbv-2021-2025');
    const path = ['a', 'b'].map(rowId);
    let parent = rowId('DA4-TDA1');
    for (const id of path) {
      plan = made(plan, insertChild(plan, parent, id, ''));
      parent = id;
    }
    expect(plan.rows.find((row) => row.id === 'b')?.code).toBe('DA4-TDA1-HD1-HD1');
  });
});
