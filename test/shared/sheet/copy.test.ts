import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlockText } from '../../../shared/intake/block/read-text.ts';
import { dong } from '../../../shared/money/dong.ts';
import { rowId } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { cellAmount, cellText } from '../../../shared/sheet/cell-text.ts';
import { copyCells } from '../../../shared/sheet/copy.ts';
import { cutCells } from '../../../shared/sheet/cut.ts';
import { type OwnBlock, type OwnCell, readOwn, writeOwn } from '../../../shared/sheet/own-block.ts';
import { planPaste } from '../../../shared/sheet/paste.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';
import { made, pasteOptions, placeAt, plain, rectAt, sheetOf } from './a-sheet.ts';

const SHEET = sheetOf(vinhLongPlan());

function renamed(plan: Plan, name: string): Plan {
  return { ...plan, rows: plan.rows.map((row) => (row.code === 'DA2' ? { ...row, name } : row)) };
}

describe('copied cells', () => {
  test('are what the officer sees, with zero as a number', () => {
    const copied = copyCells(SHEET, rectAt(SHEET, 'DA2', 'period.total', 'DA3', 'period.central.recurrent'));
    expect(copied.text).toBe('62.500\t59.000\t0\t59.000\r\n37.900\t34.500\t0\t34.500\r\n');
  });

  test('one cell alone has no line end, and a cell that is not applicable is empty', () => {
    expect(copyCells(SHEET, rectAt(SHEET, 'DA2', 'name')).text).toBe(placeAt(SHEET, 'DA2', 'name').line.name);
    expect(copyCells(SHEET, rectAt(SHEET, 'DA2', '2022.local.total')).text).toBe('');
  });

  test('put a text with a line end, a tab or a quote in quotes', () => {
    const sheet = sheetOf(renamed(vinhLongPlan(), 'Dự án "hai"\ndòng'));
    const { text, html } = copyCells(sheet, rectAt(sheet, 'DA2', 'ordinal', 'DA2', 'name'));
    expect(text).toBe('1\t"Dự án ""hai""\ndòng"');
    expect(html).toContain('Dự án &quot;hai&quot;<br>dòng');
    expect(html).toContain('br{mso-data-placement:same-cell}');
  });

  test('are numbers to Excel and LibreOffice in any locale', () => {
    const sheet = sheetOf({
      ...vinhLongPlan(),
      header: { ...vinhLongPlan().header, unit: 'ty' },
    });
    const { html } = copyCells(
      sheet,
      rectAt(sheet, 'DA2', 'period.total', 'DA2', 'period.central.investment'),
    );
    expect(html).toContain('xmlns:x="urn:schemas-microsoft-com:office:excel"');
    expect(html).toContain('<td class=n1 x:num="62.5" sdval="62.5" sdnum="1033;0;#,##0.0">62,5</td>');
    expect(html).toContain('<td class=n0 x:num="0" sdval="0" sdnum="1033;0;#,##0">0</td>');
    expect(html).toContain('.n1{text-align:right;mso-number-format:"\\#\\,\\#\\#0\\.0"}');
  });

  test('of more digits than a spreadsheet keeps stay text', () => {
    const plan = vinhLongPlan();
    const change = planPaste(
      sheetOf(plan),
      rectAt(SHEET, 'DA2', '2022.central.recurrent'),
      { kind: 'text', block: must(readBlockText('1.234.567.890.123.456')), hints: [] },
      pasteOptions({ unit: 'dong' }),
    ).change;
    const sheet = sheetOf(made(plan, change));
    const { html } = copyCells(sheet, rectAt(sheet, 'DA2', '2022.central.recurrent'));
    expect(html).toContain('<td class=t sdnum="1033;0;@">1.234.567.890,123456</td>');
    expect(html).toContain('.t{mso-number-format:"\\@"');
  });

  test('cannot make markup out of a name', () => {
    const sheet = sheetOf(renamed(vinhLongPlan(), '</td><script>alert(1)</script>&amp;'));
    const { html } = copyCells(sheet, rectAt(sheet, 'DA2', 'name'));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;');
  });

  test('state exactly in HTML what they say in text', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const sheet = sheetOf(plan);
        const all = { top: 0, left: 0, bottom: sheet.lines.length - 1, right: sheet.columns.length - 1 };
        const { html } = copyCells(sheet, all);
        for (const [, stated = '', shown = ''] of html.matchAll(/x:num="([^"]*)"[^>]*>([^<]*)</g)) {
          expect(stated).toBe(shown.replaceAll('.', '').replace(',', '.'));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('our own flavour', () => {
  const cell: fc.Arbitrary<OwnCell> = fc.oneof(
    fc
      .bigInt(-9n * 10n ** 18n, 9n * 10n ** 18n)
      .map((amount): OwnCell => ({ kind: 'amount', amount: dong(amount) })),
    fc.string({ unit: 'grapheme', maxLength: 20 }).map((text): OwnCell => ({ kind: 'text', text })),
    fc.constantFrom<OwnCell>(
      { kind: 'mixed' },
      { kind: 'blank' },
      { kind: 'text', text: '' },
      { kind: 'text', text: '=5' },
    ),
  );
  const block: fc.Arbitrary<OwnBlock> = fc
    .record({
      height: fc.integer({ min: 1, max: 4 }),
      width: fc.integer({ min: 1, max: 4 }),
      cut: fc.constantFrom(null, 'a-b'),
    })
    .chain(({ height, width, cut }) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        })
        .map((rows) => ({ rows, width, cut })),
    );

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(block, (own) => {
        expect(must(readOwn(writeOwn(own)))).toEqual(own);
      }),
    );
  });

  test.each([
    ['no JSON', '{'],
    ['something else', '{"hello":1}'],
    ['another version', '{"version":2,"cut":null,"rows":[["=1"]]}'],
    ['more than it should have', '{"version":1,"cut":null,"rows":[["=1"]],"extra":1}'],
    ['no rows', '{"version":1,"cut":null,"rows":[]}'],
    ['rows of different length', '{"version":1,"cut":null,"rows":[["=1"],["=1","=2"]]}'],
    ['an amount that is none', '{"version":1,"cut":null,"rows":[["=0x10"]]}'],
    ['an amount with an exponent', '{"version":1,"cut":null,"rows":[["=1e9"]]}'],
    ['an amount out of range', '{"version":1,"cut":null,"rows":[["=9000000000000000001"]]}'],
    ['a cell of an unknown kind', '{"version":1,"cut":null,"rows":[["?"]]}'],
    ['a number for a cell', '{"version":1,"cut":null,"rows":[[5]]}'],
    ['a prototype', '{"__proto__":{"version":1},"cut":null,"rows":[["=1"]]}'],
  ])('is refused where it is %s', (_, json) => {
    expect(readOwn(json)).toMatchObject({ ok: false, refusal: { code: 'block.notOwn' } });
  });

  test('is refused where it is larger than any appendix', () => {
    const row = `[${Array.from({ length: 1000 }, () => '""').join(',')}]`;
    const json = `{"version":1,"cut":null,"rows":[${Array.from({ length: 201 }, () => row).join(',')}]}`;
    expect(readOwn(json)).toMatchObject({ ok: false, refusal: { code: 'block.tooManyCells' } });
  });
});

describe('copied and pasted within the planner', () => {
  const whole = (sheet: ReturnType<typeof sheetOf>) => ({
    top: 0,
    left: 0,
    bottom: Math.max(0, sheet.plan.rows.length - 1),
    right: sheet.columns.length - 1,
  });

  test('amounts arrive exact in a plan of another unit', () => {
    const block = must(readOwn(copyCells(SHEET, rectAt(SHEET, 'DA2', '2022.total', 'DA7-TDA2', 'note')).own));
    const empty: Plan = {
      ...vinhLongPlan(),
      amounts: new Map(),
      header: { ...SHEET.plan.header, unit: 'dong' },
    };
    const pasted = planPaste(
      sheetOf(empty),
      rectAt(SHEET, 'DA2', '2022.total'),
      { kind: 'own', block },
      pasteOptions({ unit: 'dong', skipTotals: true }),
    );
    expect(pasted).toMatchObject({ asks: [], problemCount: 0, statedTotals: [] });
    expect(plain(made(empty, pasted.change))).toEqual(plain({ ...SHEET.plan, header: empty.header }));
  });

  test('any plan is copied into its own empty frame, amounts and texts, by our flavour and by plain text alike', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        fc.pre(plan.rows.length > 0);
        const sheet = sheetOf(plan);
        const copied = copyCells(sheet, whole(sheet));
        const empty: Plan = { ...plan, amounts: new Map() };
        const options = pasteOptions({
          numbers: 'vi',
          unit: plan.header.unit,
          skipTotals: true,
          fundYears: true,
        });
        const target = { top: 0, left: 0, bottom: 0, right: 0 };
        const blocks = [
          { kind: 'own', block: must(readOwn(copied.own)) },
          { kind: 'text', block: must(readBlockText(copied.text)), hints: [] },
        ] as const;
        for (const block of blocks) {
          const pasted = planPaste(sheetOf(empty), target, block, options);
          expect(pasted.problemCount).toBe(0);
          const after = pasted.change ? made(empty, pasted.change) : empty;
          const shown = sheetOf(after);
          for (const [at, line] of sheet.lines.entries()) {
            for (const [place, column] of sheet.columns.entries()) {
              if (column.kind !== 'amount') continue;
              const [own, theirs] = [shown.lines[at], shown.columns[place]];
              if (!own || !theirs) throw new Error('another frame');
              const before = cellAmount(sheet, { line, column });
              // A year that is now funded shows "-" where it was not applicable.
              expect(cellAmount(shown, { line: own, column: theirs }) ?? 0n).toEqual(before ?? 0n);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a cut clears what it came from and nothing that it writes', () => {
    const from = rectAt(SHEET, 'DA3-TDA1', '2023.central.recurrent', 'DA3-TDA2', '2023.central.recurrent');
    const cut = cutCells(SHEET, from, 'token');
    const block = must(readOwn(copyCells(SHEET, from, { cut: 'token' }).own));
    const target = rectAt(SHEET, 'DA3-TDA2', '2023.central.recurrent');
    const options = pasteOptions({ cut, skipTotals: true });
    const pasted = planPaste(SHEET, target, { kind: 'own', block }, options);
    expect(pasted.problemCount).toBe(0);
    expect(pasted.change?.label.code).toBe('change.moveCells');
    const after = sheetOf(made(SHEET.plan, pasted.change));
    const text = (code: string) => cellText(after, placeAt(after, code, '2023.central.recurrent'));
    expect(text('DA3-TDA1')).toBe('-');
    expect(text('DA3-TDA2')).toBe('6.250');
  });

  test('a cut that is no longer pending is pasted as a copy', () => {
    const from = rectAt(SHEET, 'DA3-TDA1', '2023.central.recurrent');
    const block = must(readOwn(copyCells(SHEET, from, { cut: 'token' }).own));
    const target = rectAt(SHEET, 'DA3-TDA2', '2023.central.recurrent');
    for (const cut of [null, cutCells(SHEET, from, 'another')]) {
      const { change } = planPaste(SHEET, target, { kind: 'own', block }, pasteOptions({ cut }));
      expect(change?.label.code).toBe('change.paste');
      const after = sheetOf(made(SHEET.plan, change));
      expect(cellText(after, placeAt(after, 'DA3-TDA1', '2023.central.recurrent'))).toBe('6.250');
    }
  });

  test('a cut whose row has gone meanwhile clears nothing there', () => {
    const from = rectAt(SHEET, 'DA3-TDA1', '2023.central.recurrent');
    const real = cutCells(SHEET, from, 'token');
    const cut = { ...real, cells: real.cells.map((cell) => ({ ...cell, row: rowId('gone') })) };
    const block = must(readOwn(copyCells(SHEET, from, { cut: 'token' }).own));
    const target = rectAt(SHEET, 'DA3-TDA2', '2023.central.recurrent');
    const { change } = planPaste(SHEET, target, { kind: 'own', block }, pasteOptions({ cut }));
    expect(change?.edits).toHaveLength(1);
    made(SHEET.plan, change);
  });
});
