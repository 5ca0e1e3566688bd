import type { RawSheet, RawWorkbook } from '../../../shared/intake/raw-workbook.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';
import { type Archive, DamagedArchive, openArchive } from '../zip/read-archive.ts';
import { readCellLooks } from './cell-looks.ts';
import { kindOfArchive, kindOfBytes } from './file-kind.ts';
import { SheetReader } from './read-sheet.ts';
import { readSharedTexts } from './shared-texts.ts';
import { Unreadable } from './unreadable.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { readXml } from './xml.ts';

/** Bytes of a file that is worth unpacking at all. */
const LARGEST_FILE = 100_000_000;

/**
 * The cells of an .xlsx file as plain data; refused with what the file is where it is none. `onDone` hears how much of
 * the sheets was read, from 0 to 1.
 */
export async function readRawWorkbook(
  name: string,
  bytes: Uint8Array,
  onDone: (done: number) => void = () => undefined,
): Promise<Result<RawWorkbook>> {
  const other = kindOfBytes(bytes);
  if (other) return refuse(other, { file: name });
  if (bytes.length > LARGEST_FILE) return refuse('workbook.tooLarge', { file: name });
  const archive = openArchive(bytes);
  if (!archive.ok) return refuse(archive.refusal.code, { file: name });
  try {
    const kind = kindOfArchive(archive.value);
    return kind ? refuse(kind, { file: name }) : ok(await readSheets(archive.value, onDone));
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.code, { file: name, ...error.params });
    // The parser throws at XML that is none; the archive was sound, so what is inside is not.
    if (error instanceof DamagedArchive || isSyntax(error)) return refuse('workbook.damaged', { file: name });
    throw error;
  }
}

/** saxes throws plain errors, and nothing else here does. */
function isSyntax(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error;
}

async function readSheets(archive: Archive, onDone: (done: number) => void): Promise<RawWorkbook> {
  const parts = await readWorkbookParts(archive);
  const context = {
    texts: await readSharedTexts(archive, parts.strings),
    looks: await readCellLooks(archive, parts.styles),
  };
  const total = parts.sheets.reduce((sum, { path }) => sum + archive.sizeOf(path), 0);
  let read = 0;
  const heard = async function* (path: string): AsyncGenerator<Uint8Array> {
    for await (const piece of archive.pieces(path)) {
      yield piece;
      read += piece.length;
      onDone(read / total);
    }
  };
  const sheets: RawSheet[] = [];
  for (const { name, hidden, path } of parts.sheets) {
    if (archive.sizeOf(path) === 0) throw new Unreadable('workbook.damaged');
    const reader = new SheetReader(name, context);
    await readXml(heard(path), reader);
    sheets.push(reader.sheet(hidden));
  }
  return { sheets, names: parts.names, notes: parts.notes };
}
