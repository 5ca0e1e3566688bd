import path from 'node:path';
import type { Recovery } from '../../shared/api/recovery.ts';
import type { Desk } from '../desk.ts';
import type { Keeper } from '../keeper.ts';
import { bugEvent, type LogEvent, logCode } from '../log/log-event.ts';
import { PROGRAM } from '../program.ts';
import type { Library } from '../store/library.ts';
import { LIBRARY_FILE } from '../store/library-files.ts';
import { LIBRARY_SCHEMA, versionOf } from '../store/schema.ts';

/**
 * How it stands with a library, for whoever helps: versions, codes, counts, sizes in bytes and times. No amount, no name,
 * no folder. What cannot be found out any more says why, and stands in the way of nothing else.
 */
export function libraryFacts(library: Library, keeper: Keeper, desk: Desk): object {
  return {
    at: desk.now().toISOString(),
    program: PROGRAM,
    library: foundOut(() => ({
      version: library.opened.newer ?? versionOf(LIBRARY_SCHEMA),
      readOnly: library.opened.newer !== null,
      bytes: desk.disk.size(path.join(library.folder, LIBRARY_FILE)),
    })),
    settings: foundOut(() => settingsFacts(library)),
    verify: foundOut(() => {
      const { plans, edits, problems } = keeper.verify();
      return { plans, edits, problems: countsOf(problems.map(logCode)) };
    }),
    backups: foundOut(() => keeper.list().map(({ at, reason, bytes }) => ({ at, reason, bytes }))),
    ...foundOut(() => {
      const { recovery, problem } = keeper.state();
      return { backupProblem: problem && logCode(problem), recovery: recovery && recoveryFacts(recovery) };
    }),
  };
}

/** Named one by one: a setting that is still to come may be a name. */
function settingsFacts(library: Library): object {
  const { locale, theme, density, zoom, markChanged, panel, panelWidth, author, backupFolder } =
    library.settings();
  const has = { author: author !== '', backupFolder: backupFolder !== '' };
  return { locale, theme, density, zoom, markChanged, panel, panelWidth, has };
}

function recoveryFacts({ at, problems, backups, plans, lost }: Recovery): object {
  const steps = plans.map((plan) => (plan.lost ? plan.lost.last - plan.lost.first + 1 : 0));
  return {
    at,
    problems: countsOf(problems.map(logCode)),
    backups: backups.length,
    plans: countsOf(plans.map(({ state }) => state)),
    lostSteps: steps.reduce((sum, one) => sum + one, 0),
    lostRecords: countsOf(lost.map(({ table }) => table)),
  };
}

function countsOf(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** In place of what cannot be found out any more, what stood in the way. */
function foundOut<Found extends object>(find: () => Found): Found | { readonly failed: LogEvent } {
  try {
    return find();
  } catch (error) {
    return { failed: bugEvent(error) };
  }
}
