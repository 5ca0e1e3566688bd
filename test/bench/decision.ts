import { readFileSync } from 'node:fs';
import path from 'node:path';
import { wordPackage } from '../../electron/documents/word-package.ts';
import { paragraph } from '../../electron/documents/word-xml.ts';

const GOLDEN = path.resolve(import.meta.dirname, '../golden/wording/vinh-long-1424.txt');
/** Letters on a page of 14-point text with the margins of a decision. */
const PAGE = 2_600;

/** The reference plan over and over until it fills so many pages, as text. */
export function decisionText(pages: number): string {
  const text = readFileSync(GOLDEN, 'utf8');
  return text.repeat(Math.ceil((pages * PAGE) / text.length));
}

/** The same as a Word file. */
export function decisionFile(pages: number): Uint8Array<ArrayBuffer> {
  const look = { size: 14, bold: false, align: 'both', spaceBefore: 6 } as const;
  const body = decisionText(pages)
    .split('\n')
    .map((line) => paragraph(line, look));
  return wordPackage({ title: '', body: body.join('') });
}
