import { describe, expect, test } from 'vitest';
import { wordAppendix } from '../../../electron/documents/word-appendix.ts';
import { readArchive } from '../../../electron/workbook/zip/read-archive.ts';
import { projectForm } from '../../../shared/forms/project.ts';
import type { FormTable } from '../../../shared/forms/table.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { surveyAmounts } from '../../../shared/print/amount-survey.ts';
import { printedCell } from '../../../shared/print/printed-amount.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { openedPlan, wordyPlan } from '../workbook/oracle-plans.ts';

/** The main part of a Word file, and the names of all. */
function opened(table: FormTable): { body: string; parts: string[] } {
  const files = must(readArchive(wordAppendix([table])));
  const main = files.find(({ path }) => path === 'word/document.xml');
  return { body: new TextDecoder().decode(main?.bytes), parts: files.map(({ path }) => path) };
}

const tableOf = (plan: Plan, form: 'F1' | 'F2') => projectForm(plan, totalsOf(plan), form);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textOf(xml: string): string {
  const texts = [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:br\/>/g)].map(([text]) =>
    text.replace(/^<w:br\/>$/, '\n'),
  );
  return texts
    .join('')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(\w+);/g, (sign, name: string) => ENTITIES[name] ?? sign);
}

/** The rows of every table, each as the texts of its cells. */
function tablesOf(body: string): string[][][] {
  return [...body.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<w:tr[ >](.*?)<\/w:tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => textOf(cell)),
    ),
  );
}

describe('a form as a Word table', () => {
  test.each([
    ['the sample', 'F1', vinhLongPlan],
    ['the sample', 'F2', vinhLongPlan],
    ['a plan with long texts', 'F2', wordyPlan],
    ['a plan with opened sources', 'F2', openedPlan],
  ] as const)('%s on %s: every row of the form, amounts as printed', (_, form, make) => {
    const table = tableOf(make(), form);
    const { decimals } = surveyAmounts(table);
    const tables = tablesOf(opened(table).body);
    const rows = table.rows.map((__, at) => {
      const lines = tables.map((one) => one.slice(-table.rows.length)[at] ?? []);
      const labels = table.rows[at]?.kind === 'total' ? 1 : 2;
      const [label] = lines.map((line) => line.slice(0, labels));
      return [...(label ?? []), ...lines.flatMap((line) => line.slice(labels))];
    });
    expect(rows).toEqual(
      table.rows.map((row) => [
        ...(row.kind === 'total' ? [row.name] : [row.ordinal, row.name]),
        ...row.cells.map((cell) => printedCell(cell, table, decimals)),
        ...(table.notes ? [row.note] : []),
      ]),
    );
  });

  test('repeats its header rows on every page, whose number stands above from the second on', () => {
    const table = tableOf(vinhLongPlan(), 'F2');
    const { body, parts } = opened(table);
    const headers = [...body.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].filter(([row]) =>
      row.includes('<w:tblHeader'),
    );
    expect(headers).toHaveLength(3 * tablesOf(body).length);
    expect(body).toContain('<w:titlePg');
    expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(parts.filter((path) => path.startsWith('word/header'))).toHaveLength(1);
  });

  test('carries title, unit, words and signature around the table, and texts as text', () => {
    const plan = wordyPlan();
    const title = 'Tên <b> & "nháy" \u0001';
    const { body } = opened(tableOf({ ...plan, header: { ...plan.header, title } }, 'F1'));
    const text = textOf(body);
    expect(text).toMatch(/^PHỤ LỤCTÊN <B> & "NHÁY" \(/);
    expect(text).toContain('Đơn vị tính: Triệu đồng');
    expect(text).toContain('Chưa gồm vốn kéo dài./.TM. ỦY BAN NHÂN DÂN');
    expect(body).not.toContain('\u0001');
  });

  test('is the same file for the same plan', () => {
    const table = tableOf(vinhLongPlan(), 'F1');
    expect(wordAppendix([table])).toEqual(wordAppendix([table]));
    const core = must(readArchive(wordAppendix([table]))).find(({ path }) => path === 'docProps/core.xml');
    expect(new TextDecoder().decode(core?.bytes)).not.toMatch(/dcterms|\d{4}-\d\d-\d\dT/);
  });
});
