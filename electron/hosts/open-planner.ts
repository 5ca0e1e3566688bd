import { randomUUID } from 'node:crypto';
import { homedir, userInfo } from 'node:os';
import type { Planner } from '../../shared/api/planner.ts';
import { planId } from '../../shared/plan/ids.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import type { Desk, PrinterDesk } from '../desk.ts';
import { machineDisk } from '../disk.ts';
import { Inbox } from '../inbox.ts';
import { Keeper } from '../keeper.ts';
import { FileLog, type Log } from '../log/log.ts';
import { bugEvent, logCode, recoveredEvent } from '../log/log-event.ts';
import { logRefusals } from '../log/log-refusals.ts';
import { logWord } from '../log/log-word.ts';
import { createPlanner } from '../planner.ts';
import type { Printer } from '../printer.ts';
import { PROGRAM } from '../program.ts';
import { defaultFolder } from '../store/default-folder.ts';
import { Library } from '../store/library.ts';
import { type OpenLibrary, openLibrary } from '../store/open-library.ts';
import { LIBRARY_SCHEMA, versionOf } from '../store/schema.ts';
import { WorkbooksApart } from '../workbook/apart/workbooks-apart.ts';
import { lazyWorkbooks } from '../workbook/lazy-workbooks.ts';
import { workbooksHere } from '../workbook/workbooks-here.ts';
import { browserPrinter } from './print/browser-printer.ts';
import { findBrowser } from './start/find-browser.ts';
import { isMisplaced } from './ways-out.ts';

/** What a host brings along. */
export interface HostParts {
  readonly thread?: URL;
  readonly printer?: Printer;
  /** What the program was opened with. */
  readonly inbox?: Inbox;
  /** Hears of what should not have happened behind the window. */
  readonly onBug?: (error: unknown) => void;
}

export interface OpenPlanner {
  readonly planner: Planner;
  readonly folder: string;
  /** Puts what should not have happened into the log, and tells the host. */
  readonly onBug: (error: unknown) => void;
  /** After what is under way has ended. */
  close(): Promise<void>;
}

/**
 * What every host starts from: the planner over this user's library, with the real clock and names. A host with a
 * window names the module of the thread that workbooks are written and read in. Its printer is a browser that this
 * machine has, unless the host brings its own.
 */
export function openPlanner(
  folder: string = platformFolder(),
  {
    thread,
    printer = browserPrinter(() => findBrowser(process.platform, process.env)),
    inbox = new Inbox(),
    onBug = console.error,
  }: HostParts = {},
): Result<OpenPlanner> {
  const desk: PrinterDesk = {
    disk: machineDisk,
    author: userName(),
    now: () => new Date(),
    newPlanId: () => planId(randomUUID()),
    printer,
  };
  const log = new FileLog(folder, desk.now);
  const heard = (error: unknown): void => {
    log.write(bugEvent(error));
    onBug(error);
  };
  const opened = openedLibrary(folder, desk, log);
  if (!opened.ok) return opened;
  const library = opened.value;
  const keeper = new Keeper(library, desk, log);
  const shared = { folder, onBug: heard };
  if (thread) {
    const apart = new WorkbooksApart(thread, { folder, author: desk.author });
    keeper.start(heard);
    const close = async (): Promise<void> => {
      await Promise.all([keeper.stop(), apart.close()]);
      library.close();
      log.write({ event: 'close' });
    };
    const planner = logRefusals(createPlanner(library, apart, desk, keeper, inbox, log), log);
    return ok({ ...shared, planner, close });
  }
  const workbooks = lazyWorkbooks(async () => (await import('../workbook/excel.ts')).excelWorkbooks);
  const here = workbooksHere(library, workbooks, desk);
  const close = async (): Promise<void> => {
    library.close();
    log.write({ event: 'close' });
  };
  const planner = logRefusals(createPlanner(library, here, desk, keeper, inbox, log), log);
  return ok({ ...shared, planner, close });
}

/** The library of a folder, and in its log that it was opened or why not. */
function openedLibrary(folder: string, desk: Desk, log: Log): Result<Library> {
  try {
    const opened = openLibrary(folder, desk.now);
    const library = opened.ok ? libraryOf(opened.value, desk) : opened;
    // Into a folder that is no place for a library nothing is written at all.
    if (!library.ok && !isMisplaced(library.refusal)) {
      log.write({ event: 'notOpened', code: logCode(library.refusal) });
    }
    if (library.ok) tellStart(library.value, log);
    return library;
  } catch (error) {
    log.write(bugEvent(error));
    throw error;
  }
}

function tellStart({ opened }: Library, log: Log): void {
  const { version, node, electron, platform } = PROGRAM;
  log.write({
    event: 'start',
    program: logWord(version),
    node: logWord(node),
    electron: electron === null ? null : logWord(electron),
    platform,
    library: opened.newer ?? versionOf(LIBRARY_SCHEMA),
    readOnly: opened.newer !== null,
  });
  if (opened.recovery) log.write(recoveredEvent(opened.recovery));
}

/** Refuses a newer library whose tables are not those that this version can read; with nothing left open. */
function libraryOf(opened: OpenLibrary, desk: Desk): Result<Library> {
  const { database, redo, lock, folder, newer } = opened;
  try {
    return ok(new Library(opened, desk));
  } catch (error) {
    database.close();
    redo.close();
    lock.close();
    if (newer === null) throw error;
    return refuse('library.newer', { folder, version: newer, known: versionOf(LIBRARY_SCHEMA) });
  }
}

/** For a host with a window: a bug while the library is opened is refused like what the machine does wrong. */
export function refusingBugs(
  open: () => Result<OpenPlanner>,
  onBug: (error: unknown) => void,
): Result<OpenPlanner> {
  try {
    return open();
  } catch (error) {
    onBug(error);
    return refuse('internal');
  }
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
