import { describe, expect, test } from 'vitest';
import { runLine } from '../../../electron/hosts/cli/run.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

const EDIT = [
  '--row',
  '2.1',
  '--source',
  'central',
  '--capital',
  'recurrent',
  '--year',
  '2023',
  '--amount',
  '6.500',
];

/** The sample with a revision, then one amount changed; `ask` runs a command there. */
async function revisedSample(folder: string) {
  const ask = async (...line: string[]) => {
    const outcome = await runLine(['--library', folder, '--json', ...line], folder);
    return { ...outcome, json: JSON.parse(outcome.stdout) };
  };
  const { id } = (await ask('sample', 'vinh-long-2022-2025')).json;
  await ask('revise', id, '--label', 'Trình@UBND');
  await ask('export', id, '--form', 'F1', '--out', 'trước.xlsx');
  await ask('set', id, ...EDIT);
  await ask('export', id, '--form', 'F2', '--out', 'sau.xlsx');
  return { ask, id };
}

const CHANGED = {
  row: 'DA3-TDA1',
  column: '2023.central.recurrent',
  before: '6250000000',
  after: '6500000000',
  difference: '250000000',
  leaf: true,
};

describe('compare in the terminal', () => {
  test('holds a revision, a workbook and another plan against the plan alike', async () => {
    using place = temporaryFolder();
    const { ask, id } = await revisedSample(place.folder);
    const other = (await ask('import', 'sau.xlsx')).json.id;
    for (const [before, after] of [
      [`${id}@Trình@UBND`, id],
      ['trước.xlsx', id],
      ['trước.xlsx', 'sau.xlsx'],
      [`${id}@Trình@UBND`, other],
    ] as const) {
      const { json, exitCode } = await ask('compare', before, after);
      expect(exitCode).toBe(0);
      const { added, removed, moved, renamed, changed } = json;
      expect([added, removed, moved, renamed]).toEqual([[], [], [], []]);
      expect(changed).toHaveLength(18);
      expect(changed.filter(({ leaf }: { leaf: boolean }) => leaf)).toEqual([CHANGED]);
    }
    const back = (await ask('compare', id, 'trước.xlsx')).json;
    expect(back.changed).toContainEqual({
      ...CHANGED,
      ...{ before: CHANGED.after, after: CHANGED.before, difference: '-250000000' },
    });
  });

  test('says in words that two are alike, and lists what differs with its sign', async () => {
    using place = temporaryFolder();
    const { id } = await revisedSample(place.folder);
    const text = async (...line: string[]) =>
      (await runLine(['--library', place.folder, 'compare', ...line], place.folder)).stdout;
    expect(await text(id, 'sau.xlsx')).toContain('Hai bản không có gì khác nhau.');
    expect(await text(`${id}@Trình@UBND`, id)).toMatch(
      /DA3-TDA1 +2023\.central\.recurrent +6\.250 +6\.500 +\+250\n/,
    );
  });

  test('refuses what it cannot find, and names what there is', async () => {
    using place = temporaryFolder();
    const { ask, id } = await revisedSample(place.folder);
    const refusal = async (...line: string[]) => {
      const { exitCode, json } = await ask('compare', ...line);
      expect(exitCode).toBe(2);
      return json.error;
    };
    expect(await refusal(id, `${id}@Trình`)).toMatchObject({
      code: 'compare.unknownRevision',
      details: { label: 'Trình', known: 'Trình@UBND' },
    });
    expect(await refusal('không có', id)).toMatchObject({ code: 'cli.unknownPlan' });
    expect(await refusal(id, 'không có.xlsx')).toMatchObject({ code: 'file.cannotRead' });
  });
});
