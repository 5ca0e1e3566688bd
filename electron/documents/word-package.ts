import { writeArchive } from '../workbook/zip/write-archive.ts';
import { escaped, pageNumber } from './word-xml.ts';

/** What a Word file is made of beside its body. */
export interface WordDocument {
  readonly title: string;
  /** Everything inside `w:body`, the section's properties included; the page number's header is `rId2`. */
  readonly body: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;
const FONTS = ['ascii', 'hAnsi', 'cs', 'eastAsia'].map((kind) => `w:${kind}="Times New Roman"`).join(' ');

/**
 * A .docx of one section, written by ourselves: a form is one plain kind of table, and the library for Word files took
 * 16 s and most of the memory for three hundred rows on F2, and writes the moment into each file. Here the same
 * document is the same bytes.
 */
export function wordPackage({ title, body }: WordDocument): Uint8Array<ArrayBuffer> {
  const parts: readonly (readonly [path: string, xml: string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD_TYPE}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      relationships([
        `${OFFICE}/officeDocument`,
        'word/document.xml',
        `${PACKAGE}/relationships/metadata/core-properties`,
        'docProps/core.xml',
      ]),
    ],
    ['word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`],
    [
      'word/_rels/document.xml.rels',
      relationships([`${OFFICE}/styles`, 'styles.xml', `${OFFICE}/header`, 'header1.xml']),
    ],
    ['word/styles.xml', STYLES],
    ['word/header1.xml', `<w:hdr ${NAMESPACES}>${pageNumber()}</w:hdr>`],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`,
    ],
  ];
  const encoder = new TextEncoder();
  return writeArchive(parts.map(([path, xml]) => ({ path, bytes: encoder.encode(`${DECLARATION}${xml}`) })));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STYLES = `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${FONTS}/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;

/** Types and targets in turn, named rId1, rId2 and so on. */
function relationships(pairs: readonly string[]): string {
  const entries: string[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    entries.push(`<Relationship Id="rId${at / 2 + 1}" Type="${pairs[at]}" Target="${pairs[at + 1]}"/>`);
  }
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}
