import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import exceljs from 'exceljs';
import { workbookModel } from '../../electron/workbook/write/workbook-model.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { projectForm } from '../../shared/forms/project.ts';
import { LibreOffice } from '../electron/workbook/libre-office.ts';
import { writeForm } from '../electron/workbook/write-form.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { fillSheet, madeSheets } from './exceljs-cells.ts';
import { planOfLocalities } from './localities-plan.ts';
import { type Measured, median } from './report.ts';
import type { Work, WorkDone } from './workbook-work.ts';

/** About 1.4 million cells on F2. */
const LOCALITIES = 700;
/** Every round has all the works one after the other, so that a noisy machine slows all of them. */
const ROUNDS = 3;
const MOST_MEMORY = 700;
const LONGEST_BLOCK = 100;

/** Workbooks against exceljs' streaming writer and reader and against LibreOffice, every work in a process of its own. */
export async function* measureWorkbooks(): AsyncGenerator<Measured[]> {
  yield [await smallAppendix()];
  const folder = mkdtempSync(path.join(tmpdir(), 'phu-luc-bench-'));
  try {
    yield* largeAppendix(path.join(folder, 'ours.xlsx'), path.join(folder, 'exceljs.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* largeAppendix(ours: string, theirs: string): AsyncGenerator<Measured[]> {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    write: done('write', ours),
    writeExceljs: done('writeExceljs', theirs),
    read: done('read', ours),
    readExceljs: done('readExceljs', ours),
  }));
  const versus = (
    what: string,
    own: 'write' | 'read',
    yardstick: 'writeExceljs' | 'readExceljs',
  ): Measured => ({
    what: `${what} ${LOCALITIES} localities on F2 / exceljs streaming (ms)`,
    ours: median(rounds.map((round) => round[own].ms)).toFixed(0),
    yardstick: median(rounds.map((round) => round[yardstick].ms)).toFixed(0),
    ratio: median(rounds.map((round) => round[own].ms / round[yardstick].ms)),
    limit: 1.3,
  });
  const peak = (what: string, megabytes: number): Measured => ({
    what: `peak memory of ${what} ${LOCALITIES} localities (MB)`,
    ours: megabytes.toFixed(0),
    yardstick: `${MOST_MEMORY}`,
    ratio: megabytes / MOST_MEMORY,
    limit: 1,
  });
  const peakOf = (work: 'write' | 'read'): number => Math.max(...rounds.map((round) => round[work].peak));
  yield [versus('write', 'write', 'writeExceljs'), peak('writing', peakOf('write'))];
  yield [versus('read', 'read', 'readExceljs'), peak('reading', peakOf('read'))];

  const draft = done('readDraft', ours);
  yield [peak('reading to a draft', draft.peak), await versusLibreOffice(ours, draft.ms, rounds)];

  const block = done('block', ours);
  yield [
    {
      what: `longest the host is kept while ${LOCALITIES} localities come in and go out (ms)`,
      ours: block.ms.toFixed(0),
      yardstick: `${LONGEST_BLOCK}`,
      ratio: block.ms / LONGEST_BLOCK,
      limit: 1,
    },
  ];
}

/** Reading to a draft with all totals compared, and writing, against opening, recalculating and saving. */
async function versusLibreOffice(
  file: string,
  draft: number,
  rounds: readonly { readonly write: WorkDone }[],
): Promise<Measured> {
  const office = new LibreOffice();
  try {
    const start = performance.now();
    await office.saveAgain([readFileSync(file)]);
    const theirs = performance.now() - start;
    const ours = draft + median(rounds.map(({ write }) => write.ms));
    return {
      what: `read, recompute and write ${LOCALITIES} localities / LibreOffice (ms)`,
      ours: ours.toFixed(0),
      yardstick: theirs.toFixed(0),
      ratio: ours / theirs,
      limit: 1,
    };
  } finally {
    office.close();
  }
}

function done(work: Work, file: string): WorkDone {
  const script = path.join(import.meta.dirname, 'workbook-work.ts');
  const line = [script, work, `${LOCALITIES}`, file];
  return JSON.parse(execFileSync(process.execPath, line, { encoding: 'utf8' }));
}

/** The appendix of one locality, from the plan to its bytes, against exceljs writing the same cells. */
async function smallAppendix(): Promise<Measured> {
  const plan = planOfLocalities(1);
  const sheets = madeSheets(must(workbookModel(plan, [projectForm(plan, must(Totals.of(plan)), 'F2')])));
  const works = [
    async () => must(await writeForm(plan, must(Totals.of(plan)), 'F2')),
    async () => {
      const book = new exceljs.Workbook();
      for (const made of sheets) fillSheet(book.addWorksheet(made.name), made);
      await book.xlsx.writeBuffer();
    },
  ] as const;
  const rounds: number[][] = [];
  for (let round = 0; round < 31; round++) {
    const times: number[] = [];
    for (const work of works) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
    rounds.push(times);
  }
  const column = (at: number): number[] => rounds.map((times) => times[at] ?? Number.NaN);
  return {
    what: 'write 20 rows on F2 / bare exceljs in memory (ms)',
    ours: median(column(0)).toFixed(1),
    yardstick: median(column(1)).toFixed(1),
    ratio: median(rounds.map(([own = 0, yardstick = 1]) => own / yardstick)),
    limit: 1.5,
  };
}
