import type { Totals } from '../engine/totals.ts';
import type { FormLayout } from '../forms/layout.ts';
import type { RowId } from '../plan/ids.ts';
import { outlineOf } from '../plan/outline.ts';
import type { Level, Plan, Row, RowAmounts, Source } from '../plan/plan.ts';
import { type AmountFacts, type AmountRule, leafMoney } from './amount-rule.ts';
import { CHECK_IDS, CHECKS, type CheckId, type Finding, type FindingCode, SEVERITIES } from './finding.ts';
import { type PrintedAs, printedStep } from './printed-step.ts';
import { Roundings } from './roundings.ts';
import { codes } from './rules/codes.ts';
import { counterpart } from './rules/counterpart.ts';
import { finer } from './rules/finer.ts';
import { header } from './rules/header.ts';
import { investment } from './rules/investment.ts';
import { names } from './rules/names.ts';
import { negative } from './rules/negative.ts';
import { noMoney } from './rules/no-money.ts';
import { ordinals } from './rules/ordinals.ts';
import { shareJump } from './rules/share-jump.ts';
import { unfunded } from './rules/unfunded.ts';
import { yearsDiffer } from './rules/years-differ.ts';

/** A plan with what is known of it, on the form that is about to be printed. */
export interface PlanOnForm {
  readonly plan: Plan;
  readonly totals: Totals;
  /** Total rows last, as the sheet has it. */
  readonly layout: FormLayout;
  readonly printed: PrintedAs;
}

/** As the plan is, in its own unit, with as many decimals as its amounts need. */
export const AS_OFFICIAL: PrintedAs = { unit: null, decimals: null };

const AMOUNT_RULES: readonly AmountRule[] = [unfunded, negative, investment, yearsDiffer, finer];

interface Looked extends AmountFacts {
  readonly row: Row;
  readonly own: RowAmounts;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
}

/**
 * All checks of one plan, as often as it is asked: what an edit did not touch is not looked at again. Plans share what
 * an edit leaves alone, so the same object means the same findings.
 */
export class PlanChecks {
  readonly #amounts = new Map<RowId, Looked>();
  readonly #roundings = new Roundings();
  #rows: {
    readonly rows: readonly Row[];
    readonly levels: readonly Level[];
    readonly found: Finding[];
  } | null = null;

  /** By no order; `inOrder` puts them as they are read. */
  find({ plan, totals, layout, printed }: PlanOnForm): Finding[] {
    const step = printedStep(printed.unit ?? plan.header.unit, printed.decimals);
    const facts = { printedStep: step, equalYears: layout.form.needsEqualYears };
    return [
      ...header(plan.header),
      ...this.#ofRows(plan.rows, plan.programme.levels),
      ...plan.rows.flatMap((row) => this.#ofAmounts(row, plan, facts)),
      ...noMoney(plan),
      ...counterpart(plan, totals),
      ...shareJump(plan, totals),
      ...this.#roundings.find(plan, totals, layout, step),
    ];
  }

  #ofRows(rows: readonly Row[], levels: readonly Level[]): Finding[] {
    if (this.#rows?.rows !== rows || this.#rows.levels !== levels) {
      // What is known of rows that are gone is let go of now and then.
      if (this.#amounts.size > 2 * rows.length) this.#amounts.clear();
      this.#rows = { rows, levels, found: [...names(rows), ...codes(rows), ...ordinals(rows, levels)] };
    }
    return this.#rows.found;
  }

  #ofAmounts(row: Row, { amounts, sources }: Plan, facts: AmountFacts): readonly Finding[] {
    const own = amounts.get(row.id);
    if (!own) return NONE;
    const before = this.#amounts.get(row.id);
    if (
      before?.own === own &&
      before.row === row &&
      before.sources === sources &&
      before.printedStep === facts.printedStep &&
      before.equalYears === facts.equalYears
    ) {
      return before.findings;
    }
    const money = leafMoney(row, own, sources);
    const findings = AMOUNT_RULES.flatMap((rule) => rule(money, facts));
    this.#amounts.set(row.id, { row, own, sources, ...facts, findings });
    return findings;
  }
}

const NONE: readonly Finding[] = [];

const CHECK_OF = new Map<FindingCode, CheckId>(
  CHECK_IDS.flatMap((id) => CHECKS[id].map((code): [FindingCode, CheckId] => [code, id])),
);

/** Which rule found it. */
export function checkOf({ code }: Pick<Finding, 'code'>): CheckId {
  const id = CHECK_OF.get(code);
  if (!id) throw new Error(`no check finds ${code}`);
  return id;
}

/** As they are read: the gravest first, then by place from the top (the programme before its rows), then by rule. */
export function inOrder(findings: readonly Finding[], plan: Plan): Finding[] {
  const { index } = outlineOf(plan.rows);
  const keyed = findings.map((one) => ({
    one,
    severity: SEVERITIES.indexOf(one.severity),
    place: one.row === null ? -1 : (index.get(one.row) ?? plan.rows.length),
    rule: CHECK_IDS.indexOf(checkOf(one)),
  }));
  keyed.sort((a, b) => a.severity - b.severity || a.place - b.place || a.rule - b.rule);
  return keyed.map(({ one }) => one);
}

/** The rules that have something to look at in this plan on this form: only those can be said to hold. */
export function askedChecks({ plan, layout, printed }: PlanOnForm): CheckId[] {
  const coarse = printedStep(printed.unit ?? plan.header.unit, printed.decimals) > 1n;
  const { counterpart: shares, controls } = plan.review;
  const asked: Partial<Record<CheckId, boolean>> = {
    control: controls.length > 0,
    stated: controls.length > 0,
    counterpart: shares.length > 0,
    yearsDiffer: layout.form.needsEqualYears,
    finer: coarse,
    rounding: coarse,
    share: plan.period.last > plan.period.first,
  };
  return CHECK_IDS.filter((id) => asked[id] !== false);
}
