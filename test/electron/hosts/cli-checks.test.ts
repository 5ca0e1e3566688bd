import { describe, expect, test } from 'vitest';
import { runLine } from '../../../electron/hosts/cli/run.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

async function ask(folder: string, ...line: string[]) {
  const outcome = await runLine(['--library', folder, '--json', ...line], folder);
  return { ...outcome, json: JSON.parse(outcome.stdout) };
}
const sampleIn = async (folder: string): Promise<string> =>
  (await ask(folder, 'sample', 'vinh-long-2022-2025')).json.id;
const MONEY = ['--source', 'central', '--capital', 'recurrent', '--year', '2023', '--amount'];

describe('check', () => {
  test('of the sample tells one information, with the cells that show it', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const { json, exitCode } = await ask(place.folder, 'check', plan);
    expect(exitCode).toBe(0);
    expect(json).toEqual({
      findings: [
        {
          code: 'check.shareStarts',
          severity: 'information',
          message:
            'Ngân sách địa phương bắt đầu có từ năm 2023, chiếm 5,83 % tổng kinh phí; năm 2022 không có.',
          difference: '3100000000',
          cells: [{ row: 'one-year', column: 'local.total' }],
        },
      ],
      accepted: [],
    });
    const text = await runLine(['--library', place.folder, 'check', plan], place.folder);
    expect(text.stdout).toMatch(/^ℹ Kinh phí các dự án 01 năm: Ngân sách địa phương/);
    expect(text.stdout).toMatch(/1 điều cần xem, 0 đã chấp nhận, \d+ loại kiểm tra đạt\./);
  });

  test('tells the exact difference and the cells of the form that is asked for', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    await ask(place.folder, 'set', plan, '--row', '2.1', ...MONEY, '-6.250');
    const found = async (form: string) =>
      (await ask(place.folder, 'check', plan, '--form', form)).json.findings.map(
        ({ message: _, ...rest }: { message: string }) => rest,
      );
    expect(await found('F2')).toContainEqual({
      code: 'check.negative',
      severity: 'warning',
      difference: '-6250000000',
      cells: [{ row: 'DA3-TDA1', column: '2023.central.recurrent' }],
    });
    expect(await found('F1')).toContainEqual({
      code: 'check.yearsDiffer',
      severity: 'warning',
      difference: '12500000000',
      cells: [{ row: 'DA3-TDA1', column: 'central.recurrent' }],
    });
    expect((await ask(place.folder, 'check', plan, '--form', 'F3')).json.error.code).toBe('cli.badChoice');
  });
});

describe('control', () => {
  test.each(['F1', 'F2'])(
    'a plan agrees with its own export on %s, and every stated place that differs is told',
    async (form) => {
      using place = temporaryFolder();
      const plan = await sampleIn(place.folder);
      await ask(place.folder, 'export', plan, '--form', form, '--out', 'giao.xlsx');
      const control = async () =>
        (await ask(place.folder, 'control', plan, '--file', 'giao.xlsx')).json.differences;
      expect(await control()).toEqual([]);
      await ask(place.folder, 'set', plan, '--row', '2.1', ...MONEY, '6.500');
      const differences = await control();
      expect(differences).toContainEqual({
        row: 'DA3-TDA1',
        column: '2023.central.recurrent',
        allocated: '6250000000',
        plan: '6500000000',
        difference: '250000000',
      });
      expect(differences).toContainEqual({
        row: 'total',
        column: 'period.total',
        allocated: '209600000000',
        plan: '209850000000',
        difference: '250000000',
      });
      expect(new Set(differences.map(({ row }: { row: string }) => row))).toEqual(
        new Set(['total', 'DA3', 'DA3-TDA1']),
      );
      expect(new Set(differences.map(({ difference }: { difference: string }) => difference))).toEqual(
        new Set(['250000000']),
      );
    },
  );

  test('a row that the plan lost is told by its code, with nothing planned', async () => {
    using place = temporaryFolder();
    const plan = await sampleIn(place.folder);
    const other = (
      await ask(
        place.folder,
        'new',
        '--programme',
        'gnbv-2021-2025',
        '--title',
        'Trống',
        '--first',
        '2022',
        '--last',
        '2025',
      )
    ).json.id;
    await ask(place.folder, 'export', plan, '--form', 'F2', '--out', 'giao.xlsx');
    const { differences } = (await ask(place.folder, 'control', other, '--file', 'giao.xlsx')).json;
    expect(differences).toContainEqual({
      row: 'DA3-TDA1',
      column: '2023.central.recurrent',
      allocated: '6250000000',
      plan: '0',
      difference: '-6250000000',
    });
    const missing = await ask(place.folder, 'control', other, '--file', 'không có.xlsx');
    expect(missing.exitCode).toBe(2);
    await ask(place.folder, 'export', plan, '--form', 'F2', '--out', 'giao.json');
    expect((await ask(place.folder, 'control', other, '--file', 'giao.json')).json.error.code).toBe(
      'control.nothing',
    );
  });
});
