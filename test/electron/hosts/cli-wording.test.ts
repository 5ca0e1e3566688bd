import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runLine } from '../../../electron/hosts/cli/run.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

const GOLDEN = path.resolve(import.meta.dirname, '../../golden/wording');
const VINH_LONG = path.join(GOLDEN, 'vinh-long-1424.txt');
const SOURCE_001 = readFileSync(VINH_LONG, 'utf8');

async function sample(folder: string) {
  const ask = async (...line: string[]) => {
    const outcome = await runLine(['--library', folder, '--json', ...line], folder);
    return { ...outcome, json: JSON.parse(outcome.stdout) };
  };
  const { id } = (await ask('sample', 'vinh-long-2022-2025')).json;
  return { ask, id };
}

describe('the wording in the terminal', () => {
  test('the reference plan agrees with the sample in all 39 amounts; its table is one block that is not read', async () => {
    using place = temporaryFolder();
    const { ask, id } = await sample(place.folder);
    const { json, exitCode } = await ask('reconcile', id, '--text', VINH_LONG);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      matched: 39,
      differences: [],
      causes: [],
      onlyInText: [],
      onlyInPlan: [],
      questions: [],
    });
    expect(json.unread).toMatchObject([{ code: 'prose.bareFigures' }]);
    expect(json.unread[0].why).toContain('mất cột và dòng đơn vị tính');
  });

  test('one amount of the text that was changed is one difference, and its broken sum', async () => {
    using place = temporaryFolder();
    const { ask, id } = await sample(place.folder);
    writeFileSync(path.join(place.folder, 'sai.txt'), SOURCE_001.replace('59 tỷ đồng', '58,5 tỷ đồng'));
    const { json } = await ask('reconcile', id, '--text', 'sai.txt');
    expect(json.matched).toBe(38);
    expect(json.differences).toMatchObject([
      { text: '58,5 tỷ đồng', row: 'DA2', source: 'central', plan: '59000000000', difference: '500000000' },
    ]);
    expect([json.onlyInText, json.onlyInPlan]).toEqual([[], []]);
    const read = (await ask('read-text', 'sai.txt')).json;
    expect(read.checks.filter((check: { holds: boolean }) => !check.holds)).toMatchObject([
      { total: 0, parts: [1, 2, 3], difference: '-500000000', exact: true },
    ]);
  });

  test('one amount of the plan that was changed is one cause of six differences', async () => {
    using place = temporaryFolder();
    const { ask, id } = await sample(place.folder);
    const edit = [
      '--row',
      '2.1',
      '--source',
      'central',
      '--capital',
      'recurrent',
      '--one-year',
      '--amount',
      '6.500',
    ];
    await ask('set', id, ...edit);
    const { json } = await ask('reconcile', id, '--text', VINH_LONG);
    expect(
      json.differences.map((one: { text: string; difference: string }) => [one.text, one.difference]),
    ).toEqual(
      [
        '25,8 tỷ đồng',
        '25 tỷ đồng',
        '209,6 tỷ đồng',
        '196,1 tỷ đồng',
        '186,1 tỷ đồng',
        '209.600.000.000 đồng',
      ].map((text) => [text, '1000000000']),
    );
    expect(json.causes).toEqual([{ difference: 1, breaks: [0, 2, 3, 4, 5] }]);
    expect([json.matched, json.onlyInText, json.onlyInPlan]).toEqual([33, [], []]);
  });

  test('the 180 triệu of Phong Thổ are found with their sentence, and nothing else', async () => {
    using place = temporaryFolder();
    const { ask } = await sample(place.folder);
    const { json } = await ask('read-text', path.join(GOLDEN, 'phong-tho-2022.txt'));
    expect(json.amounts.map((one: { dong: string }) => one.dong)).toEqual([
      '82075000000',
      '71750000000',
      '10505000000',
    ]);
    expect(json.checks).toEqual([
      { total: 0, parts: [1, 2], holds: false, difference: '180000000', exact: true },
    ]);
    expect(json.unread).toEqual([]);
    const line = ['--library', place.folder, 'read-text', path.join(GOLDEN, 'phong-tho-2022.txt')];
    const lines = await runLine(line, place.folder);
    expect(lines.stdout).toContain('82.075 triệu đồng ≠ 71.750 triệu đồng + 10.505 triệu đồng');
    expect(lines.stdout).toContain('180.000.000 đồng');
  });

  test.each(['quang-ninh-2022', 'bac-kan-2017', 'binh-dinh-2021'])('%s: no amount of money', async (name) => {
    using place = temporaryFolder();
    const { ask } = await sample(place.folder);
    const { json } = await ask('read-text', path.join(GOLDEN, `${name}.txt`));
    expect([json.amounts, json.checks]).toEqual([[], []]);
    expect(json.notices).toContain('Không tìm thấy số tiền nào trong văn bản.');
  });

  test('the wording of a plan reads back without a difference, as text and as a Word file', async () => {
    using place = temporaryFolder();
    const { ask, id } = await sample(place.folder);
    const { json } = await ask('wording', id);
    expect(json.text).toContain('Nhu cầu kinh phí: 62,5 tỷ đồng, trong đó:');
    for (const file of ['lời văn.docx', 'lời văn.txt']) {
      expect((await ask('wording', id, '--out', file)).json.bytes).toBeGreaterThan(1_000);
      const held = (await ask('reconcile', id, '--text', file)).json;
      expect(held).toMatchObject({
        matched: 39,
        differences: [],
        onlyInText: [],
        onlyInPlan: [],
        unread: [],
      });
    }
  });

  test('refuses what is no wording, and changes nothing', async () => {
    using place = temporaryFolder();
    const { ask, id } = await sample(place.folder);
    writeFileSync(path.join(place.folder, 'a.pdf'), '%PDF-1.7');
    const { exitCode, json } = await ask('reconcile', id, '--text', 'a.pdf');
    expect([exitCode, json.error.code]).toEqual([2, 'wording.pdf']);
    expect((await ask('wording', id, '--out', 'a.odt')).json.error.code).toBe('cli.badExtension');
  });
});
