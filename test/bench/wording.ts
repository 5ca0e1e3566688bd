import mammoth from 'mammoth';
import { readWording } from '../../electron/documents/read-wording.ts';
import { readText } from '../../shared/prose/read-text.ts';
import { holdAgainst } from '../../shared/reconcile/wording/hold.ts';
import { must, totalsOf, vinhLongPlan } from '../shared/plan/sample-plan.ts';
import { decisionFile } from './decision.ts';
import { type Measured, median } from './report.ts';

const PAGES = 200;
const ROUNDS = 7;
/** How many times its bare text a decision may cost (the issue of reconciliation). */
const LIMIT = 20;

/** Reading and reconciling a decision against extracting its bare text by mammoth, in turn. */
export async function measureWording(): Promise<Measured[]> {
  const file = decisionFile(PAGES);
  const plan = vinhLongPlan();
  const totals = totalsOf(plan);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await timed(async () => void (await mammoth.extractRawText({ buffer: Buffer.from(file) }))));
    ours.push(
      await timed(async () => {
        const { text } = must(await readWording('quyết định.docx', file));
        holdAgainst(plan, totals, readText(text));
      }),
    );
  }
  const [own, bare] = [median(ours), median(theirs)];
  return [
    {
      what: `read and reconcile a decision of ${PAGES} pages / extract its bare text (ms)`,
      ours: own.toFixed(0),
      yardstick: bare.toFixed(0),
      ratio: own / bare,
      limit: LIMIT,
    },
  ];
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
