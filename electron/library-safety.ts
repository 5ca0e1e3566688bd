import type { Planner } from '../shared/api/planner.ts';
import { ok } from '../shared/refusal.ts';
import type { Desk } from './desk.ts';
import type { Keeper } from './keeper.ts';
import { shelteredIn } from './sheltered.ts';
import type { Library } from './store/library.ts';
import { acknowledgeRecovery } from './store/recover.ts';

type SafetyMethod =
  | 'libraryState'
  | 'acknowledgeRecovery'
  | 'backups'
  | 'backUp'
  | 'copyLibrary'
  | 'previewRestore'
  | 'restoreBackup'
  | 'verifyLibrary';

/** The planner's methods that look after the library as a whole. `onReplaced` hears that all of its content is another. */
export function librarySafety(
  library: Library,
  keeper: Keeper,
  desk: Desk,
  onReplaced: () => void,
): Pick<Planner, SafetyMethod> {
  const safe = shelteredIn(library.folder);
  return {
    libraryState: safe(async () => ok(keeper.state())),

    acknowledgeRecovery: safe(async () => {
      acknowledgeRecovery(desk.disk, library.folder);
      library.opened.recovery = null;
      return ok({});
    }),

    backups: safe(async () => ok(keeper.list())),

    backUp: safe(async () => {
      const { backup, second } = await keeper.make('manual');
      const { name, at, reason, bytes } = backup;
      return ok({ backup: { name, at: at.toISOString(), reason, bytes }, second });
    }),

    copyLibrary: safe(async () => {
      const stamp = desk.now().toISOString().slice(0, 16).replaceAll(':', '-');
      return ok({ name: `Thu vien ${stamp}.plkp.db`, bytes: await keeper.copy() });
    }),

    previewRestore: safe(async ({ backup }) => keeper.preview(backup)),

    restoreBackup: safe(async ({ backup }) => {
      const done = await keeper.restore(backup);
      if (done.ok) onReplaced();
      return done;
    }),

    verifyLibrary: safe(async () => {
      const { plans, edits, problems } = keeper.verify();
      return ok({ ok: problems.length === 0, plans, edits, problems });
    }),
  };
}
