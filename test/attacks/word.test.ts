import { describe, expect, test } from 'vitest';
import { readWording } from '../../electron/documents/read-wording.ts';
import { wordPackage } from '../../electron/documents/word-package.ts';
import { readArchive } from '../../electron/workbook/zip/read-archive.ts';
import { writeArchive } from '../../electron/workbook/zip/write-archive.ts';
import { must } from '../shared/plan/sample-plan.ts';

/** Attack: the wording of a decision as a Word file that somebody made for the purpose. */
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const said = '<w:p><w:r><w:t>Kinh phí: 59 tỷ đồng</w:t></w:r></w:p>';

function word(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const own = must(readArchive(wordPackage({ title: '', body })));
  const kept = own.filter(({ path }) => !Object.hasOwn(more, path));
  const added = Object.entries(more).map(([path, xml]) => ({ path, bytes: Buffer.from(xml) }));
  return writeArchive([...kept, ...added]);
}

const read = (bytes: Uint8Array) => readWording('quyết định.docx', bytes);
const damaged = { ok: false, refusal: { code: 'wording.damaged' } };

/** Elements in each other, as unlike each other as the archive's limit of growing asks. */
const nested = (open: string, close: string, times: number): string =>
  `${Array.from({ length: times }, (_, at) => `<!--${(at * 2_654_435_761).toString(36)}-->${open}`).join('')}${said}${close.repeat(times)}`;

describe('a Word file that is made to stop the program', () => {
  test('by elements in each other without end is damaged, not a fault of the program', async () => {
    expect(await read(word(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 6_000)))).toMatchObject(
      damaged,
    );
    expect(
      await read(word(nested('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 12_000))),
    ).toMatchObject(damaged);
  });

  test('by a list of the two-thousand-millionth level is read as one of the first', async () => {
    const level = '2000000000';
    const numbering = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="${level}"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const body = `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Dự án 3</w:t></w:r></w:p>`;
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`;
    const more = { 'word/numbering.xml': numbering, 'word/_rels/document.xml.rels': relations };
    expect(must(await read(word(body, more))).text).toBe('1. Dự án 3');
  });

  test.each([
    [
      'behind a long comment',
      'word/document.xml',
      `<!--${' -'.repeat(9_000)}-->`,
      `<w:document xmlns:w="${W}"><w:body>${said}</w:body></w:document>`,
    ],
    ['in a part by another name', 'word/evil.bin', '', '<a/>'],
    [
      'in the relations',
      'word/_rels/document.xml.rels',
      '',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    ],
  ])('by entities of elsewhere %s is damaged', async (_, path, before, xml) => {
    const declared = `${before}<!DOCTYPE a SYSTEM "http://evil.example/a.dtd">`;
    expect(await read(word(said, { [path]: `${declared}${xml}` }))).toMatchObject(damaged);
  });

  test('by parts that unpack to more than they claim is refused before a library unpacks them', async () => {
    const zeros = { 'word/media/a.png': '\0'.repeat(3_000_000) };
    expect(await read(word(said, zeros))).toMatchObject({ refusal: { code: 'wording.tooLarge' } });
  });
});

test('links, fields, templates of elsewhere, pages of HTML and macros in a Word file are neither followed nor text', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = ['attachedTemplate', 'hyperlink', 'image', 'aFChunk'].map(
    (kind) =>
      `<Relationship Id="${kind}" Type="${office}/${kind}" Target="http://evil.example/${kind}" TargetMode="External"/>`,
  );
  const body = [
    '<w:p><w:hyperlink r:id="hyperlink"><w:r><w:t>Kinh phí</w:t></w:r></w:hyperlink></w:p>',
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/c calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>59 tỷ đồng</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    '<w:altChunk r:id="aFChunk"/>',
  ].join('');
  const bytes = word(body, {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'word/page.html': '<!DOCTYPE html><script src="http://evil.example/"></script>',
    'word/vbaProject.bin': 'macro',
  });
  expect(must(await read(bytes)).text).toBe('Kinh phí\n59 tỷ đồng');
});

test('a text that turns its own order around is read in the order in which it is written', async () => {
  const turned = 'Kinh phí: \u202E95\u202C tỷ \u2067đồng';
  const plain = 'Kinh phí: 95 tỷ đồng';
  const bytes = word(`<w:p><w:r><w:t>${turned}</w:t></w:r></w:p>`);
  expect(must(await read(bytes)).text).toBe(plain);
  expect(must(await readWording('a.txt', Buffer.from(turned))).text).toBe(plain);
});
