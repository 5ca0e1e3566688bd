import type { Dong } from '../../money/dong.ts';
import type { Refusal, Result } from '../../refusal.ts';
import type { RowId, SourceId, Year } from '../ids.ts';
import type { Capital, Header, Leaf, Period, Plan, PlanProgramme, Row, Source } from '../plan.ts';
import type { ControlPlace, ControlSet } from '../review.ts';

/**
 * The one closed vocabulary of change. Everything that changes a plan, in memory, on disk and over a border,
 * is a list of these; every one has an exact inverse in the same vocabulary.
 */
export type PlanEdit =
  | SetAmounts
  | InsertRows
  | RemoveRows
  | MoveRow
  | UpdateRow
  | AddSource
  | RemoveSource
  | UpdateSource
  | SetHeader
  | SetPeriod
  | SetProgramme
  | SetCounterpart
  | SetAcceptance
  | AddControlSet
  | RemoveControlSet
  | UpdateControlSet;

export interface LeafAmount extends Leaf {
  readonly amount: Dong;
}

export interface SetAmounts {
  readonly kind: 'setAmounts';
  readonly amounts: readonly LeafAmount[];
  /**
   * `refuse`: a non-zero amount in a year that its source does not fund is refused (what an officer types).
   * `keep`: it is kept and shown as a finding (what an inverse or a file brings back).
   */
  readonly unfunded: 'refuse' | 'keep';
}

/** A new row with the amounts that it brings along. */
export interface RowSeed {
  readonly row: Row;
  readonly amounts: readonly SeedAmount[];
}

export type SeedAmount = Omit<LeafAmount, 'row'>;

export interface InsertRows {
  readonly kind: 'insertRows';
  readonly parent: RowId | null;
  /** Place among the parent's children, 0 first. */
  readonly index: number;
  /** One subtree in printed order: the first is its root. */
  readonly rows: readonly RowSeed[];
  /** The new leaf that takes over the amounts of a parent that was a leaf until now; null where it had none. */
  readonly takesParentAmounts: RowId | null;
}

/** Removes a row with its subtree. */
export interface RemoveRows {
  readonly kind: 'removeRows';
  readonly row: RowId;
  /** A leaf of the subtree whose amounts go back to the parent, which becomes a leaf; null drops them with it. */
  readonly givesParentAmounts: RowId | null;
}

export interface MoveRow {
  readonly kind: 'moveRow';
  readonly row: RowId;
  readonly parent: RowId | null;
  /** Place among the new parent's children, counted without the moved row. */
  readonly index: number;
}

export interface UpdateRow {
  readonly kind: 'updateRow';
  readonly row: RowId;
  readonly patch: Partial<Omit<Row, 'id' | 'parent'>>;
}

export interface AddSource {
  readonly kind: 'addSource';
  readonly source: Source;
  /** Place among the parent's sub-sources. */
  readonly index: number;
  readonly amounts: readonly SourceAmount[];
  /** Whether the first sub-source takes over the amounts of its parent. */
  readonly takesParentAmounts: boolean;
}

export type SourceAmount = Omit<LeafAmount, 'source'>;

export interface RemoveSource {
  readonly kind: 'removeSource';
  readonly source: SourceId;
  readonly givesParentAmounts: boolean;
}

export interface UpdateSource {
  readonly kind: 'updateSource';
  readonly source: SourceId;
  readonly patch: Partial<Pick<Source, 'name' | 'short' | 'years' | 'capitals' | 'origin'>>;
}

export interface SetHeader {
  readonly kind: 'setHeader';
  readonly patch: Partial<Header>;
}

export interface SetPeriod {
  readonly kind: 'setPeriod';
  readonly period: Period;
}

export interface SetProgramme {
  readonly kind: 'setProgramme';
  readonly patch: Partial<PlanProgramme>;
}

/** The counterpart percentages of some years; null takes a year's away. */
export interface SetCounterpart {
  readonly kind: 'setCounterpart';
  readonly shares: readonly { readonly year: Year; readonly hundredths: number | null }[];
}

/** Accepts a finding with a reason, or withdraws that. */
export interface SetAcceptance {
  readonly kind: 'setAcceptance';
  readonly finding: string;
  readonly acceptance: { readonly says: string; readonly reason: string } | null;
}

export interface AddControlSet {
  readonly kind: 'addControlSet';
  readonly set: ControlSet;
  readonly index: number;
}

export interface RemoveControlSet {
  readonly kind: 'removeControlSet';
  readonly set: string;
}

export interface UpdateControlSet {
  readonly kind: 'updateControlSet';
  readonly set: string;
  /** Null keeps its name. */
  readonly name: string | null;
  /** A null amount takes the statement away. */
  readonly amounts: readonly (ControlPlace & { readonly amount: Dong | null })[];
}

export type PlanRefusalCode =
  | 'plan.unknownRow'
  | 'plan.parentHoldsNoAmount'
  | 'plan.unknownSource'
  | 'plan.sourceIsOpened'
  | 'plan.yearOutsidePeriod'
  | 'plan.yearNotFunded'
  | 'plan.capitalNotHeld'
  | 'plan.amountOutOfRange'
  | 'plan.totalOutOfRange'
  | 'plan.leafHasAmounts'
  | 'plan.duplicateCode'
  | 'plan.duplicateRow'
  | 'plan.duplicateSource'
  | 'plan.badPlace'
  | 'plan.badSubtree'
  | 'plan.moveIntoItself'
  | 'plan.badPeriod'
  | 'plan.periodHoldsAmounts'
  | 'plan.sourceFundsOutsidePeriod'
  | 'plan.groupIsFixed'
  | 'plan.sourceHasSubSources'
  | 'plan.capitalHoldsMoney'
  | 'plan.sourceHasAmounts'
  | 'plan.badYears'
  | 'plan.duplicateControlSet'
  | 'plan.unknownControlSet'
  | 'plan.emptyChange';

export interface Applied {
  readonly plan: Plan;
  readonly inverse: PlanEdit;
}

export type EditResult = Result<Applied, PlanRefusalCode>;

/** The three named steps of one kind of edit. `apply` and `inverse` are asked only where `refusal` is null. */
export interface EditSteps<Edit extends PlanEdit> {
  refusal(plan: Plan, edit: Edit): Refusal<PlanRefusalCode> | null;
  apply(plan: Plan, edit: Edit): Plan;
  /** From the plan as it was before. */
  inverse(plan: Plan, edit: Edit): PlanEdit;
}

/** What one gesture did, as a code and its parameters: worded by `shared/messages`, never stored as text. */
export interface ChangeLabel {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One gesture: one transaction, one history row, one undo. */
export interface Change {
  readonly label: ChangeLabel;
  readonly edits: readonly PlanEdit[];
}

export type AmountPlace = { readonly capital: Capital } & Pick<Leaf, 'year' | 'source'>;
