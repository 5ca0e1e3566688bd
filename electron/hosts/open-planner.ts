import { randomUUID } from 'node:crypto';
import { homedir, userInfo } from 'node:os';
import type { Planner } from '../../shared/api/planner.ts';
import { planId } from '../../shared/plan/ids.ts';
import { ok, type Result } from '../../shared/refusal.ts';
import type { PrinterDesk } from '../desk.ts';
import { createPlanner } from '../planner.ts';
import type { Printer } from '../printer.ts';
import { defaultFolder } from '../store/default-folder.ts';
import { Library } from '../store/library.ts';
import { openLibrary } from '../store/open-library.ts';
import { WorkbooksApart } from '../workbook/apart/workbooks-apart.ts';
import { lazyWorkbooks } from '../workbook/lazy-workbooks.ts';
import { workbooksHere } from '../workbook/workbooks-here.ts';
import { browserPrinter } from './print/browser-printer.ts';
import { findBrowser } from './start/find-browser.ts';

/** What a host brings along. */
export interface HostParts {
  readonly thread?: URL;
  readonly printer?: Printer;
}

export interface OpenPlanner {
  readonly planner: Planner;
  readonly folder: string;
  close(): void;
}

/**
 * What every host starts from: the planner over this user's library, with the real clock and names. A host with a
 * window names the module of the thread that workbooks are written and read in. Its printer is a browser that this
 * machine has, unless the host brings its own.
 */
export function openPlanner(
  folder: string = platformFolder(),
  { thread, printer = browserPrinter(() => findBrowser(process.platform, process.env)) }: HostParts = {},
): Result<OpenPlanner> {
  const desk: PrinterDesk = {
    author: userName(),
    now: () => new Date(),
    newPlanId: () => planId(randomUUID()),
    printer,
  };
  const opened = openLibrary(folder, desk.now);
  if (!opened.ok) return opened;
  const library = new Library(opened.value, desk);
  if (thread) {
    const apart = new WorkbooksApart(thread, { folder, author: desk.author });
    const close = (): void => {
      void apart.close();
      library.close();
    };
    return ok({ planner: createPlanner(library, apart, desk), folder, close });
  }
  const workbooks = lazyWorkbooks(async () => (await import('../workbook/excel.ts')).excelWorkbooks);
  const here = workbooksHere(library, workbooks, desk);
  return ok({ planner: createPlanner(library, here, desk), folder, close: () => library.close() });
}

export function platformFolder(): string {
  return defaultFolder(process.platform, process.env, homedir());
}

/** A user without an entry in the system's list, as some containers have, has no name to ask for. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? process.env.USERNAME ?? '';
  }
}
