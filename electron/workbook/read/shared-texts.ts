import type { RawValue } from '../../../shared/intake/raw-workbook.ts';
import { LONGEST_CELL_TEXT } from '../../../shared/intake/sheet-text.ts';
import type { Archive } from '../zip/read-archive.ts';
import { RunsText } from './runs-text.ts';
import { Unreadable } from './unreadable.ts';
import { readXml } from './xml.ts';

/** Bytes of all texts of a workbook: more than any appendix has, and what memory can hold. */
const MOST_TEXT = 60_000_000;

/** The texts of a workbook by the number that cells name; null for one that no cell can hold. A workbook of numbers has none. */
export async function readSharedTexts(archive: Archive, path: string): Promise<(RawValue | null)[]> {
  if (archive.sizeOf(path) > MOST_TEXT) throw new Unreadable('workbook.tooLarge');
  const texts: (RawValue | null)[] = [];
  if (archive.sizeOf(path) === 0) return texts;
  const runs = new RunsText();
  await readXml(archive.pieces(path), {
    open: (tag) => {
      if (tag === 'si') runs.begin();
      else runs.open(tag);
    },
    text: (text) => runs.text(text),
    close: (tag) => {
      runs.close(tag);
      if (tag !== 'si') return;
      const text = runs.take();
      texts.push(text.length > LONGEST_CELL_TEXT ? null : { kind: 'text', text });
    },
  });
  return texts;
}
