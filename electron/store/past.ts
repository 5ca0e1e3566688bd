import type { SealedHistoryRecord } from './history-records.ts';
import type { ReopeningRecord, RevisionRecord } from './revision-records.ts';

/** Everything that ever happened to one plan, as a library holds it. */
export interface Past {
  /** The plan as it began: JSON text. */
  readonly snapshot: string;
  /** Every row of the history, oldest first, without a gap. */
  readonly rows: readonly SealedHistoryRecord[];
  readonly revisions: readonly RevisionRecord[];
  readonly reopenings: readonly ReopeningRecord[];
}
