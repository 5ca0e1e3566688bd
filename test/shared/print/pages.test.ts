import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORM_IDS, type FormId } from '../../../shared/forms/form.ts';
import { printRefusal } from '../../../shared/forms/printable.ts';
import { projectForm } from '../../../shared/forms/project.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { pagesHtml } from '../../../shared/print/page-html.ts';
import { OFFICIAL_SETUP, type PageSetup, pageRoom } from '../../../shared/print/page-setup.ts';
import { layoutPages, type PrintedPages } from '../../../shared/print/pages.ts';
import { longPlan, openedPlan, wordyPlan } from '../../electron/workbook/oracle-plans.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

function printed(plan: Plan, form: FormId, setup?: PageSetup): PrintedPages {
  return layoutPages(projectForm(plan, totalsOf(plan), form), setup);
}

/** What keeps pages from being printed whole, in words. */
function faultsOf({ table, setup, paper, parts, pages, size }: PrintedPages): string[] {
  const faults: string[] = [];
  const room = pageRoom(paper, setup);
  if (size < 8) faults.push(`text of ${size} pt`);
  for (const [at, { from, to, widths }] of parts.entries()) {
    if (from !== (parts[at - 1]?.to ?? 0) || to <= from) faults.push(`part ${at} begins at ${from}`);
    const wide = widths.reduce((sum, one) => sum + one, 0);
    if (wide > room.width + 0.01) faults.push(`part ${at} is ${wide} wide`);
  }
  if (parts.at(-1)?.to !== table.columns.length) faults.push('columns are missing');
  pages.forEach((page, at) => {
    const header = page.table ? (parts[page.table.part]?.headingHeights ?? []) : [];
    const rows = page.table?.rows.map((row) => row.height) ?? [];
    const lines = [...page.above, ...page.below].map((line) => line.height);
    const high = [...header, ...rows, ...lines].reduce((sum, one) => sum + one, 0);
    if (high > room.height) faults.push(`page ${at + 1} is ${high} high`);
    if (high === 0) faults.push(`page ${at + 1} is empty`);
  });
  for (const part of parts.keys()) {
    const shown = pages.flatMap((page) => (page.table?.part === part ? page.table.rows : []));
    const whole = table.rows.map((_, row) => shown.filter((one) => one.row === row));
    whole.forEach((pieces, row) => {
      if (pieces.map(({ name }) => name).join('') !== table.rows[row]?.name) faults.push(`row ${row}: name`);
      if (pieces.filter(({ amounts }) => amounts).length !== 1) faults.push(`row ${row}: amounts`);
    });
    const order = shown.map(({ row }) => row);
    if (order.some((row, at) => row < (order[at - 1] ?? 0))) faults.push(`part ${part}: rows out of order`);
  }
  return faults;
}

describe('a form on pages', () => {
  test.each(FORM_IDS)(
    '%s of any plan has every row once in every part, and no page holds more than it can',
    (form) => {
      fc.assert(
        fc.property(arbitraryPlan(), (plan) => {
          fc.pre(printRefusal(plan, totalsOf(plan), form) === null);
          expect(faultsOf(printed(plan, form))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );

  test('a form of two hundred rows repeats its header, and a parent is never the last row of a page', () => {
    const layout = printed(longPlan(), 'F1');
    expect(faultsOf(layout)).toEqual([]);
    expect(layout.pages.length).toBeGreaterThan(5);
    for (const { table } of layout.pages.slice(0, -1)) {
      const last = layout.table.rows[table?.rows.at(-1)?.row ?? -1];
      expect(last?.leaf).toBe(true);
    }
  });

  test('pages of the same rows follow each other where the form is wider than its paper', () => {
    const { parts, pages } = printed(wordyPlan(), 'F2');
    expect(parts.length).toBeGreaterThan(1);
    expect(pages.map(({ table }) => table?.part)).toEqual(pages.map((_, at) => at % parts.length));
    for (const [at, { table }] of pages.entries()) {
      const first = pages[at - (at % parts.length)]?.table;
      expect(table?.rows).toEqual(first?.rows);
    }
  });

  test('a form is parted only between its blocks', () => {
    const { parts, table } = printed(openedPlan(), 'F2');
    expect(parts.length).toBeGreaterThan(1);
    for (const { to } of parts.slice(0, -1)) {
      expect(table.columns[to]?.block).not.toBe(table.columns[to - 1]?.block);
    }
  });

  test('words, footnotes and signature stand under rows of the table, total rows with the row above them', () => {
    for (const count of [1, 2, 3, 5, 7, 9]) {
      const plan = wordyPlan();
      const footnotes = Array.from({ length: count }, (_, at) => `Ghi chú số ${at + 1}.`);
      const layout = printed({ ...plan, header: { ...plan.header, footnotes } }, 'F1');
      expect(faultsOf(layout)).toEqual([]);
      const last = layout.pages.at(-1);
      expect(last?.below.length).toBe(count + 2 + plan.header.signature.length);
      const kinds = last?.table?.rows.map(({ row }) => layout.table.rows[row]?.kind) ?? [];
      expect(kinds.at(0)).toBe('row');
      expect(kinds.slice(-2)).toEqual(['total', 'total']);
    }
  });

  test('texts longer than a page go on over pages, and nothing of them is lost', () => {
    const plan = vinhLongPlan();
    const long = 'Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp '.repeat(300);
    const rows = plan.rows.map((row, at) =>
      at === 2 ? { ...row, name: long, note: 'x'.repeat(9_000) } : row,
    );
    const header = {
      ...plan.header,
      title: long.slice(0, 9_000),
      footnotes: [long, ...Array(60).fill('Ghi chú')],
    };
    for (const form of FORM_IDS) {
      const layout = printed({ ...plan, rows, header }, form);
      expect(faultsOf(layout)).toEqual([]);
      const lines = layout.pages.flatMap(({ above, below }) => [...above, ...below].map(({ text }) => text));
      expect(lines.join('')).toContain(header.title.toUpperCase());
      expect(lines.join('')).toContain(long);
      expect(lines.at(-1)).toMatch(/\.\/\.$/);
    }
  });

  test('other papers and margins are kept to', () => {
    const setup: PageSetup = { papers: ['A3'], margins: { top: 25, bottom: 25, left: 35, right: 20 } };
    const layout = printed(vinhLongPlan(), 'F2', setup);
    expect(layout.paper).toBe('A3');
    expect(faultsOf(layout)).toEqual([]);
    expect(faultsOf(printed(openedPlan(), 'F2', { ...OFFICIAL_SETUP, papers: ['A4'] }))).toEqual([]);
  });
});

describe('the pages as HTML', () => {
  const ATTACK = '</style><script>alert(1)</script><img src=x onerror="alert(1)">&amp;\'';

  test('carries texts as text, and neither scripts nor styles of elements nor addresses', () => {
    const plan = vinhLongPlan();
    const rows = plan.rows.map((row) => ({ ...row, name: ATTACK, note: ATTACK }));
    const header = {
      ...plan.header,
      title: ATTACK,
      decision: ATTACK,
      footnotes: [ATTACK],
      signature: [ATTACK],
    };
    const html = pagesHtml([printed({ ...plan, rows, header }, 'F2')]);
    const body = html.slice(html.indexOf('<body>'));
    const tags = [...body.matchAll(/<(\w+)([^>]*)>/g)];
    const attributes = tags.flatMap(([, , own = '']) =>
      [...own.matchAll(/([\w-]+)="[^"]*"/g)].map(([, name]) => name),
    );
    expect(new Set(tags.map(([, name]) => name))).toEqual(
      new Set([
        'body',
        'div',
        'section',
        'p',
        'table',
        'colgroup',
        'col',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
      ]),
    );
    expect(new Set(attributes)).toEqual(new Set(['class', 'scope', 'colspan', 'rowspan']));
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toContain('url(');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('has one section a page, numbered from the second on, each form anew', () => {
    const plan = vinhLongPlan();
    const layouts = [printed(plan, 'F1'), printed(plan, 'F2')] as const;
    const html = pagesHtml(layouts);
    const [one, two] = layouts.map(({ pages }) => pages.length);
    expect(html.match(/<section>/g)).toHaveLength((one ?? 0) + (two ?? 0));
    const numbers = [...html.matchAll(/<p class="number">(\d+)<\/p>/g)].map(([, number]) => Number(number));
    const from2 = (last = 0) => Array.from({ length: last - 1 }, (_, at) => at + 2);
    expect(numbers).toEqual([...from2(one), ...from2(two)]);
  });

  test('is the same text for the same plan', () => {
    expect(pagesHtml([printed(vinhLongPlan(), 'F1')])).toBe(pagesHtml([printed(vinhLongPlan(), 'F1')]));
  });
});
