import { columnLetters } from '../../../shared/intake/cell-address.ts';
import type { CellRange, SheetModel, WorkbookModel } from '../write/sheet-model.ts';
import { cellTextXml } from './cell-text.ts';
import { escapeXml, MAIN, RELATIONS, XML } from './xml-text.ts';

/** Fixed, so that the same plan gives the same bytes. */
const WRITTEN = '2000-01-01T00:00:00Z';
const AUTHOR = 'Phụ lục Kinh phí';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function sheetPath(at: number): string {
  return `xl/worksheets/sheet${at + 1}.xml`;
}

/** The parts that hold a workbook together, by path: what it has, what is where, and what its names stand for. */
export function workbookParts(model: WorkbookModel): (readonly [path: string, xml: string])[] {
  return [
    ['[Content_Types].xml', contentTypes(model.sheets)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml'], CORE])],
    ['docProps/core.xml', coreProperties(model.title)],
    ['xl/workbook.xml', workbook(model)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...model.sheets.map((_, at) => ['worksheet', sheetPath(at).slice('xl/'.length)] as const),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
  ];
}

function contentTypes(sheets: readonly SheetModel[]): string {
  const part = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${type}"/>`;
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    ...sheets.map((_, at) => part(sheetPath(at), `${TYPE}.worksheet+xml`)),
    part('xl/styles.xml', `${TYPE}.styles+xml`),
    part('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('');
}

const CORE = ['core', 'docProps/core.xml'] as const;

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const listed = targets.map(([type, target], at) => {
    const base =
      type === 'core' ? `${PACKAGE}/relationships/metadata/core-properties` : `${RELATIONS}/${type}`;
    return `<Relationship Id="rId${at + 1}" Type="${base}" Target="${target}"/>`;
  });
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
}

function coreProperties(title: string): string {
  const spaces = [
    `xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${WRITTEN}</dcterms:${name}>`;
  const by = `<dc:creator>${AUTHOR}</dc:creator><cp:lastModifiedBy>${AUTHOR}</cp:lastModifiedBy>`;
  const named = `<dc:title>${cellTextXml(title)}</dc:title>`;
  return `${XML}<cp:coreProperties ${spaces}>${named}${by}${time('created')}${time('modified')}</cp:coreProperties>`;
}

function workbook({ sheets, names }: WorkbookModel): string {
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" state="${hidden ? 'hidden' : 'visible'}" r:id="rId${at + 1}"/>`,
  );
  const defined = [
    ...names.map(
      ({ name, sheet, range }) => `<definedName name="${name}">${absolute(sheet, range)}</definedName>`,
    ),
    ...sheets.flatMap(printNames),
  ];
  return [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    '<workbookPr/><bookViews><workbookView firstSheet="0" activeTab="0"/></bookViews>',
    `<sheets>${listed.join('')}</sheets>`,
    `<definedNames>${defined.join('')}</definedNames>`,
    '<calcPr calcId="171027"/></workbook>',
  ].join('');
}

function printNames({ name, print }: SheetModel, at: number): string[] {
  if (!print) return [];
  const { area, titleRows, titleColumns } = print;
  const titles = [
    ...(titleColumns
      ? [`'${name}'!$${columnLetters(titleColumns.first)}:$${columnLetters(titleColumns.last)}`]
      : []),
    `'${name}'!$${titleRows.first}:$${titleRows.last}`,
  ];
  const defined = (kind: string, text: string): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${at}">${escapeXml(text)}</definedName>`;
  return [defined('Print_Area', absolute(name, area)), defined('Print_Titles', titles.join(','))];
}

function absolute(sheet: string, { top, left, bottom, right }: CellRange): string {
  return escapeXml(`'${sheet}'!$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`);
}
