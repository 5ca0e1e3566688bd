import { describe, expect, it } from 'vitest';
import { runLine } from '../../../electron/hosts/cli/run.ts';
import golden from '../../golden/vinh-long-2022-2025.json' with { type: 'json' };
import { temporaryFolder } from '../store/temporary-library.ts';

interface Shown {
  readonly words: string;
  readonly columns: readonly { readonly id: string; readonly path: readonly string[] }[];
  readonly rows: readonly {
    readonly kind: 'row' | 'total';
    readonly ordinal: string;
    readonly code: string;
    readonly name: string;
    readonly level: number;
    readonly cells: Readonly<Record<string, string | null>>;
  }[];
}

/** The record keeps triệu; the terminal answers in đồng. */
const inDong = (values: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([id, trieu]) => [id, `${BigInt(trieu) * 1_000_000n}`]));

async function ask(folder: string, ...line: string[]) {
  const { stdout } = await runLine(['--library', folder, '--json', ...line], folder);
  return JSON.parse(stdout);
}

describe('the terminal, held against the signed appendix of Vĩnh Long (golden/vinh-long-2022-2025.json)', () => {
  it('`sample` then `show --form F1 --json` gives all 13 rows × 15 columns and both total rows', async () => {
    using place = temporaryFolder();
    const { id } = await ask(place.folder, 'sample', 'vinh-long-2022-2025');
    const shown: Shown = await ask(place.folder, 'show', id, '--form', 'F1');
    expect(shown.columns.map((column) => column.id)).toEqual(golden.columns);
    const rows = shown.rows.filter((row) => row.kind === 'row');
    expect(rows.map((row) => [row.ordinal, row.name, row.level, row.cells])).toEqual(
      golden.rows.map((row) => [row.stt, row.name, row.level, inDong(row.values)]),
    );
    expect(rows.map((row) => row.code)).toEqual(
      golden.rows.map((row) => row.official_code.replace('Dự án ', 'DA').replace(', Tiểu dự án ', '-TDA')),
    );
    const blank = (prefix: string): Record<string, null> =>
      Object.fromEntries(
        golden.columns.filter((column) => column.startsWith(prefix)).map((column) => [column, null]),
      );
    expect(shown.rows.filter((row) => row.kind === 'total').map((row) => [row.code, row.cells])).toEqual([
      ['one-year', { ...blank('period.'), ...inDong(golden.one_year_totals) }],
      ['period', { ...blank('year.'), ...inDong(golden.period_totals) }],
    ]);
    expect(shown.words).toContain(golden.grand_total_in_words);
  });

  it('on F2 the 2022 local cells are null and the years add up to 209.600 triệu', async () => {
    using place = temporaryFolder();
    const { id } = await ask(place.folder, 'sample', 'vinh-long-2022-2025');
    const shown: Shown = await ask(place.folder, 'show', id, '--form', 'F2');
    for (const row of shown.rows) {
      for (const kind of ['total', 'investment', 'recurrent'])
        expect(row.cells[`2022.local.${kind}`]).toBeNull();
    }
    const total = shown.rows.find((row) => row.code === 'total')?.cells ?? {};
    expect([2022, 2023, 2024, 2025].map((year) => total[`${year}.total`])).toEqual([
      '50075000000',
      '53175000000',
      '53175000000',
      '53175000000',
    ]);
    expect(total['period.total']).toBe('209600000000');
  });

  it('`programmes --json` has the counts of the programmes, unconfirmed titles marked', async () => {
    using place = temporaryFolder();
    const { programmes } = await ask(place.folder, 'programmes');
    const counted = programmes.map(
      (programme: { id: string; rows: { level: number; confirmed: boolean }[] }) => [
        programme.id,
        programme.rows.filter((row) => row.level === 1).length,
        programme.rows.filter((row) => row.level === 2).length,
        programme.rows.filter((row) => !row.confirmed).length,
      ],
    );
    expect(counted).toEqual([
      ['gnbv-2021-2025', 7, 11, 1],
      ['dtts-2021-2025', 10, 14, 3],
      ['ntm-2021-2025', 11, 0, 2],
      ['mtqg-2026-2030', 2, 15, 0],
      ['empty', 0, 0, 0],
    ]);
  });
});
