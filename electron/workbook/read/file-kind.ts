import type { Archive } from '../zip/read-archive.ts';

/** Why a file that was offered as a workbook is none that can be read. */
export type OtherFileCode =
  | 'workbook.empty'
  | 'workbook.encrypted'
  | 'workbook.oldExcel'
  | 'workbook.binary'
  | 'workbook.openDocument'
  | 'workbook.notWorkbook';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Bytes of a type that a document states. */
const LONGEST_TYPE = 1_000;
const ZIP = [0x50, 0x4b];

/** What the first bytes already tell; null where the file is a zip archive, as every .xlsx is. */
export function kindOfBytes(bytes: Uint8Array): OtherFileCode | null {
  if (bytes.length === 0) return 'workbook.empty';
  if (ZIP.every((byte, at) => bytes[at] === byte)) return null;
  if (!OLE.every((byte, at) => bytes[at] === byte)) return 'workbook.notWorkbook';
  // An OLE file names its streams in UTF-16: Excel 97-2003 has Workbook or Book, an encrypted .xlsx these two.
  const holds = (stream: string): boolean => Buffer.from(bytes).includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'workbook.encrypted';
  return holds('Workbook') || holds('Book') ? 'workbook.oldExcel' : 'workbook.notWorkbook';
}

/** What an archive's files tell; null where they are those of an .xlsx. Throws `DamagedArchive`. */
export function kindOfArchive({ paths, sizeOf, unpack }: Archive): OtherFileCode | null {
  if (paths.includes('xl/workbook.bin')) return 'workbook.binary';
  const type = sizeOf('mimetype') < LONGEST_TYPE ? unpack('mimetype') : null;
  const opens = type ? new TextDecoder().decode(type) : '';
  if (opens.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'workbook.openDocument';
  return paths.includes('xl/workbook.xml') && paths.includes('[Content_Types].xml')
    ? null
    : 'workbook.notWorkbook';
}
