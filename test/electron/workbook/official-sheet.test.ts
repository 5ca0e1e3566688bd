import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../electron/workbook/zip/read-archive.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { rowId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { readDraft } from './read-draft.ts';
import { writeForm } from './write-form.ts';

/** The parts of an exported workbook as XML. */
async function partsOf(plan: Plan, form: FormId): Promise<(path: string) => string> {
  const files = must(readArchive(must(await writeForm(plan, totalsOf(plan), form))));
  return (path) => {
    const file = files.find((one) => one.path === path);
    if (!file) throw new Error(`no ${path}`);
    return Buffer.from(file.bytes).toString('utf8');
  };
}

const SHEET = 'xl/worksheets/sheet1.xml';

describe('the sheet of an exported form', () => {
  it('is named after the form, beside one hidden sheet', async () => {
    const part = await partsOf(vinhLongPlan(), 'F1');
    const sheets = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*\/>/g)].map(([sheet]) => sheet);
    expect(sheets).toHaveLength(2);
    expect(sheets[0]).toMatch(/name="F1".*state="visible"|state="visible".*name="F1"/);
    expect(sheets[1]).toMatch(/name="_phu_luc"/);
    expect(sheets[1]).toMatch(/state="hidden"/);
  });

  it('repeats its header rows, stays inside its print area, and keeps header, TT and Nội dung in sight', async () => {
    const part = await partsOf(vinhLongPlan(), 'F1');
    const names = part('xl/workbook.xml').replaceAll('&apos;', "'");
    expect(names).toContain(`>'F1'!$A$1:$Q$23<`);
    expect(names).toContain(`>'F1'!$5:$6<`);
    expect(part(SHEET)).toMatch(/<pane xSplit="2" ySplit="6" topLeftCell="C7"[^>]*state="frozen"/);
  });

  it('is A4 landscape with the margins and page numbers of NĐ 30/2020/NĐ-CP', async () => {
    const xml = (await partsOf(vinhLongPlan(), 'F1'))(SHEET);
    const setup = /<pageSetup [^>]*>/.exec(xml)?.[0] ?? '';
    for (const attribute of [
      'paperSize="9"',
      'orientation="landscape"',
      'fitToWidth="1"',
      'fitToHeight="0"',
    ]) {
      expect(setup).toContain(attribute);
    }
    const margins = /<pageMargins [^>]*>/.exec(xml)?.[0] ?? '';
    const inMillimetres = (side: string): number =>
      Math.round(Number(new RegExp(`${side}="([\\d.]+)"`).exec(margins)?.[1]) * 25.4);
    expect(['top', 'bottom', 'left', 'right'].map(inMillimetres)).toEqual([20, 20, 30, 15]);
    expect(xml).toMatch(
      /<headerFooter differentFirst="1"><oddHeader>&amp;C[^<]*&amp;P<\/oddHeader><\/headerFooter>/,
    );
  });

  it('breaks F2 between year blocks, with TT and Nội dung repeated', async () => {
    const part = await partsOf(vinhLongPlan(), 'F2');
    // Columns C to J are the period, then eight a year: pages hold two blocks each.
    const breaks = [...part(SHEET).matchAll(/<brk id="(\d+)" max="1048575" man="1"\/>/g)].map(([, id]) => id);
    expect(breaks).toEqual(['18', '34']);
    expect(part('xl/workbook.xml').replaceAll('&apos;', "'")).toContain(`>'F2'!$A:$B,'F2'!$5:$7<`);
    expect(part(SHEET)).toMatch(/<pageSetup [^>]*scale="100"/);
  });

  it('names the amount block, every total column and row, and the years of each source', async () => {
    const names = [
      ...(await partsOf(vinhLongPlan(), 'F1'))('xl/workbook.xml').matchAll(/definedName name="(\w+)"/g),
    ]
      .map(([, name]) => name)
      .filter((name) => !name?.startsWith('_xlnm'));
    expect(names).toEqual([
      'so_lieu_F1',
      ...['total', 'investment', 'recurrent', 'other'].map((id) => `cot_period_${id}`),
      ...['total', 'investment', 'recurrent', 'other'].map((id) => `cot_year_${id}`),
      'cot_central_total',
      'cot_local_total',
      'dong_one_year',
      'dong_period',
      'so_nam_central',
      'so_nam_local',
      'so_nam_other',
    ]);
  });

  it('holds live formulas with results, none of them shared, and empty cells where nothing applies', async () => {
    const xml = (await partsOf(vinhLongPlan(), 'F1'))(SHEET);
    expect(xml).toContain('<f>D7+E7+F7</f><v>62500</v>');
    expect(xml).toContain('<f>SUM(D9:D10)</f><v>0</v>');
    expect(xml).not.toMatch(/t="shared"/);
    expect(xml).toMatch(/<c r="C20" s="\d+"\/>/);
    const formulas = xml.match(/<f>/g)?.length;
    expect(xml.match(/<f>[^<]*<\/f><v>-?[\d.]+(e[+-]?\d+)?<\/v>/g)).toHaveLength(formulas ?? 0);
  });

  it('keeps text that looks like a formula as text', async () => {
    const plan = vinhLongPlan();
    const names = ['=1+1', '+84', '-5', '@x'];
    const rows = plan.rows.map((row, at) => ({ ...row, name: names[at] ?? row.name }));
    const part = await partsOf({ ...plan, rows }, 'F1');
    expect(part(SHEET)).toMatch(/<c r="B7" s="\d+" t="s">/);
    for (const name of names) expect(part('xl/sharedStrings.xml')).toContain(`>${name}<`);
    expect(part(SHEET)).not.toContain('<f>1+1</f>');
  });

  it('is set in Times New Roman throughout, also where nothing stands yet', async () => {
    const styles = (await partsOf(vinhLongPlan(), 'F1'))('xl/styles.xml');
    const fonts = [...(/<fonts.*<\/fonts>/s.exec(styles)?.[0] ?? '').matchAll(/<name val="([^"]+)"\/>/g)];
    expect(new Set(fonts.map(([, name]) => name))).toEqual(new Set(['Times New Roman']));
  });
});

describe('a plan that F1 would not print whole', () => {
  it('is refused with its rows, and F2 takes it', async () => {
    const plan = vinhLongPlan();
    const own = plan.amounts.get(rowId('DA2'));
    const changed = new Map([...(own ?? [])].filter(([key]) => !key.startsWith(`${year(2023)}|central`)));
    const differing = { ...plan, amounts: new Map([...plan.amounts, [rowId('DA2'), changed]]) };
    expect(await writeForm(differing, totalsOf(differing), 'F1')).toMatchObject({
      refusal: { code: 'form.yearsDiffer', params: { form: 'F1', count: 1 } },
    });
    const bytes = must(await writeForm(differing, totalsOf(differing), 'F2'));
    expect(must(await readDraft('F2.xlsx', bytes, {})).plan).toEqual(differing);
  });
});
