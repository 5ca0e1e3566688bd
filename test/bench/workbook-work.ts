import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import exceljs from 'exceljs';
import { excelWorkbooks } from '../../electron/workbook/excel.ts';
import { readRawWorkbook } from '../../electron/workbook/read/read-raw-workbook.ts';
import type { CellStyle } from '../../electron/workbook/write/sheet-model.ts';
import { workbookModel } from '../../electron/workbook/write/workbook-model.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { projectForm } from '../../shared/forms/project.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { planOfLocalities } from './localities-plan.ts';

/**
 * One piece of work on a workbook, in a process of its own so that its peak memory is its own: `node workbook-work.ts
 * <work> <localities> <file>` prints the milliseconds of the work alone and the peak of the process in MB as JSON.
 */
export type Work = 'write' | 'writeExceljs' | 'read' | 'readExceljs';

export interface WorkDone {
  readonly ms: number;
  readonly peak: number;
}

const [work = '', localities = '', file = ''] = process.argv.slice(2);

async function measure(): Promise<number> {
  switch (work) {
    case 'write':
      return writeOurs(Number(localities));
    case 'writeExceljs':
      return writeExceljs(Number(localities));
    case 'read':
      return timed(async () => must(await readRawWorkbook('phụ lục.xlsx', readFileSync(file))));
    case 'readExceljs':
      return timed(readExceljs);
    default:
      throw new Error(`no such work: ${work}`);
  }
}

async function timed(done: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await done();
  return performance.now() - start;
}

/** From the plan: totals, layout, widths, formulas and the file. */
function writeOurs(count: number): Promise<number> {
  const plan = planOfLocalities(count);
  return timed(async () => {
    const bytes = must(await excelWorkbooks.write(plan, must(Totals.of(plan)), 'F2'));
    writeFileSync(file, bytes);
  });
}

/**
 * exceljs pipes its sheets into archiver, of which package.json takes a newer version: that one goes on with what `pipe`
 * returns, and exceljs' own stream returns nothing.
 */
function mendExceljsStream(): void {
  const { prototype } = createRequire(import.meta.url)('exceljs/lib/utils/stream-buf.js');
  const { pipe } = prototype;
  prototype.pipe = function piped(this: unknown, target: unknown): unknown {
    pipe.call(this, target);
    return target;
  };
}

interface MadeCell {
  readonly value: exceljs.CellValue;
  readonly style: Partial<exceljs.Style>;
}

/** The same cells, made before: exceljs is asked for nothing but to write them. */
function writeExceljs(count: number): Promise<number> {
  mendExceljsStream();
  const plan = planOfLocalities(count);
  const model = must(workbookModel(plan, projectForm(plan, must(Totals.of(plan)), 'F2')));
  const styles = new Map<CellStyle, Partial<exceljs.Style>>();
  const sheets = model.sheets.map(({ name, rows }) => ({
    name,
    rows: Array.from(rows, ({ row, cells }) => {
      const made: MadeCell[] = [];
      for (const { column, content, style } of cells) {
        let value: exceljs.CellValue = null;
        if (content.kind === 'text') value = content.text;
        if (content.kind === 'number') value = content.number;
        if (content.kind === 'formula') value = { formula: content.formula, result: content.result };
        const known = styles.get(style) ?? styleOf(style);
        styles.set(style, known);
        made[column] = { value, style: known };
      }
      return { row, made };
    }),
  }));
  return timed(async () => {
    const book = new exceljs.stream.xlsx.WorkbookWriter({
      filename: file,
      useStyles: true,
      useSharedStrings: true,
      zip: {},
    });
    for (const { name, rows } of sheets) {
      const sheet = book.addWorksheet(name);
      for (const { row, made } of rows) {
        const line = sheet.getRow(row);
        made.forEach(({ value, style }, column) => {
          const cell = line.getCell(column);
          cell.value = value;
          cell.style = style;
        });
        line.commit();
      }
      sheet.commit();
    }
    await book.commit();
  });
}

function styleOf({
  size,
  bold,
  italic,
  align,
  wrap,
  indent,
  border,
  numberFormat,
}: CellStyle): Partial<exceljs.Style> {
  const line = { style: 'thin' as const };
  return {
    font: { name: 'Times New Roman', size, bold, italic },
    alignment: { horizontal: align, vertical: 'middle', wrapText: wrap, indent },
    ...(border === 'none' ? {} : { border: { top: line, left: line, bottom: line, right: line } }),
    ...(numberFormat === null ? {} : { numFmt: numberFormat }),
  };
}

async function readExceljs(): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  let sum = 0;
  for await (const sheet of book) {
    for await (const row of sheet) {
      row.eachCell((cell) => {
        if (typeof cell.value === 'number') sum += cell.value;
      });
    }
  }
  if (sum === 0) throw new Error('exceljs read nothing');
}

const ms = await measure();
const done: WorkDone = { ms, peak: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(done));
