import type { DocumentFormat } from '../shared/api/documents.ts';
import { choiceName, type PrintSet } from '../shared/forms/print-set.ts';

/** Letters, and bytes, so that a name stays within the 255 that file systems allow: a Vietnamese letter takes up to three. */
const LONGEST_TITLE = 70;
const MOST_BYTES = 210;

/** Names that Windows keeps for devices, whatever extension follows. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])(?=[. ]|$)/i;

/** A file name that every platform takes: "Giảm nghèo bền vững - F1.xlsx", "… - F1, F5.xlsx". */
export function workbookName(title: string, set: PrintSet): string {
  return `${plainName(title)} - ${formNames(set)}.xlsx`;
}

/** "Giảm nghèo bền vững - F1.pdf"; a whole plan bears no form. */
export function documentName(title: string, set: PrintSet, format: DocumentFormat): string {
  return format === 'json' ? `${plainName(title)}.json` : `${plainName(title)} - ${formNames(set)}.${format}`;
}

/** "Giảm nghèo bền vững - So sánh.xlsx"; as F5, "… - F5.xlsx". */
export function comparisonName(title: string, as: 'changes' | 'F5'): string {
  return `${plainName(title)} - ${as === 'F5' ? 'F5' : 'So sánh'}.xlsx`;
}

/** "Giảm nghèo bền vững - Lời văn kinh phí.docx". */
export function wordingName(title: string): string {
  return `${plainName(title)} - Lời văn kinh phí.docx`;
}

/** "Giảm nghèo bền vững.plkp". */
export function planFileName(title: string): string {
  return `${plainName(title)}.plkp`;
}

function formNames({ choices }: PrintSet): string {
  return plainName(choices.map(choiceName).join(', '));
}

function plainName(title: string): string {
  // Windows refuses these characters, and a name that ends in a dot or a space.
  const plain = title
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // A leading dot hides a file, or leads up.
  const short = [...plain.replace(/^[. ]+/, '')]
    .slice(0, LONGEST_TITLE)
    .reduce((name, letter) => (Buffer.byteLength(name + letter) > MOST_BYTES ? name : name + letter), '')
    .replace(/[. ]+$/, '');
  if (short === '') return 'Phụ lục';
  return DEVICE.test(short) ? `Phụ lục ${short}` : short;
}
