import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPrinter } from '../../../electron/hosts/print/browser-printer.ts';
import type { PrintChoice } from '../../../shared/forms/print-choice.ts';
import { OFFICIAL_OPTIONS } from '../../../shared/forms/print-options.ts';
import { projectForm } from '../../../shared/forms/project.ts';
import { projectChoice } from '../../../shared/forms/project-choice.ts';
import type { FormTable } from '../../../shared/forms/table.ts';
import { year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { pagesHtml } from '../../../shared/print/page-html.ts';
import { POINTS_PER_MM, sheetSize } from '../../../shared/print/page-setup.ts';
import { layoutPages, type PrintedPage, type PrintedPages } from '../../../shared/print/pages.ts';
import { printedCell } from '../../../shared/print/printed-amount.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { deepPlan, oneYearPlan, openedPlan, wordyPlan } from '../workbook/oracle-plans.ts';
import {
  fontSizes,
  overlaps,
  type PrintedPage as PdfPage,
  printedPages,
  printedText,
} from '../workbook/printed-pages.ts';

/** What letters may stand out of their boxes, in points. */
const SLACK = 2;

const folder = mkdtempSync(path.join(tmpdir(), 'phu-luc-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const printer = browserPrinter(() => process.env.CHROMIUM ?? '/usr/bin/chromium');

/** A form of an office's own: years before the period, sources without their kinds. */
const OWN: PrintChoice = {
  kind: 'own',
  form: {
    id: 'own',
    name: 'Biểu riêng',
    base: 'F2',
    columns: ['each.total', 'each.central.total', 'each.local.total', 'each.other.total', 'period.total'],
    hiddenYears: [2022],
    subSources: false,
  },
};

const CASES: readonly (readonly [string, string, () => Plan, PrintChoice | null])[] = [
  ['the sample', 'F1', vinhLongPlan, null],
  ['the sample', 'F2', vinhLongPlan, null],
  ['a plan of one year', 'F2', oneYearPlan, null],
  ['a plan with opened sources', 'F2', openedPlan, null],
  ['a plan with long texts', 'F1', wordyPlan, null],
  ['a plan of three hundred rows in seven levels', 'F1', deepPlan, null],
  ['a plan of three hundred rows in seven levels', 'F2', deepPlan, null],
  ['the sample', 'a form of its own', vinhLongPlan, OWN],
  ['the sample', 'F3', vinhLongPlan, { kind: 'F3', local: 'kinds' }],
  ['the sample', 'F4', vinhLongPlan, { kind: 'F4', years: 'period', nested: true }],
  ['the sample', 'F5', vinhLongPlan, { kind: 'F5', years: 'period', changes: 'each' }],
  ['the sample', 'F6', vinhLongPlan, { kind: 'F6', year: year(2024) }],
  ['a plan with opened sources', 'F3', openedPlan, { kind: 'F3', local: 'levels' }],
  [
    'a plan of three hundred rows in seven levels',
    'F5',
    deepPlan,
    { kind: 'F5', years: 'period', changes: 'each' },
  ],
];

/** With the columns numbered where it is a report, so that this row is looked at too. */
function tableOf(plan: Plan, form: string, choice: PrintChoice | null): FormTable {
  const totals = totalsOf(plan);
  if (!choice) return projectForm(plan, totals, form === 'F1' ? 'F1' : 'F2');
  const options = { ...OFFICIAL_OPTIONS, numbers: true };
  return must(projectChoice({ plan, totals }, choice, options, { plan, totals }));
}

describe.each(CASES)('the PDF of %s on %s', (_, form, make, choice) => {
  let layout: PrintedPages;
  let file = '';
  let pages: PdfPage[] = [];

  beforeAll(async () => {
    const plan = make();
    layout = layoutPages(tableOf(plan, form, choice));
    file = path.join(folder, `${form}.pdf`);
    writeFileSync(file, must(await printer.pdf(pagesHtml([layout]))));
    pages = printedPages(file);
  });

  it('has the pages that were laid out, in the size of their paper', () => {
    const { width, height } = sheetSize(layout.paper);
    expect(pages).toHaveLength(layout.pages.length);
    for (const page of pages) {
      expect(Math.abs(page.width - width * POINTS_PER_MM)).toBeLessThan(1);
      expect(Math.abs(page.height - height * POINTS_PER_MM)).toBeLessThan(1);
    }
  });

  it('prints on each page just its own texts, whole and right', () => {
    pages.forEach((page, at) => {
      const own = layout.pages[at];
      if (!own) throw new Error('a page too many');
      expect(signsOf(printedText(page))).toEqual(signsOf(textsOf(layout, own, at + 1).join('')));
    });
  });

  it('has no number on its first page, and each page its number, centred, from the second on', () => {
    const { top, left, right } = layout.setup.margins;
    const numbers = pages.map((page) =>
      page.words
        .filter((word) => word.bottom < top * POINTS_PER_MM)
        .map((word) => {
          const middle = (page.width + (left - right) * POINTS_PER_MM) / 2;
          return [word.text, Math.abs((word.left + word.right) / 2 - middle) < 2];
        }),
    );
    expect(numbers).toEqual(pages.map((_page, at) => (at === 0 ? [] : [[`${at + 1}`, true]])));
  });

  it('keeps all text inside the margins, and none over another', () => {
    const { top, right, bottom, left } = layout.setup.margins;
    for (const page of pages) {
      const body = page.words.filter((word) => word.bottom >= top * POINTS_PER_MM);
      for (const word of body) {
        expect(word.left, word.text).toBeGreaterThan(left * POINTS_PER_MM - SLACK);
        expect(word.right, word.text).toBeLessThan(page.width - right * POINTS_PER_MM + SLACK);
        expect(word.top, word.text).toBeGreaterThan(top * POINTS_PER_MM - SLACK);
        expect(word.bottom, word.text).toBeLessThan(page.height - bottom * POINTS_PER_MM + SLACK);
      }
      expect(overlaps(page)).toEqual([]);
    }
  });

  it('prints no text under 8 pt', () => {
    const sizes = fontSizes(file);
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
  });
});

/** All that a page is to show. */
function textsOf({ table, parts, decimals }: PrintedPages, page: PrintedPage, number: number): string[] {
  const part = page.table ? parts[page.table.part] : undefined;
  const headings = part?.headings.map(({ title }) => title) ?? [];
  const rows = (page.table?.rows ?? []).flatMap((row) => {
    const cells = table.rows[row.row]?.cells.slice(part?.from, part?.to) ?? [];
    return [
      row.ordinal,
      row.name,
      ...(row.amounts ? cells.map((cell) => printedCell(cell, table, decimals)) : []),
      ...(part?.notes ? [row.note] : []),
    ];
  });
  const lines = [...page.above, ...page.below].map(({ text }) => text);
  return [...(number > 1 ? [`${number}`] : []), ...headings, ...rows, ...lines];
}

/** A text's signs and how often each stands there: words of a table come in another order from a PDF. */
function signsOf(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const sign of text.normalize('NFC').replaceAll(/\s/g, '')) counts[sign] = (counts[sign] ?? 0) + 1;
  return counts;
}
