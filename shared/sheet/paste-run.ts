import type { Line } from '../forms/layout.ts';
import { type QuickAmount, quickAmount } from '../intake/block/quick-amount.ts';
import { type Dong, dong, isInRange, ZERO } from '../money/dong.ts';
import type { Numbers } from '../money/numbers.ts';
import { amountAt } from '../plan/edit/amounts.ts';
import type { RowId, SourceId, Year } from '../plan/ids.ts';
import { type LeafKey, leafKey } from '../plan/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type PastedCell, type PastedRows, pastedText } from './block-cells.ts';
import type { CellPlace } from './cell-place.ts';
import { EditList } from './edit-list.ts';
import { type Judging, judge, type TargetColumn } from './judge.ts';
import type { Landing } from './landing.ts';
import { heldAmount, type LeafColumn } from './leaf-column.ts';
import type { NewRow } from './new-rows.ts';
import type { PasteOptions, PasteProblem, UnfundedYears } from './paste-plan.ts';
import type { Sheet } from './sheet.ts';

/** More problems than these are counted, not listed. */
const LISTED = 100;

/** A total of the block and where it stands. */
export interface LeftOut {
  readonly place: CellPlace;
  readonly stated: Dong;
}

/** One pass over all cells that a block lands on: what each writes, and what stands against it. */
export class PasteRun {
  readonly list = new EditList();
  readonly problems: PasteProblem[] = [];
  problemCount = 0;
  count = 0;
  /** Values that landed on totals or where the form has no meaning. */
  totalCount = 0;
  readonly leftOut: LeftOut[] = [];
  readonly newRows: NewRow[] = [];
  /** The largest pasted amount, in đồng; near enough for a question. */
  largest = 0;
  currency = false;
  /** The first cell that the two conventions read differently, while none is chosen. */
  undecided: string | null = null;
  /** Every leaf that the paste writes, changed or not, by row: kept only for a cut, which clears the others. */
  readonly targets = new Map<RowId, Set<LeafKey | 'note'>>();
  readonly #sheet: Sheet;
  readonly #options: PasteOptions;
  readonly #judging: Judging;
  readonly #moves: boolean;
  readonly #unfunded = new Map<SourceId, { name: string; years: Set<Year> }>();

  constructor(sheet: Sheet, options: PasteOptions, judging: Judging, moves: boolean) {
    this.#sheet = sheet;
    this.#options = options;
    this.#judging = judging;
    this.#moves = moves;
  }

  /** `bare` is how numbers that stand alone in their cells are read; null while that is open. */
  run(
    rows: PastedRows,
    width: number,
    landing: Landing,
    columns: readonly TargetColumn[],
    bare: Numbers | null,
  ): void {
    const quick = bare === null ? null : quickAmount(this.#judging.unit, bare);
    landing.lines.forEach((line, at) => {
      if (line === null) return;
      const row = at % rows.length;
      this.#runRow(rows[row] ?? [], row, width, line, columns, quick);
    });
  }

  #runRow(
    cells: readonly PastedCell[],
    row: number,
    width: number,
    line: Line | 'new',
    columns: readonly TargetColumn[],
    quick: QuickAmount | null,
  ): void {
    const added = line === 'new' ? this.#newRow() : null;
    const id = line === 'new' ? (added?.id ?? null) : line.id;
    const at = line === 'new' ? null : line.at;
    const takesAmounts = line === 'new' || line.leaf;
    const texts = { name: this.#options.newRowName, ordinal: '', note: '' };
    for (let place = 0; place < columns.length; place += 1) {
      const target = columns[place];
      const cell = cells[place % width];
      if (target === undefined || cell === undefined) continue;
      if (takesAmounts && quick !== null && target.leaf !== null && typeof cell === 'string') {
        const amount = quick(cell);
        if (!Number.isNaN(amount)) {
          this.#write(id, at, target.leaf, dong(BigInt(amount)), amount);
          continue;
        }
      }
      const outcome = judge(cell, line, target, this.#judging);
      switch (outcome.kind) {
        case 'amount': {
          if (target.leaf === null) break;
          this.currency ||= outcome.currency;
          if (!this.#write(id, at, target.leaf, outcome.amount, Number(outcome.amount))) {
            this.#problem(row, place % width, cell, line, target, outOfRange(cell, this.#judging));
          }
          break;
        }
        case 'text':
          this.count += 1;
          if (line === 'new') texts[outcome.field] = outcome.text;
          else this.#setText(line, outcome.field, outcome.text);
          break;
        case 'locked':
          this.totalCount += 1;
          if (!this.#options.skipTotals) {
            this.#problem(row, place % width, cell, line, target, { code: outcome.code, params: {} });
          } else if (outcome.stated !== null && line !== 'new') {
            this.leftOut.push({ place: { line, column: target.column }, stated: outcome.stated });
          }
          break;
        case 'refused':
          this.#problem(row, place % width, cell, line, target, outcome.refusal);
          break;
        case 'undecided':
          this.count += 1;
          this.undecided ??= pastedText(cell, this.#judging.planUnit);
          break;
        case 'kept':
          break;
        default:
          outcome satisfies never;
      }
    }
    if (added) this.newRows.push({ ...added, ...texts });
  }

  /** Years with money that their source does not fund, as the sources stand. */
  get unfunded(): UnfundedYears[] {
    return this.#sheet.plan.sources.flatMap(({ id }) => {
      const found = this.#unfunded.get(id);
      if (!found) return [];
      const years = [...found.years].sort((one, other) => one - other);
      return [{ source: id, sourceName: found.name, years }];
    });
  }

  #newRow(): { readonly id: RowId } | null {
    return this.#options.addRows ? { id: this.#options.newRowId() } : null;
  }

  /** False where the amount would leave the range. `id` is null while a new row waits for the officer's word. */
  #write(id: RowId | null, at: number | null, column: LeafColumn, amount: Dong, size: number): boolean {
    this.count += 1;
    this.largest = Math.max(this.largest, Math.abs(size));
    if (this.#options.operation !== 'set') return this.#combine(id, at, column, amount);
    if (this.#moves && id !== null) this.#noteTarget(id, column);
    if (at !== null && heldAmount(this.#sheet.totals, at, column) === amount) return true;
    if (id !== null) this.list.setAmount(id, column, amount);
    if (amount !== 0n) this.#noteUnfunded(column);
    return true;
  }

  /** Adds to what every year of the cell holds, so that years which differ go on to differ. */
  #combine(id: RowId | null, at: number | null, column: LeafColumn, amount: Dong): boolean {
    const { source, capital, years } = column;
    const change = this.#options.operation === 'add' ? amount : -amount;
    if (this.#moves && id !== null) this.#noteTarget(id, column);
    for (const year of years) {
      const held =
        id === null || at === null ? ZERO : amountAt(this.#sheet.plan, { row: id, year, source, capital });
      const after = dong(held + change);
      if (!isInRange(after)) return false;
      if (after === held) continue;
      if (id !== null) this.list.amounts.push({ row: id, year, source, capital, amount: after });
      if (after !== 0n) this.#noteUnfunded(column);
    }
    return true;
  }

  #setText(line: Line, field: 'name' | 'ordinal' | 'note', text: string): void {
    if (line.id === null) return;
    if (this.#moves && field === 'note') this.#targetsOf(line.id).add('note');
    if (line[field] !== text) this.list.setText(line.id, field, text);
  }

  #noteTarget(id: RowId, { years, source, capital }: LeafColumn): void {
    const own = this.#targetsOf(id);
    for (const year of years) own.add(leafKey(year, source, capital));
  }

  #targetsOf(id: RowId): Set<LeafKey | 'note'> {
    const known = this.targets.get(id) ?? new Set();
    this.targets.set(id, known);
    return known;
  }

  #noteUnfunded({ unfunded, source, sourceName }: LeafColumn): void {
    if (unfunded.length === 0) return;
    const known = this.#unfunded.get(source) ?? { name: sourceName, years: new Set() };
    for (const year of unfunded) known.years.add(year);
    this.#unfunded.set(source, known);
  }

  #problem(
    row: number,
    column: number,
    cell: PastedCell,
    line: Line | 'new',
    target: TargetColumn,
    refusal: Refusal,
  ): void {
    this.problemCount += 1;
    if (this.problems.length >= LISTED) return;
    const place = line === 'new' ? null : { line, column: target.column };
    this.problems.push({ row, column, text: pastedText(cell, this.#judging.planUnit), place, refusal });
  }
}

function outOfRange(cell: PastedCell, { planUnit }: Judging): Refusal {
  return refuse('amount.outOfRange', { text: pastedText(cell, planUnit) }).refusal;
}
