import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import exceljs from 'exceljs';
import { openPlanner } from '../../electron/hosts/open-planner.ts';
import { excelWorkbooks } from '../../electron/workbook/excel.ts';
import { readRawWorkbook } from '../../electron/workbook/read/read-raw-workbook.ts';
import { workbookModel } from '../../electron/workbook/write/workbook-model.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { projectForm } from '../../shared/forms/project.ts';
import { writeForm } from '../electron/workbook/write-form.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { fillSheet, madeSheets, mendExceljsStream } from './exceljs-cells.ts';
import { planOfLocalities } from './localities-plan.ts';

/**
 * One piece of work on a workbook, in a process of its own so that its peak memory is its own:
 * `node workbook-work.ts WORK LOCALITIES FILE` prints as JSON the milliseconds of the work alone (for `block`, the
 * longest time that the thread of the planner was kept at a stretch) and the peak of the process in MB.
 */
const WORKS = { write, writeExceljs, read, readExceljs, readDraft, block } as const;
export type Work = keyof typeof WORKS;

export interface WorkDone {
  readonly ms: number;
  readonly peak: number;
}

const [work = '', localities = '', file = ''] = process.argv.slice(2);

async function timed(done: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await done();
  return performance.now() - start;
}

/** From the plan: totals, layout, widths, formulas and the file. */
function write(): Promise<number> {
  const plan = planOfLocalities(Number(localities));
  return timed(async () => {
    const bytes = must(await writeForm(plan, must(Totals.of(plan)), 'F2'));
    writeFileSync(file, bytes);
  });
}

function writeExceljs(): Promise<number> {
  mendExceljsStream();
  const plan = planOfLocalities(Number(localities));
  const sheets = madeSheets(must(workbookModel(plan, [projectForm(plan, must(Totals.of(plan)), 'F2')])));
  return timed(async () => {
    const options = { filename: file, useStyles: true, useSharedStrings: true, zip: {} };
    const book = new exceljs.stream.xlsx.WorkbookWriter(options);
    for (const made of sheets) {
      const sheet = book.addWorksheet(made.name);
      fillSheet(sheet, made, true);
      sheet.commit();
    }
    await book.commit();
  });
}

/** The sheets as plain data, as much as exceljs gives. */
function read(): Promise<number> {
  return timed(async () => must(await readRawWorkbook('phụ lục.xlsx', readFileSync(file))));
}

/** All the way to the draft of a plan, every total compared, with as many of its rows as are looked at. */
function readDraft(): Promise<number> {
  return timed(async () =>
    must(await excelWorkbooks.read({ name: 'phụ lục.xlsx', bytes: readFileSync(file), mostRows: 1_000 })),
  );
}

function readExceljs(): Promise<number> {
  return timed(async () => {
    const book = new exceljs.stream.xlsx.WorkbookReader(file, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'ignore',
    });
    let cells = 0;
    for await (const sheet of book) {
      for await (const row of sheet) {
        row.eachCell((cell) => {
          if (cell.value !== null) cells += 1;
        });
      }
    }
    if (cells === 0) throw new Error('exceljs read nothing');
  });
}

/**
 * A file is imported and exported again over the thread apart, while this one looks at itself every few milliseconds. What
 * counts is how long its loop was at work in between: a machine that is busy elsewhere wakes it late, which is not its
 * doing.
 */
async function block(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'phu-luc-bench-'));
  const thread = new URL('../../electron/workbook/apart/thread.ts', import.meta.url);
  const { planner, close } = must(openPlanner(folder, { thread }));
  const bytes = readFileSync(file);
  let longest = 0;
  let before = performance.eventLoopUtilization();
  const clock = setInterval(() => {
    const now = performance.eventLoopUtilization();
    longest = Math.max(longest, now.active - before.active);
    before = now;
  }, 2);
  try {
    const { plan } = must(await planner.importWorkbook({ name: 'phụ lục.xlsx', bytes }));
    must(await planner.exportWorkbook({ plan, form: 'F2' }));
    return longest;
  } finally {
    clearInterval(clock);
    close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function isWork(name: string): name is Work {
  return Object.hasOwn(WORKS, name);
}

if (!isWork(work)) throw new Error(`no such work: ${work}`);
const ms = await WORKS[work]();
const done: WorkDone = { ms, peak: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(done));
