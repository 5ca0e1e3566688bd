/** Branded names of things in a plan, so that a year is never taken for an index nor a row for a source. */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

export type PlanId = Branded<string, 'PlanId'>;
export type RowId = Branded<string, 'RowId'>;
export type SourceId = Branded<string, 'SourceId'>;
/** A budget year, four digits. */
export type Year = Branded<number, 'Year'>;

export const planId = (text: string): PlanId => text as PlanId;
export const rowId = (text: string): RowId => text as RowId;
export const sourceId = (text: string): SourceId => text as SourceId;
export const year = (value: number): Year => value as Year;
