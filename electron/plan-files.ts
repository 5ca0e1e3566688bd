import type { Output } from '../shared/api/contract.ts';
import { SHORTEST_PASSWORD } from '../shared/api/plan-files.ts';
import type { Planner } from '../shared/api/planner.ts';
import type { PlanId } from '../shared/plan/ids.ts';
import { ok, type Result, refuse } from '../shared/refusal.ts';
import type { Desk } from './desk.ts';
import { planFileName } from './file-name.ts';
import type { Inbox } from './inbox.ts';
import type { Keeper } from './keeper.ts';
import { needsPassword, readPortable, writePortable } from './portable/portable-plan.ts';
import { shelteredIn } from './sheltered.ts';
import type { Library } from './store/library.ts';
import type { Past } from './store/past.ts';
import { WHOLE_PLAN } from './store/stored-json.ts';

type PlanFileMethod = 'takeOpenedFiles' | 'exportPlanFile' | 'readPlanFile' | 'importPlanFile';

/** The planner's methods for plans as .plkp files. A file is never edited: opening it makes a plan of the library. */
export function planFiles(
  library: Library,
  keeper: Keeper,
  desk: Desk,
  inbox: Inbox,
): Pick<Planner, PlanFileMethod> {
  const safe = shelteredIn(library.folder);
  return {
    takeOpenedFiles: async () => ok(inbox.take()),

    exportPlanFile: safe(async ({ plan: id, history, password }) => {
      if (password !== undefined && [...password].length < SHORTEST_PASSWORD) {
        return refuse('portable.shortPassword', { least: SHORTEST_PASSWORD });
      }
      const known = library.read(id);
      if (!known) return refuse('api.unknownPlan', { plan: id });
      if (known.record.deleted_at !== null) return refuse('api.planDeleted', { title: known.record.title });
      const past = history ? library.past(id) : undefined;
      // Another window may have written between the two reads: the past is then the newer one.
      const plan = past ? (library.planAt(id, past.rows.length - 1) ?? known.plan) : known.plan;
      const portable = {
        by: desk.author,
        at: desk.now(),
        plan,
        wording: library.wording(id),
        past: past ?? null,
      };
      const bytes = await writePortable(portable, password ?? null);
      return bytes.ok ? ok({ name: planFileName(plan.header.title), bytes: bytes.value }) : bytes;
    }),

    readPlanFile: safe(async ({ name, bytes, password }): Promise<Result<Output<'readPlanFile'>>> => {
      const asks = needsPassword(name, bytes);
      if (!asks.ok) return asks;
      if (asks.value && password === undefined) return ok({ content: null });
      const read = await readPortable(name, bytes, password ?? null);
      if (!read.ok) return read;
      const { by, at, plan, total, past } = read.value;
      const content = {
        title: plan.header.title,
        programme: plan.programme.title,
        total,
        by,
        at,
        steps: past?.rows.length ?? null,
        revisions: past?.revisions.length ?? 0,
        isHere: library.find(plan.id) !== undefined,
      };
      return ok({ content });
    }),

    importPlanFile: safe(async ({ name, bytes, password }) => {
      const read = await readPortable(name, bytes, password ?? null);
      if (!read.ok) return read;
      await keeper.makeIfDue('import');
      const { plan: stated, total, wording, past } = read.value;
      const isHere = library.find(stated.id) !== undefined;
      const plan = isHere ? { ...stated, id: desk.newPlanId() } : stated;
      if (past) library.createWithPast(plan, total, isHere ? pastUnder(plan.id, past) : past, wording);
      else library.create(plan, total, { code: 'change.importPlan', params: { file: name } }, wording);
      return ok({ plan: plan.id, title: plan.header.title });
    }),
  };
}

/** The same past of a plan by another id; its rows are sealed anew when they are kept. */
function pastUnder(id: PlanId, past: Past): Past {
  return { ...past, snapshot: WHOLE_PLAN.write({ ...WHOLE_PLAN.read(past.snapshot), id }) };
}
