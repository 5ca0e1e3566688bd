import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { callerFolder } from '../../../electron/hosts/caller-folder.ts';
import { COMMANDS } from '../../../electron/hosts/cli/commands.ts';
import { parseLine } from '../../../electron/hosts/cli/parse.ts';
import { runLine } from '../../../electron/hosts/cli/run.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

const SAMPLE = 'vinh-long-2022-2025';

/** One command in this process, its answer parsed. */
async function ask(folder: string, ...line: string[]) {
  const outcome = await runLine(['--library', folder, '--json', ...line], folder);
  return { ...outcome, json: JSON.parse(outcome.stdout) };
}

async function sampleIn(folder: string): Promise<string> {
  return (await ask(folder, 'sample', SAMPLE)).json.id;
}

const AMOUNT = ['--row', '2.1', '--source', 'central', '--capital', 'recurrent', '--one-year', '--amount'];

describe('the terminal', () => {
  test('as a program: exit codes, one JSON document on stdout, the message on stderr', () => {
    using place = temporaryFolder();
    const run = (...line: string[]) =>
      spawnSync(process.execPath, ['electron/hosts/cli.ts', ...line, '--library', place.folder], {
        encoding: 'utf8',
      });
    const made = run('sample', SAMPLE, '--json');
    expect(made.status).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({ issues: [] });
    const refused = run('show', 'không có', '--form', 'F1', '--json');
    expect(refused.status).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      error: { code: 'cli.unknownPlan', details: { plan: 'không có' } },
    });
    expect(refused.stderr).toContain('“không có”');
    expect(run('list').stdout).toContain('209.600 triệu đồng');
  });

  test('searches the history, by words and by row, and goes back to a step of it', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const run = async (...line: string[]) => (await ask(place.folder, ...line)).json;
    await run('set', plan, ...AMOUNT, '1');
    await run('set', plan, ...AMOUNT, '2');
    const sequences = async (...line: string[]) =>
      (await run('history', plan, ...line)).changes.map(({ sequence }: { sequence: number }) => sequence);
    expect(await sequences('--search', 'LAP PHU LUC')).toEqual([0]);
    expect(await sequences('--row', '2.1')).toEqual([1, 2]);
    expect(await sequences('--row', '2.2')).toEqual([]);
    expect(await run('return', plan, '--to', '1')).toEqual({
      sequence: 3,
      label: 'Quay lại như ở bước 1',
    });
    expect((await run('return', plan, '--to', '1')).error).toMatchObject({ code: 'history.alreadyThere' });
    expect((await run('return', plan, '--to', '9')).error).toMatchObject({ code: 'api.unknownSequence' });
    expect((await run('return', plan, '--to', 'x')).error).toMatchObject({ code: 'cli.badSequence' });
  });

  test('approves, resists, opens again for a reason and exports what was approved', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const run = async (...line: string[]) => (await ask(place.folder, ...line)).json;
    const made = await run('revise', plan, '--label', 'Phê duyệt', '--approve', '--note', 'QĐ 12');
    expect(made).toMatchObject({ approved: true, stage: 'approved', note: 'QĐ 12', reopened: null });
    for (const line of [
      ['set', plan, ...AMOUNT, '1'],
      ['undo', plan],
      ['return', plan, '--to', '0'],
    ]) {
      const code = line[0] === 'return' ? 'history.alreadyThere' : 'api.approvedPlan';
      expect((await run(...line)).error).toMatchObject({ code });
    }
    expect((await run('reopen', plan, '--kind', 'other', '--reason', 'x')).error).toMatchObject({
      code: 'cli.badChoice',
    });
    const opened = await run('reopen', plan, '--kind', 'adjust', '--reason', 'Giảm vốn');
    expect(opened.reopened).toMatchObject({ kind: 'adjust', reason: 'Giảm vốn' });
    await run('set', plan, ...AMOUNT, '1');
    expect((await run('revise', plan, '--label', 'x', '--approve', '--submit')).error.code).toBe(
      'cli.oneStage',
    );
    expect((await run('revisions', plan)).revisions).toMatchObject([{ label: 'Phê duyệt', approved: true }]);
    const total = async (name: string) => {
      await run('export', name, '--form', 'F1', '--out', 'a.csv');
      return readFileSync(path.join(place.folder, 'a.csv'), 'utf8').includes('209600');
    };
    expect(await total(plan)).toBe(false);
    expect(await total(`${plan}@Phê duyệt`)).toBe(true);
  });

  test('shows and exports the reports, several forms at once, as they are wanted', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const show = async (...line: string[]) => (await ask(place.folder, 'show', plan, '--form', ...line)).json;
    expect((await show('F3')).rows[0]).toMatchObject({
      code: 'total',
      cells: { period: '209600000000', share: '100,00' },
    });
    expect((await show('F6', '--year', '2022')).rows[0].cells).toMatchObject({ plan: '50075000000' });
    expect((await show('F4', '--nested', '--totals', 'first')).rows[0]).toMatchObject({ code: 'total' });
    expect((await show('F5')).error).toMatchObject({ code: 'form.nothingToCompare' });
    expect((await show('F6', '--year', '2030')).error).toMatchObject({ code: 'cli.badChoice' });
    expect((await show('F1,F3')).error).toMatchObject({ code: 'cli.oneForm' });
    const out = ['--out', 'nhiều biểu.xlsx'];
    const made = await ask(
      place.folder,
      'export',
      plan,
      '--form',
      'F3,F1',
      '--numbers-row',
      '--zero',
      'zero',
      ...out,
    );
    expect(made.exitCode).toBe(0);
    const book = await new exceljs.Workbook().xlsx.readFile(made.json.file);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Mục lục', 'F3', 'F1', '_phu_luc']);
    expect(book.getWorksheet('F1')?.getCell('C7').text).toBe('1 = 2 + 3 + 4');
  });

  test('exports by the file’s extension, and takes its own JSON back', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const out = (name: string) => ask(place.folder, 'export', plan, '--form', 'F1', '--out', name);
    const begins = {
      'a.xlsx': 'PK',
      'a.DOCX': 'PK',
      'a.csv': '\uFEFFTT;Nội dung;',
      'a.json': '{\n  "format":',
    };
    for (const [name, begin] of Object.entries(begins)) {
      const { exitCode, json } = await out(name);
      expect([name, exitCode]).toEqual([name, 0]);
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(json.file));
      expect(text.startsWith(begin)).toBe(true);
    }
    const imported = await ask(place.folder, 'import', path.join(place.folder, 'a.json'));
    expect(imported).toMatchObject({ exitCode: 0, json: { issues: [] } });
    const shown = await ask(place.folder, 'show', imported.json.id, '--form', 'F1');
    const before = await ask(place.folder, 'show', plan, '--form', 'F1');
    expect(shown.json.rows).toEqual(before.json.rows);
    expect(await out('a.ods')).toMatchObject({ exitCode: 2, json: { error: { code: 'cli.badExtension' } } });
  });

  test('sets an amount in the plan’s unit or another, undoes and redoes it', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const set = await ask(place.folder, 'set', plan, ...AMOUNT, '=6.250+250');
    expect(set.json).toEqual({
      sequence: 1,
      label:
        'Sửa NSTW SN, 2.1 Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp (2022 - 2025): 6.250 → 6.500 triệu đồng',
    });
    const cells = async () => {
      const shown = await ask(place.folder, 'show', plan, '--form', 'F1');
      const row = shown.json.rows.find((one: { code: string }) => one.code === 'DA3-TDA1');
      return row.cells['central.recurrent'];
    };
    expect(await cells()).toBe('6500000000');
    await ask(place.folder, 'set', plan, ...AMOUNT, '6,75', '--unit', 'ty');
    expect(await cells()).toBe('6750000000');
    await ask(place.folder, 'set', plan, ...AMOUNT, '-');
    expect(await cells()).toBe('0');
    await ask(place.folder, 'undo', plan);
    const undone = await ask(place.folder, 'undo', plan);
    expect(undone.json.sequence).toBe(5);
    expect(await cells()).toBe('6500000000');
    await ask(place.folder, 'redo', plan);
    expect(await cells()).toBe('6750000000');
    const { changes } = (await ask(place.folder, 'history', plan)).json;
    expect(changes.map((change: { undoes: number | null }) => change.undoes)).toEqual([
      null,
      null,
      null,
      null,
      3,
      2,
      5,
    ]);
    expect(changes[4].label).toMatch(/^Hoàn tác: Sửa NSTW SN/);
  });

  test('sets one year alone, and shows that the one-year amount is then no single one', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const one = ['--row', 'DA3-TDA1', '--source', 'central', '--capital', 'recurrent'];
    await ask(place.folder, 'set', plan, ...one, '--year', '2023', '--amount', '-5');
    const shown = await ask(place.folder, 'show', plan, '--form', 'F1');
    const row = shown.json.rows.find((line: { code: string }) => line.code === 'DA3-TDA1');
    expect(row.cells['central.recurrent']).toEqual({ mixed: true });
    const again = await ask(place.folder, 'set', plan, ...AMOUNT, '1');
    expect(again.json.label).toContain('≠ → 1 triệu đồng');
  });

  test.each([
    [['set', 'PLAN', ...AMOUNT, '1.50'], 'amount.dotIsThousands'],
    [['set', 'PLAN', ...AMOUNT, ''], 'amount.empty'],
    [['set', 'PLAN', ...AMOUNT, '1', '--year', '2022'], 'cli.yearOrOneYear'],
    [['set', 'PLAN', ...AMOUNT, '1', '--unit', 'usd'], 'cli.badChoice'],
    [['set', 'PLAN', ...AMOUNT], 'cli.missingValue'],
    [['set', 'PLAN', '--row', '9.9', ...AMOUNT.slice(2), '1'], 'plan.unknownRow'],
    [['set', 'PLAN', '--row', '2', ...AMOUNT.slice(2), '1'], 'plan.parentHoldsNoAmount'],
    [
      ['set', 'PLAN', '--row', '2.1', '--source', 'central', '--one-year', '--amount', '1'],
      'cli.capitalMissing',
    ],
    [
      ['set', 'PLAN', '--row', '2.1', '--source', 'none', '--one-year', '--amount', '1'],
      'plan.unknownSource',
    ],
    [
      [
        'set',
        'PLAN',
        '--row',
        '2.1',
        '--source',
        'local',
        '--capital',
        'recurrent',
        '--year',
        '2022',
        '--amount',
        '1',
      ],
      'plan.yearNotFunded',
    ],
    [
      [
        'set',
        'PLAN',
        '--row',
        '2.1',
        '--source',
        'local',
        '--capital',
        'recurrent',
        '--year',
        '22',
        '--amount',
        '1',
      ],
      'cli.badYear',
    ],
    [['show', 'PLAN'], 'cli.missingOption'],
    [['show', 'PLAN', '--form', 'F9'], 'cli.badChoice'],
    [['show'], 'cli.missingOperand'],
    [['show', 'PLAN', 'x', '--form', 'F1'], 'cli.tooManyOperands'],
    [['list', '--form', 'F1'], 'cli.unknownOption'],
    [['list', '--verbose'], 'cli.unknownOption'],
    [['export', 'PLAN', '--form', 'F1', '--out', 'không/có/a.xlsx'], 'file.cannotWrite'],
    [['import', 'không-có.xlsx'], 'file.cannotRead'],
    [['new', '--programme', 'empty', '--title', ' ', '--first', '2022', '--last', '2025'], 'cli.badText'],
    [
      ['new', '--programme', 'none', '--title', 'x', '--first', '2022', '--last', '2025'],
      'programme.unknown',
    ],
    [['new', '--programme', 'empty', '--title', 'x', '--first', '2025', '--last', '2022'], 'plan.badPeriod'],
    [['sample', 'none'], 'api.unknownSample'],
    [['undo', 'PLAN'], 'api.nothingToUndo'],
    [['revise', 'PLAN', '--label', ''], 'cli.badText'],
    [['nói'], 'cli.unknownCommand'],
    [[], 'cli.noCommand'],
  ])('refuses %j with its reason, and changes nothing', async (line, code) => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const before = (await ask(place.folder, 'list')).json;
    const outcome = await ask(place.folder, ...line.map((word) => (word === 'PLAN' ? plan : word)));
    expect(outcome.exitCode).toBe(2);
    expect(outcome.json.error.code).toBe(code);
    expect(outcome.json.error.message).not.toMatch(/\{\w+\}|^[a-z]+\.[a-zA-Z]+$/);
    expect(outcome.stderr.trim()).toBe(outcome.json.error.message);
    expect((await ask(place.folder, 'list')).json).toEqual(before);
  });

  test('finds a plan by its exact title, and asks for an id where two bear it', async () => {
    using place = temporaryFolder();
    const [first, second] = [await sampleIn(place.folder), await sampleIn(place.folder)];
    const { plans } = (await ask(place.folder, 'list')).json;
    const title: string = plans[0].title;
    const twice = await ask(place.folder, 'undo', title);
    expect(twice.json.error.code).toBe('cli.ambiguousPlan');
    expect(twice.json.error.details.ids.split(', ').sort()).toEqual([first, second].sort());
    using other = temporaryFolder();
    await sampleIn(other.folder);
    const once = await ask(other.folder, 'show', title.normalize('NFD'), '--form', 'F2');
    expect(once.exitCode).toBe(0);
  });

  test('refuses an ordinal that rows under two components bear, naming their codes', async () => {
    using place = temporaryFolder();
    const line = ['--programme', 'mtqg-2026-2030', '--title', 'Chung', '--first', '2026', '--last', '2030'];
    const { id } = (await ask(place.folder, 'new', ...line)).json;
    const outcome = await ask(place.folder, 'set', id, '--row', '1', ...AMOUNT.slice(2), '1');
    expect(outcome.json.error).toMatchObject({
      code: 'cli.ambiguousRow',
      details: { ordinal: '1', codes: 'HP1-ND01, HP2-ND01' },
    });
  });

  test('exports a workbook that comes back as an equal plan', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const exported = await ask(place.folder, 'export', plan, '--form', 'F1', '--out', 'phụ lục.xlsx');
    const file = path.join(place.folder, 'phụ lục.xlsx');
    expect(exported.json).toEqual({ file, bytes: readFileSync(file).byteLength });
    const dry = await ask(place.folder, 'import', 'phụ lục.xlsx', '--dry-run');
    expect(dry.json).toMatchObject({ form: 'F1', unit: 'trieu', issues: [] });
    const { id } = (await ask(place.folder, 'import', 'phụ lục.xlsx')).json;
    expect(id).not.toBe(plan);
    for (const form of ['F1', 'F2']) {
      const [before, after] = [
        (await ask(place.folder, 'show', plan, '--form', form)).json,
        (await ask(place.folder, 'show', id, '--form', form)).json,
      ];
      expect({ ...after, plan: { ...after.plan, id: plan } }).toEqual(before);
    }
    writeFileSync(path.join(place.folder, 'hỏng.xlsx'), 'không phải workbook');
    expect((await ask(place.folder, 'import', 'hỏng.xlsx')).exitCode).toBe(2);
  });

  test('shows and lists for a person too', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const text = async (...line: string[]) =>
      (await runLine([...line, '--library', place.folder], place.folder)).stdout;
    const shown = await text('show', plan, '--form', 'F1');
    expect(shown).toContain('Đơn vị tính: triệu đồng');
    expect(shown).toMatch(/Tổng giai đoạn 2022 - 2025 +209\.600/);
    expect(shown).toContain('hai trăm lẻ chín tỷ sáu trăm triệu đồng');
    expect(await text('programmes')).toContain('tên chưa đối chiếu văn bản');
    expect(await text('revise', plan, '--label', 'Trình lần 1')).toBe('0  Trình lần 1\n');
    expect(await text('revisions', plan)).toContain('Trình lần 1');
    expect((await text('history', plan)).trim()).toMatch(/Lập phụ lục từ mẫu của Tỉnh Vĩnh Long$/);
  });
});

test('an option takes the next word as it stands, whatever it begins with', () => {
  const { parsed } = parseLine(['set', '--amount', '--json', 'P', '--row', '-5'], COMMANDS);
  if (!parsed.ok) throw new Error(parsed.refusal.code);
  expect(parsed.value.given.option('amount')).toBe('--json');
  expect(parsed.value.given.option('row')).toBe('-5');
  expect(parsed.value.given.operand('PLAN')).toBe('P');
});

test('a relative file stands where the caller stands, also through npm', () => {
  expect(callerFolder('planner', { npm_lifecycle_event: 'planner', INIT_CWD: '/home/lan' })).toBe(
    '/home/lan',
  );
  expect(callerFolder('planner', { npm_lifecycle_event: 'test', INIT_CWD: '/home/lan' })).toBe(process.cwd());
  expect(callerFolder('planner', {})).toBe(process.cwd());
});
