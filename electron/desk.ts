import type { PlanId } from '../shared/plan/ids.ts';
import type { Disk } from './disk.ts';
import type { Printer } from './printer.ts';

/** What the machine has and the pure code does not: who works here, what time it is, a name never used before. */
export interface Desk {
  readonly disk: Disk;
  /** The name that the system knows, for as long as the office set none. */
  readonly author: string;
  readonly now: () => Date;
  readonly newPlanId: () => PlanId;
}

/** And a printer, which only a host has. */
export interface PrinterDesk extends Desk {
  readonly printer: Printer;
}
