import { ok, type Result, refuse } from '../../shared/refusal.ts';
import { withoutHiddenMarks } from '../../shared/text/hidden-marks.ts';
import { type ArchiveLimits, DamagedArchive, openArchive } from '../workbook/zip/read-archive.ts';
import { readWord } from './read-word.ts';

/** The wording of a decision as plain text, and what must be said of how it came there. */
export interface WordingText {
  readonly text: string;
  readonly notices: readonly { readonly code: WordingNotice; readonly params: { readonly count: number } }[];
}

type WordingNotice = 'wording.trackedChanges' | 'wording.tables';

const LIMITS: ArchiveLimits = { files: 5_000, fileBytes: 200_000_000, totalBytes: 400_000_000, ratio: 300 };
/** UTF-16 units of text that are read; decisions have some hundred thousand. */
const LONGEST_TEXT = 12_000_000;

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const PDF = [0x25, 0x50, 0x44, 0x46];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** Reads a .docx or a text file; refused with what the file is where it is neither. */
export async function readWording(name: string, bytes: Uint8Array): Promise<Result<WordingText>> {
  const begins = (magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
  const file = name;
  if (bytes.length === 0) return refuse('wording.empty', { file });
  if (begins(PDF)) return refuse('wording.pdf', { file });
  if (begins(RTF)) return refuse('wording.rtf', { file });
  if (begins(OLE)) return refuse('wording.oldWord', { file });
  const read = begins(ZIP) ? await wordWording(name, bytes) : plainWording(name, bytes);
  if (!read.ok) return read;
  if (read.value.text.length > LONGEST_TEXT) {
    return refuse('wording.tooLong', { file, most: LONGEST_TEXT / 1_000_000 });
  }
  if (!/\p{L}/u.test(read.value.text)) return refuse('wording.noText', { file });
  return read;
}

function plainWording(name: string, bytes: Uint8Array): Result<WordingText> {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0')
      ? refuse('wording.notText', { file: name })
      : ok({ text: withoutHiddenMarks(text), notices: [] });
  } catch {
    return refuse('wording.notText', { file: name });
  }
}

async function wordWording(name: string, bytes: Uint8Array): Promise<Result<WordingText>> {
  const file = name;
  const archive = openArchive(bytes, LIMITS);
  if (!archive.ok)
    return refuse(archive.refusal.code === 'workbook.tooLarge' ? 'wording.tooLarge' : 'wording.damaged', {
      file,
    });
  const { paths, unpack } = archive.value;
  if (!paths.includes('word/document.xml')) {
    return refuse(paths.includes('xl/workbook.xml') ? 'wording.workbook' : 'wording.notWord', { file });
  }
  try {
    // Every part is held against what the archive claims before a library unpacks it.
    let changes = 0;
    for (const path of paths) {
      const part = unpack(path) ?? new Uint8Array();
      if (!opensAsXml(part)) continue;
      const xml = new TextDecoder().decode(part);
      // Wherever it stands: a long comment before it, or a part by another name, declares as well.
      if (DECLARATION.test(xml)) return refuse('wording.damaged', { file });
      if (path === 'word/document.xml') changes = [...xml.matchAll(/<w:(?:ins|del)[ >]/gu)].length;
    }
    const { text, tables } = await readWord(bytes);
    return ok({
      text: withoutHiddenMarks(text),
      notices: [
        ...(changes > 0 ? [{ code: 'wording.trackedChanges' as const, params: { count: changes } }] : []),
        ...(tables > 0 ? [{ code: 'wording.tables' as const, params: { count: tables } }] : []),
      ],
    });
  } catch (error) {
    if (error instanceof DamagedArchive || (error instanceof Error && !isBug(error)))
      return refuse('wording.damaged', { file });
    throw error;
  }
}

/** Declared document types and entities; but a page of HTML inside a Word file, which nothing reads, opens so by right. */
const DECLARATION = /<!ENTITY|<!DOCTYPE(?!\s+html\s*>)/iu;

function opensAsXml(part: Uint8Array): boolean {
  return new TextDecoder().decode(part.subarray(0, 200)).trimStart().startsWith('<');
}

/** mammoth throws plain errors at what it cannot read, and has too little stack for elements nested without end. */
function isBug(error: Error): boolean {
  return error instanceof TypeError || error instanceof ReferenceError;
}
