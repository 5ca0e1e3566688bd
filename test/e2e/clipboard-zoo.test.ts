import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { columnId } from '../../shared/sheet/cell-place.ts';
import { cellAmount } from '../../shared/sheet/cell-text.ts';
import { vinhLongPlan } from '../shared/plan/sample-plan.ts';
import { sheetOf } from '../shared/sheet/a-sheet.ts';
import { Archive } from './archive.ts';
import { pasteEvent } from './clip.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

const FOLDER = path.resolve(import.meta.dirname, '..', 'golden', 'clipboards');

const caseSchema = z.object({
  from: z.string(),
  what: z.string(),
  at: z.tuple([z.string(), z.string()]),
  text: z.string(),
  html: z.string().exactOptional(),
  expect: z.object({
    asks: z.array(z.string()),
    problems: z.array(z.tuple([z.int(), z.int(), z.string()])),
    shows: z.array(z.array(z.string().nullable())),
  }),
});
type Case = z.output<typeof caseSchema>;

const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...caseSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))) }));

const REFERENCE = sheetOf(vinhLongPlan());
const COLUMNS = REFERENCE.columns.map(columnId);

describe('the zoo of clipboards, pasted into the window', () => {
  const office = Office.open();
  let sheet: Sheet;
  let archive: Archive;
  beforeAll(async () => {
    sheet = await office.openSample(await office.start());
    archive = new Archive(sheet.page);
    await sheet.form('F2');
  });
  beforeEach(async () => {
    if ((await sheet.dialog().count()) > 0) await sheet.answer('Hủy');
  });
  afterAll(async () => {
    await office.leave();
  });
  const accept = () => sheet.dialog().getByRole('button', { name: 'Dán', exact: true });

  async function paste({ at: [code, column], text, html }: Case): Promise<void> {
    const row = REFERENCE.lines.find((line) => line.code === code)?.ordinal ?? '';
    await sheet.goTo(row, column);
    await pasteEvent(sheet, html === undefined ? { text } : { text, html });
  }

  /** What the plan on disk holds where a case lands; where the case says nothing, what it held before. */
  async function held({ at: [code, column], expect: { shows } }: Case): Promise<(string | null)[][]> {
    const now = sheetOf(await archive.plan());
    const top = REFERENCE.lines.findIndex((line) => line.code === code);
    const left = COLUMNS.indexOf(column);
    return shows.map((cells, down) =>
      cells.map((shown, across) => {
        const [line, target] = [now.lines[top + down], now.columns[left + across]];
        if (!line || !target) throw new Error('the plan has no such cell');
        const value =
          target.kind === 'amount' ? `${cellAmount(now, { line, column: target })}` : line[target.kind];
        return shown === 'total' ? 'total' : value;
      }),
    );
  }

  /** What a case says, over what the plan holds where it says nothing. */
  async function wanted(animal: Case): Promise<(string | null)[][]> {
    const before = await held(animal);
    return animal.expect.shows.map((cells, down) =>
      cells.map((shown, across) => shown ?? before[down]?.[across] ?? null),
    );
  }

  const bad = CASES.filter((one) => one.expect.problems.length > 0);
  const open = CASES.filter((one) => !bad.includes(one) && one.expect.asks.includes('numbers'));
  const rest = CASES.filter((one) => !bad.includes(one) && !open.includes(one));
  const silent = rest.filter((one) => one.expect.asks.length === 0);
  const confirmed = rest.filter((one) => one.expect.asks.length > 0);

  it.each(silent)('$name is pasted at once: $what', async (animal) => {
    const after = await wanted(animal);
    await archive.oneGesture(
      /^Dán/,
      () => paste(animal),
      async () => {
        expect(await sheet.dialog().count()).toBe(0);
        expect(await held(animal)).toEqual(after);
      },
    );
  });

  it.each(confirmed)('$name is shown and pasted when that is confirmed: $what', async (animal) => {
    if (animal.expect.asks.includes('totals')) {
      // Its details are those of the plan already; it would change nothing.
      await sheet.goTo('2.1', '2023.central.recurrent');
      await sheet.press('Delete');
      await expect.poll(() => archive.amount('2.1', '2023.central.recurrent')).toBe(0n);
    }
    const after = await wanted(animal);
    await archive.oneGesture(
      /^Dán/,
      async () => {
        await paste(animal);
        await sheet.dialog().waitFor();
        const { asks } = animal.expect;
        if (asks.includes('totals')) {
          expect(await accept().isDisabled()).toBe(true);
          await sheet
            .dialog()
            .getByLabel(/^Không dán \d+ ô rơi vào ô tổng/)
            .check();
        }
        const signs = { currency: 'ký hiệu đồng', unit: 'lớn bất thường', totals: 'khác với tổng tự tính' };
        for (const [ask, sign] of Object.entries(signs)) {
          expect((await sheet.dialog().innerText()).includes(sign)).toBe(asks.includes(ask));
        }
        await sheet.answer('Dán');
      },
      async () => expect(await held(animal)).toEqual(after),
    );
  });

  it.each(open)('$name waits until it is said how its numbers are written: $what', async (animal) => {
    await archive.nothingHappens(async () => {
      await paste(animal);
      await sheet.dialog().getByText('hãy chọn và xem trước').waitFor();
      expect(await accept().isDisabled()).toBe(true);
      expect(await sheet.dialog().locator('.preview-undecided').count()).toBeGreaterThan(0);
      await sheet.dialog().getByLabel('Cách viết số của dữ liệu dán').selectOption('vi');
      await expect.poll(() => sheet.dialog().locator('.preview-undecided').count()).toBe(0);
      await sheet.answer('Hủy');
    });
  });

  it.each(bad)(
    '$name is refused before anything happens, each bad cell with its reason: $what',
    async (animal) => {
      const { problems } = animal.expect;
      await archive.nothingHappens(async () => {
        await paste(animal);
        await sheet.dialog().getByText(`${problems.length} ô không dán được, nên chưa dán ô nào`).waitFor();
        expect(await sheet.dialog().locator('.paste-problems li').count()).toBe(problems.length);
        expect(await sheet.dialog().locator('.preview-refused').count()).toBe(problems.length);
        expect(await accept().isDisabled()).toBe(true);
        await sheet.answer('Hủy');
      });
    },
  );

  it('no animal was left out, and nothing was complained of', () => {
    expect([silent, confirmed, open, bad].map((group) => group.length > 0)).toEqual([true, true, true, true]);
    expect(office.complaints).toEqual([]);
  });
});
