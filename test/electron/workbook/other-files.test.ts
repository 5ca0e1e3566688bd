import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../electron/workbook/zip/read-archive.ts';
import { writeArchive } from '../../../electron/workbook/zip/write-archive.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { readDraft } from './read-draft.ts';
import { writeForm } from './write-form.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const plan = vinhLongPlan();

const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from(OLE), Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)]);

const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  writeArchive(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })));

async function codeOf(bytes: Uint8Array): Promise<string | null> {
  const result = await readDraft('tệp', bytes, {});
  return result.ok ? null : result.refusal.code;
}

describe('a file that is no workbook of ours', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'workbook.empty'],
    ['an old .xls', ole('Workbook'), 'workbook.oldExcel'],
    ['an encrypted .xlsx', ole('EncryptedPackage'), 'workbook.encrypted'],
    ['an old Word document', ole('WordDocument'), 'workbook.notWorkbook'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'workbook.notWorkbook'],
    ['an HTML page called .xls', Buffer.from('<html><table>'), 'workbook.notWorkbook'],
    ['an .xlsb', zipped({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), 'workbook.binary'],
    [
      'an .ods',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'workbook.openDocument',
    ],
    ['a .docx', zipped({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'workbook.notWorkbook'],
    [
      'a package whose XML is broken',
      zipped({ '[Content_Types].xml': '<a', '_rels/.rels': '<', 'xl/workbook.xml': '<workbook' }),
      'workbook.damaged',
    ],
  ])('%s is refused for what it is', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('is damaged when its end, its middle or any of its bytes is missing or wrong', async () => {
    const whole = must(await writeForm(plan, totalsOf(plan), 'F1'));
    expect(await codeOf(whole.slice(0, whole.length - 100))).toBe('workbook.damaged');
    expect(await codeOf(whole.slice(0, 200))).toBe('workbook.damaged');
    for (let at = 40; at < whole.length; at += 397) {
      const wrong = Uint8Array.from(whole);
      wrong[at] = (wrong[at] ?? 0) ^ 0xff;
      const result = await readDraft('tệp', wrong, {});
      // A byte that means nothing (a date, an attribute) may be wrong without harm; nothing else is accepted.
      if (result.ok) expect(result.value.plan).toEqual(plan);
      else expect(result.refusal.code).toMatch(/^workbook\./);
    }
  });
});

describe('a workbook that claims to be huge', () => {
  it('is read by its cells alone: merges, names and validations over a whole sheet cost nothing', async () => {
    const whole = must(await writeForm(plan, totalsOf(plan), 'F1'));
    const everything = 'A1:XFD1048576';
    const inserted: Readonly<Record<string, readonly [string, string]>> = {
      'xl/worksheets/sheet1.xml': [
        '<mergeCells',
        `<dataValidations count="1"><dataValidation sqref="${everything}" type="whole"/></dataValidations><mergeCells`,
      ],
      'xl/worksheets/sheet2.xml': [
        '</sheetData>',
        `</sheetData><mergeCells count="1"><mergeCell ref="${everything}"/></mergeCells>`,
      ],
      'xl/workbook.xml': [
        '<definedNames>',
        `<definedNames><definedName name="all">'F1'!$A$1:$XFD$1048576</definedName>`,
      ],
    };
    const files = must(readArchive(whole)).map((file) => {
      const [before, after] = inserted[file.path] ?? ['', ''];
      const xml = Buffer.from(file.bytes).toString('utf8');
      expect(xml).toContain(before);
      return { path: file.path, bytes: Buffer.from(xml.replace(before, () => after)) };
    });
    const read = must(await readDraft('tệp', writeArchive(files), {}));
    expect(read.plan).toEqual(plan);
  });
});

describe('an archive that asks for more than a workbook needs', () => {
  const limits = { files: 3, fileBytes: 3_000_000, totalBytes: 4_000_000, ratio: 100 };
  const file = (path: string, size: number) => ({ path, bytes: new Uint8Array(size).fill(65) });

  it('is refused for its number of files, the size of one, and the size of all', () => {
    const many = writeArchive(['a', 'b', 'c', 'd'].map((path) => file(path, 1)));
    expect(readArchive(many, limits)).toMatchObject({ refusal: { code: 'workbook.tooLarge' } });
    const dense = { ...limits, ratio: 10_000 };
    expect(readArchive(writeArchive([file('a', 3_000_001)]), dense)).toMatchObject({
      refusal: { code: 'workbook.tooLarge' },
    });
    const all = writeArchive([file('a', 2_500_000), file('b', 2_500_000)]);
    expect(readArchive(all, dense)).toMatchObject({ refusal: { code: 'workbook.tooLarge' } });
  });

  it('is refused where a small part unpacks to a very large one', () => {
    expect(readArchive(writeArchive([file('a', 2_000_000)]), limits)).toMatchObject({
      refusal: { code: 'workbook.tooLarge' },
    });
  });

  it('is damaged where a file is larger than it claims, and is then not unpacked further', () => {
    const bytes = writeArchive([file('a', 100_000)]);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 28 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(readArchive(bytes, limits)).toMatchObject({ refusal: { code: 'workbook.damaged' } });
  });

  it('gives back what was written', () => {
    const files = [file('a', 10), { path: 'thư mục/tệp.xml', bytes: Buffer.from('nội dung') }];
    const read = must(readArchive(writeArchive(files)));
    expect(read.map(({ path, bytes }) => [path, Buffer.from(bytes)])).toEqual(
      files.map(({ path, bytes }) => [path, Buffer.from(bytes)]),
    );
  });
});
