import { describe, expect, it } from 'vitest';
import { acceptable } from '../../../shared/intake/acceptable.ts';
import type { Answers } from '../../../shared/intake/answers.ts';
import type { Draft } from '../../../shared/intake/draft.ts';
import { IDENTITY_SHEET } from '../../../shared/intake/identity-sheet.ts';
import type { RawWorkbook } from '../../../shared/intake/raw-workbook.ts';
import { readingOf } from '../../../shared/intake/read-workbook.ts';
import { dong } from '../../../shared/money/dong.ts';
import { year } from '../../../shared/plan/ids.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { exported, number, text, typed } from './sheet-edits.ts';

const plan = vinhLongPlan();

/** As another program saves it, or as an officer passes it on who deleted the sheet that looked strange. */
function bare(book: RawWorkbook): RawWorkbook {
  return {
    names: new Map(),
    notes: [],
    sheets: book.sheets.filter((sheet) => sheet.name !== IDENTITY_SHEET),
  };
}

function read(book: RawWorkbook, answers: Answers = {}): Draft {
  const { draft, questions } = must(readingOf(book, answers));
  if (!draft) throw new Error(`asked: ${questions.map(({ id }) => id)}`);
  return draft;
}

function asked(book: RawWorkbook): string[] {
  const { draft, questions } = must(readingOf(book, {}));
  expect(draft).toBeNull();
  return questions.map(({ id }) => id);
}

describe('our own workbook without its hidden sheet', () => {
  it.each(['F1', 'F2'] as const)('reads on %s to the same rows, sources and amounts', async (form) => {
    const draft = read(bare(await exported(plan, form)));
    expect(draft.issues).toEqual([]);
    expect(draft.form).toBe(form);
    expect(draft.plan.rows).toEqual(plan.rows);
    expect(draft.plan.sources).toEqual(plan.sources);
    expect(draft.plan.amounts).toEqual(plan.amounts);
    expect(draft.plan.period).toEqual(plan.period);
    expect(draft.plan.programme).toEqual(plan.programme);
    expect(draft.plan.header).toMatchObject({ title: plan.header.title, decision: plan.header.decision });
  });

  it('says at its cell by how much a printed total is off', async () => {
    const book = typed(bare(await exported(plan, 'F1')), 'F1', 'C21', number(209_780));
    const draft = read(book);
    expect(draft.issues).toMatchObject([
      { code: 'workbook.totalDiffers', sheet: 'F1', cell: 'C21', difference: dong(-180_000_000n) },
    ]);
    expect(draft.plan.amounts).toEqual(plan.amounts);
  });

  it('says of a total finer than a đồng how far it is off, and of one that states no amount that it does not', async () => {
    const f1 = bare(await exported(plan, 'F1'));
    const finer = read(typed(f1, 'F1', 'C21', number(209_780.000_000_4)));
    expect(finer.issues).toMatchObject([
      { code: 'workbook.totalDiffers', cell: 'C21', difference: dong(-180_000_000n) },
    ]);
    const broken = read(typed(f1, 'F1', 'C21', { kind: 'error', error: '#REF!' }));
    expect(broken.issues).toMatchObject([
      { code: 'workbook.cellIsError', severity: 'warning', cell: 'C21', difference: null },
    ]);
    expect(broken.plan.amounts).toEqual(plan.amounts);
  });

  it('names a row of amounts that says nothing of what they are for, and is then not imported', async () => {
    const book = typed(typed(bare(await exported(plan, 'F1')), 'F1', 'A9', null), 'F1', 'B9', null);
    const draft = read(book);
    expect(draft.issues[0]).toMatchObject({ code: 'workbook.rowUnnamed', severity: 'error', cell: 'C9' });
    expect(acceptable({ questions: [], draft })).toMatchObject({
      refusal: { code: 'workbook.unreadableCells' },
    });
  });

  it('asks for the unit where its line is gone, and reads with the answer', async () => {
    const book = typed(bare(await exported(plan, 'F1')), 'F1', 'A4', null);
    expect(asked(book)).toEqual(['unit']);
    expect(read(book, { unit: 'trieu' }).plan.amounts).toEqual(plan.amounts);
  });

  it('asks which years a source funds where the footnote is gone', async () => {
    const f1 = bare(await exported(plan, 'F1'));
    const cut = f1.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map([...sheet.cells].filter(([address]) => Number(/\d+/.exec(address)?.[0]) <= 21)),
    }));
    expect(asked({ ...f1, sheets: cut })).toEqual(['funded.central', 'funded.local']);
    const funded = {
      central: { first: year(2022), last: year(2025) },
      local: { first: year(2023), last: year(2025) },
    };
    expect(read({ ...f1, sheets: cut }, { funded }).plan.amounts).toEqual(plan.amounts);
  });

  it('asks how a number is meant that may be thousands or decimals, and never guesses', async () => {
    const f2 = bare(await exported(plan, 'F2'));
    const book = typed(f2, 'F2', 'Q9', text('1.500'));
    expect(asked(book)).toEqual(['numbers']);
    expect(read(book, { numbers: 'vi' }).issues).not.toEqual([]);
  });
});
