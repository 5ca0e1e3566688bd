import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excelWorkbooks } from '../../../electron/workbook/excel.ts';
import type { Draft, Finding, Issue } from '../../../shared/intake/draft.ts';
import { rowId } from '../../../shared/plan/ids.ts';
import { ordinalsOf } from '../../../shared/plan/ordinals.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { isLeafSource } from '../../../shared/plan/sources.ts';
import type {
  Outcome,
  TrueFinding,
  TrueIssue,
  TruePlan,
  TrueRow,
  Truth,
} from '../../golden/workbooks/make/truth.ts';
import { vinhLongPlan } from '../../shared/plan/sample-plan.ts';

const ZOO = join(import.meta.dirname, '../../golden/workbooks');
const files = readdirSync(ZOO).sort();
const names = files.filter((file) => file.endsWith('.xlsx')).map((file) => file.slice(0, -'.xlsx'.length));
const reference = vinhLongPlan();

/** A truth is a file of the project, written by the script that makes the zoo. */
function truthOf(name: string): Truth {
  return JSON.parse(readFileSync(join(ZOO, `${name}.json`), 'utf8'));
}

describe('the zoo of workbooks', () => {
  it('has at least forty, each with its truth and a line that says what it is', () => {
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(files.filter((file) => file.endsWith('.json'))).toEqual(names.map((name) => `${name}.json`));
    const readme = readFileSync(join(ZOO, 'README.md'), 'utf8');
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(names)('%s', async (name) => {
    const { source, ...truth } = truthOf(name);
    expect(source).not.toBe('');
    const bytes = readFileSync(join(ZOO, `${name}.xlsx`));
    expect(await outcomeOf(name, bytes, truth)).toEqual(truth);
  });
});

/** What reading gives, in the words of a truth; what the truth does not say is left out where it may be. */
async function outcomeOf(name: string, bytes: Uint8Array, truth: Outcome): Promise<Outcome> {
  const answers = truth.answers ? { answers: truth.answers } : {};
  const read = await excelWorkbooks.read({ name: `${name}.xlsx`, bytes, answers: truth.answers ?? {} });
  if (!read.ok)
    return { ...answers, refused: { code: read.refusal.code, params: { ...read.refusal.params } } };
  const { questions, draft, columns } = read.value;
  const taken = truth.columns ? { columns: Object.fromEntries(columns.map(({ ref, id }) => [ref, id])) } : {};
  if (!draft) {
    const asked = questions.map(({ id, options }) => ({ id, options }));
    const answered = truth.answered ? { answered: await outcomeOf(name, bytes, truth.answered) } : {};
    return { ...answers, ...taken, questions: asked, ...answered };
  }
  expect(questions).toEqual([]);
  const unsure = draft.rows.flatMap(({ code, matched }) => (matched > 0 && matched < 1 ? [code] : []));
  return {
    ...answers,
    ...taken,
    ...planOf(draft, truth),
    ...(unsure.length > 0 ? { unsure } : {}),
    ...(draft.issues.length > 0 ? { issues: draft.issues.map(issueOf) } : {}),
  };
}

function planOf({ plan }: Draft, truth: Outcome): Pick<Outcome, 'plan' | 'names' | 'except'> {
  if (truth.plan !== 'reference') return { plan: small(plan, truth.plan) };
  const typed = plan.rows.map((row) => row.name);
  const own = typed.every((name, at) => name === reference.rows[at]?.name);
  expect(compared(plan)).toEqual(compared(withExceptions(reference, truth.except)));
  return {
    plan: 'reference',
    ...(own ? {} : { names: typed }),
    ...(truth.except ? { except: truth.except } : {}),
  };
}

function withExceptions({ amounts: leaves, ...plan }: Plan, except: Outcome['except'] = {}): Comparable {
  const amounts = new Map([...leaves].map(([id, own]) => [id, new Map<string, bigint>(own)]));
  for (const [id, changed] of Object.entries(except)) {
    for (const [leaf, amount] of Object.entries(changed)) amounts.get(rowId(id))?.set(leaf, BigInt(amount));
  }
  return { ...plan, amounts };
}

interface Comparable extends Pick<Plan, 'period' | 'sources' | 'rows'> {
  readonly amounts: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
}

/** What has to be the same in whatever style an appendix is typed. */
function compared({ period, sources, rows, amounts }: Comparable): unknown {
  return { period, sources, rows: rows.map(({ code, parent }) => ({ code, parent })), amounts };
}

function small(plan: Plan, truth: TruePlan | undefined): TruePlan {
  const ordinals = ordinalsOf(plan.rows, plan.programme.levels);
  const funded = plan.sources
    .filter(({ id }) => isLeafSource(plan.sources, id))
    .map(({ id, years }) => [id, [...years]] as const);
  const rows = plan.rows.map(({ id, parent, code, name, note }, at): TrueRow => {
    const amounts = plan.amounts.get(id);
    const row: TrueRow = {
      code,
      ordinal: ordinals[at] ?? '',
      name,
      parent: parent === null ? null : plan.rows.findIndex((above) => above.id === parent),
      note,
      ...(amounts
        ? { amounts: Object.fromEntries([...amounts].map(([key, amount]) => [key, `${amount}`])) }
        : {}),
    };
    const { code: ofCode, ordinal: ofOrdinal, note: ofNote, ...rest } = row;
    const said = truth?.rows[at];
    return {
      ...rest,
      ...(said?.code === undefined ? {} : { code: ofCode }),
      ...(said?.ordinal === undefined ? {} : { ordinal: ofOrdinal }),
      ...(said?.note === undefined ? {} : { note: ofNote }),
    };
  });
  return {
    period: [plan.period.first, plan.period.last],
    unit: plan.header.unit,
    funded: Object.fromEntries(funded),
    rows,
  };
}

function issueOf({ breaks, ...finding }: Issue): TrueIssue {
  return { ...findingOf(finding), ...(breaks ? { breaks: breaks.map(findingOf) } : {}) };
}

function findingOf({ code, severity, cell, difference }: Finding): TrueFinding {
  return { code, severity, cell, difference: difference === null ? null : `${difference}` };
}
