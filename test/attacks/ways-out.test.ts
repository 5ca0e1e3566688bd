import { describe, expect, test } from 'vitest';
import { printDocument, writeDocument } from '../../electron/documents/documents.ts';
import { inColumns } from '../../electron/hosts/cli/columns.ts';
import { readArchive } from '../../electron/workbook/zip/read-archive.ts';
import { officialPrint, projectSet } from '../../shared/forms/print-set.ts';
import { wordLabel } from '../../shared/messages/change-label.ts';
import { message } from '../../shared/messages/message.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { refuse } from '../../shared/refusal.ts';
import { copyCells } from '../../shared/sheet/copy.ts';
import { writeForm } from '../electron/workbook/write-form.ts';
import { must, totalsOf, vinhLongPlan } from '../shared/plan/sample-plan.ts';
import { sheetOf } from '../shared/sheet/a-sheet.ts';

/**
 * Attack: a name that is a script, a formula, a field of Word or a trick of the eye, carried out of the plan by everything
 * that is exported, printed, copied or said. It must arrive as the text that it is.
 */
const SCRIPT = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&]]>`;
const FORMULA = `=cmd|'/c calc'!A1`;
const TURNED = 'Dự án \u202E000.5\u202C\u2067 x\u0007\u001B[2J';
const HIDDEN = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]|[^\P{Cc}\n\r\t]/u;

/** The sample with one text wherever a plan has any. */
function planOf(text: string): Plan {
  const plan = vinhLongPlan();
  return {
    ...plan,
    header: {
      ...plan.header,
      title: text,
      decision: text,
      footnotes: [text],
      signature: [text],
      locality: text,
    },
    programme: { ...plan.programme, title: text },
    rows: plan.rows.map((row) => ({ ...row, name: text, note: text, ordinal: text.slice(0, 80) })),
    sources: plan.sources.map((source) => ({ ...source, name: text, short: text })),
  };
}

function printed(text: string, form: 'F1' | 'F2' = 'F2') {
  const plan = planOf(text);
  const set = officialPrint(form);
  const tables = must(projectSet({ plan, totals: totalsOf(plan) }, set, null));
  return { plan, totals: totalsOf(plan), tables, set };
}

const noPrinter = { pdf: async () => refuse('pdf.noBrowser') };

async function packageOf(text: string, as: 'xlsx' | 'docx'): Promise<Readonly<Record<string, string>>> {
  const { plan, totals } = printed(text);
  const bytes =
    as === 'xlsx'
      ? must(await writeForm(plan, totals, 'F2'))
      : must(await writeDocument(printed(text), 'docx', noPrinter));
  return Object.fromEntries(
    must(readArchive(bytes)).map((part) => [part.path, Buffer.from(part.bytes).toString('utf8')]),
  );
}

async function csvOf(text: string): Promise<string> {
  return Buffer.from(must(await writeDocument(printed(text), 'csv', noPrinter))).toString('utf8');
}

describe('a script as a name', () => {
  test('is text on the pages of the preview and the PDF, under a policy by which none would run', () => {
    const { html } = printDocument(printed(SCRIPT));
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<(script|img)/i);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test.each(['xlsx', 'docx'] as const)('is text in every part of a .%s', async (as) => {
    for (const [path, xml] of Object.entries(await packageOf(SCRIPT, as))) {
      expect(xml, path).not.toMatch(/<(script|img)/i);
    }
  });

  test('is text on the clipboard’s table', () => {
    const sheet = sheetOf(planOf(SCRIPT));
    const { html } = copyCells(sheet, { top: 0, left: 0, bottom: 3, right: 1 });
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<(script|img)/i);
  });
});

describe('a formula as a name', () => {
  test('is no formula, no link and no field of a workbook', async () => {
    const parts = await packageOf(FORMULA, 'xlsx');
    expect(parts['xl/sharedStrings.xml']).toContain('=cmd|');
    for (const [path, xml] of Object.entries(parts)) {
      expect(
        [...xml.matchAll(/<(f|definedName)\b[^>]*>([^<]*)/g)].filter(([, , text]) => text?.includes('cmd')),
        path,
      ).toEqual([]);
      expect(path).not.toMatch(/externalLink|vbaProject|connections/);
    }
  });

  test.each([FORMULA, '+1', '-1', '@x', '\t=1', '\uFF1D1', '  =1', '\u202E=1', '\u0000=1'])(
    '%j begins no field of a CSV as a formula',
    async (text) => {
      const fields = (await csvOf(text)).slice(1).split(/;|\r\n/);
      const unquoted = fields.map((field) => field.replace(/^"/, ''));
      expect(unquoted.filter((field) => /^[\s]*[=+@\uFF1D]|^\s*-\D/.test(field))).toEqual([]);
    },
  );

  test('is no field of a Word file: its only one is the number of the page', async () => {
    const parts = await packageOf(FORMULA, 'docx');
    const xml = Object.values(parts).join('');
    expect(new Set([...xml.matchAll(/w:instr="([^"]*)"/g)].map(([, name]) => name))).toEqual(
      new Set(['PAGE']),
    );
    expect(xml).not.toMatch(/instrText|TargetMode="External"|altChunk|attachedTemplate/);
  });
});

describe('a name that turns its own order around, rings or clears a terminal', () => {
  test('does nothing of it in what is said of it', () => {
    const said = message('cli.unknownPlan', { plan: TURNED });
    expect(said).toContain('Dự án 000.5 x[2J');
    expect(said).not.toMatch(HIDDEN);
    const params = {
      row: TURNED,
      source: TURNED,
      capital: '',
      years: '',
      before: '1',
      after: '2',
      unit: 'dong',
    };
    expect(wordLabel({ code: 'change.setAmount', params })).not.toMatch(HIDDEN);
  });

  test('does nothing of it in the columns of a terminal', () => {
    expect(inColumns([[TURNED, '1']], () => false)).toBe('Dự án 000.5 x[2J  1');
  });

  test('does nothing of it on printed pages, in a workbook, a Word file and a CSV', async () => {
    expect(printDocument(printed(TURNED)).html).not.toMatch(HIDDEN);
    expect(await csvOf(TURNED)).not.toMatch(HIDDEN);
    const word = await packageOf(TURNED, 'docx');
    for (const [path, xml] of Object.entries(word)) expect(xml, path).not.toMatch(HIDDEN);
    expect((await packageOf(TURNED, 'xlsx'))['xl/sharedStrings.xml']).not.toMatch(HIDDEN);
  });
});

test('a text as long as a plan takes is carried or refused by every way out, and ends none of them', async () => {
  const long = printed('Dự án '.repeat(5_000));
  expect(printDocument(long).pages).toBeGreaterThan(1);
  expect(must(await writeDocument(long, 'csv', noPrinter)).length).toBeGreaterThan(30_000);
  expect(must(await writeDocument(long, 'docx', noPrinter)).length).toBeGreaterThan(1_000);
  expect(await writeForm(long.plan, long.totals, 'F2')).toMatchObject({
    refusal: { code: expect.stringMatching(/^export\.\w+TooLong$|^workbook\./) },
  });
});
