import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { plannerOver } from '../../../../shared/api/planner.ts';
import { must } from '../../../shared/plan/sample-plan.ts';

/**
 * Runs the bundled shell (dist/electron) in a plain Node with the stand-in for Electron, as a program of its own:
 * `node run-bundle.ts DIST LIBRARY`. Prints what a page could do over it.
 */
const [dist = '', library = ''] = process.argv.slice(2);
const standIn = new URL('./electron-stand-in.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

const { app, BrowserWindow, dialog, exposed } = await import('./electron-stand-in.ts');
app.switches.set('library', library);
await import(path.join(dist, 'main.js'));
createRequire(import.meta.url)(path.join(dist, 'preload.cjs'));
await new Promise((resolve) => setTimeout(resolve, 50));

interface Bridge {
  call(method: string, payload: unknown): Promise<unknown>;
}
const planner = plannerOver((method, payload) =>
  (exposed.get('plannerHost') as Bridge).call(method, payload),
);
const { plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
const { name, bytes } = must(await planner.exportWorkbook({ plan: plan.id, form: 'F1' }));
const { plan: imported, issues } = must(await planner.importWorkbook({ name, bytes }));
const opened = must(await planner.openPlan({ plan: imported }));
const plans = must(await planner.listPlans({}));
app.quit();
console.log(
  JSON.stringify({
    windows: BrowserWindow.all.length,
    said: dialog.shown,
    rows: opened.plan.rows.length,
    issues: issues.length,
    totals: plans.map((one) => `${one.total}`),
  }),
);
