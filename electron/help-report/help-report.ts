import type { Planner } from '../../shared/api/planner.ts';
import { wordHelpReport } from '../../shared/messages/help-report.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { ok } from '../../shared/refusal.ts';
import type { Desk } from '../desk.ts';
import type { Keeper } from '../keeper.ts';
import type { Log } from '../log/log.ts';
import { shelteredIn } from '../sheltered.ts';
import type { Library } from '../store/library.ts';
import type { ArchiveFile } from '../workbook/zip/read-archive.ts';
import { writeArchive } from '../workbook/zip/write-archive.ts';
import { libraryFacts } from './library-facts.ts';

/**
 * The planner's method that packs what whoever helps the officer needs to know into one .zip: the log and the facts of the
 * library, without amounts or names; a plan with all of it only where the officer names one.
 */
export function helpReport(
  library: Library,
  keeper: Keeper,
  desk: Desk,
  log: Log,
  { exportPlanFile }: Pick<Planner, 'exportPlanFile'>,
): Pick<Planner, 'exportHelpReport'> {
  const safe = shelteredIn(library.folder);

  /** With its history, which tells how it came to what is wrong; without it where that is too much for a file. */
  async function planFile(plan: PlanId): ReturnType<typeof exportPlanFile> {
    const whole = await exportPlanFile({ plan, history: true });
    return whole.ok ? whole : exportPlanFile({ plan, history: false });
  }

  return {
    exportHelpReport: safe(async ({ plan }) => {
      const added = plan === null ? null : await planFile(plan);
      if (added && !added.ok) return added;
      const { parts, without } = wordHelpReport(added !== null);
      const facts = JSON.stringify(libraryFacts(library, keeper, desk), null, 2);
      const bytes = writeArchive([
        textFile('DOC-TRUOC.txt', [...parts.map((part) => `- ${part}`), '', without].join('\r\n')),
        textFile('thu-vien.json', facts),
        ...log.files().map((file) => ({ path: `logs/${file.name}`, bytes: file.bytes })),
        ...(added ? [{ path: 'phu-luc.plkp', bytes: added.value.bytes }] : []),
      ]);
      const stamp = desk.now().toISOString().slice(0, 16).replaceAll(':', '-');
      return ok({ name: `Bao cao ho tro ${stamp}.zip`, bytes });
    }),
  };
}

function textFile(path: string, text: string): ArchiveFile {
  return { path, bytes: new TextEncoder().encode(`${text}\n`) };
}
