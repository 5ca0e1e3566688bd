import type { ArchiveFile } from '../zip/read-archive.ts';

/** Why a file that was offered as a workbook is none that can be read. */
export type OtherFileCode =
  | 'workbook.empty'
  | 'workbook.encrypted'
  | 'workbook.oldExcel'
  | 'workbook.binary'
  | 'workbook.openDocument'
  | 'workbook.notWorkbook';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
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

/** What an archive's files tell; null where they are those of an .xlsx. */
export function kindOfArchive(files: readonly ArchiveFile[]): OtherFileCode | null {
  const has = (path: string): boolean => files.some((file) => file.path === path);
  if (has('xl/workbook.bin')) return 'workbook.binary';
  const type = files.find((file) => file.path === 'mimetype');
  const opens = type ? new TextDecoder().decode(type.bytes) : '';
  if (opens.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'workbook.openDocument';
  return has('xl/workbook.xml') && has('[Content_Types].xml') ? null : 'workbook.notWorkbook';
}
