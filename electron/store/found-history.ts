import { type HistoryAsk, type HistoryEntry, SUBJECT_EDITS } from '../../shared/api/history.ts';
import { wordHistory } from '../../shared/messages/history-line.ts';
import { touchedRows } from '../../shared/plan/edit/touched-rows.ts';
import type { RowId } from '../../shared/plan/ids.ts';
import { foldText } from '../../shared/text/fold.ts';
import type { HistoryFound, HistoryRecords } from './history-records.ts';
import { EDITS, LABEL, NO_EDITS } from './stored-json.ts';

/**
 * The rows of a history that somebody asked for, oldest first. The database leaves out by the texts of the edits what
 * cannot be wanted, so that few are read; in JSON no name that an officer wrote looks like a kind of edit, for its
 * quotation marks are escaped there. What is wanted is then decided by the edits themselves and by the words.
 */
export function foundHistory(history: HistoryRecords, ask: HistoryAsk): HistoryEntry[] {
  const { plan, search = '', row, by = null, subject, before, limit } = ask;
  const kinds = subject ? SUBJECT_EDITS[subject] : [];
  const wanted = history.wanted({
    plan,
    before: before ?? Number.MAX_SAFE_INTEGER,
    row: row === undefined ? null : JSON.stringify(row),
    by,
    marks: kinds.length === 0 ? null : JSON.stringify(kinds.map((kind) => `"kind":"${kind}"`)),
    steps: subject === 'steps' ? 1 : 0,
  });
  const sought = foldText(search).trim();
  const entries: HistoryEntry[] = [];
  for (const found of wanted) {
    if (row !== undefined && !touches(found, row)) continue;
    const entry = entryOf(found);
    if (sought !== '' && !says(entry, sought)) continue;
    entries.push(entry);
    if (entries.length === limit) break;
  }
  return entries.reverse();
}

function entryOf({ sequence, at, by, kind, label, undoes, undone }: HistoryFound): HistoryEntry {
  return { sequence, at, by, kind, label: LABEL.read(label), undoes, undone: undone === 1 };
}

function touches({ edits, inverse }: HistoryFound, row: RowId): boolean {
  return [edits, inverse].some((text) => text !== NO_EDITS && touchedRows(EDITS.read(text)).has(row));
}

/** In either language: the host does not know in which one its caller reads. */
function says(entry: HistoryEntry, sought: string): boolean {
  const texts = [entry.by, wordHistory(entry, 'vi'), wordHistory(entry, 'en')];
  return texts.some((text) => foldText(text).includes(sought));
}
