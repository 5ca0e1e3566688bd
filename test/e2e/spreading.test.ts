import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Archive, trieu } from './archive.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

describe('a total that is typed', () => {
  const office = Office.open();
  let sheet: Sheet;
  let archive: Archive;
  beforeAll(async () => {
    sheet = await office.openSample(await office.start());
    archive = new Archive(sheet.page);
  });
  beforeEach(async () => {
    sheet = await office.untouched(sheet);
  });
  afterAll(async () => {
    await office.leave();
  });

  /** Types a total and waits for the question. */
  const typeTotal = async (row: string, column: string, text: string) => {
    await sheet.goTo(row, column);
    await sheet.page.keyboard.type(text);
    await sheet.press('Enter');
    await sheet.dialog().getByText('Phân bổ lại ô tổng').waitFor();
  };
  const way = (name: string) => sheet.dialog().getByRole('radio', { name });
  /** The parts that the preview shows: name, before, after. */
  const parts = async () => {
    const rows = await sheet.dialog().locator('tbody tr').allInnerTexts();
    return rows.map((row) => row.split('\t').map((text) => text.trim()));
  };

  it('of a row above others is dealt out in proportion, exact to the đồng, as one gesture', async () => {
    await archive.oneGesture(
      /^Phân bổ số tổng 5 .* vào 2 ô$/,
      async () => {
        await typeTotal('5', 'central.recurrent', '4.251,000001');
        const said = await sheet.dialog().innerText();
        expect(said).toContain('từ 4.250 thành 4.251,000001 triệu đồng, chênh lệch 1,000001');
        expect(await way('Theo tỷ lệ số hiện có').isChecked()).toBe(true);
        // 2.750 and 1.500 of 4.250: the largest remainders get what is left over.
        expect(await parts()).toEqual([
          [expect.stringContaining('5.1'), '2.750', '2.750,647059'],
          [expect.stringContaining('5.2'), '1.500', '1.500,352942'],
        ]);
        await sheet.answer('Phân bổ');
      },
      async () => {
        const [total, ...own] = await archive.amounts([
          ['5', '2023.central.recurrent'],
          ['5.1', '2023.central.recurrent'],
          ['5.2', '2023.central.recurrent'],
        ]);
        expect([total, ...own]).toEqual([4_251_000_001n, 2_750_647_059n, 1_500_352_942n]);
        expect(await archive.amount('5', '2022.central.recurrent')).toBe(4_251_000_001n);
        await expect.poll(() => sheet.text('5', 'central.recurrent')).toBe('4.251,000001');
      },
    );
  });

  it('in whole units where all of it is whole', async () => {
    await archive.oneGesture(
      /^Phân bổ số tổng 5 /,
      async () => {
        await typeTotal('5', 'central.recurrent', '4.251');
        const round = sheet.dialog().getByLabel('Tròn đến triệu đồng');
        expect(await round.isChecked()).toBe(true);
        expect((await parts()).map(([, , after]) => after)).toEqual(['2.751']);
        await round.uncheck();
        await expect.poll(async () => (await parts()).length).toBe(2);
        await round.check();
        await sheet.answer('Phân bổ');
      },
      async () => expect(await archive.amount('5.1', '2024.central.recurrent')).toBe(trieu(2751)),
    );
  });

  it('evenly', async () => {
    await archive.oneGesture(
      /^Phân bổ số tổng 3 .* vào 2 ô$/,
      async () => {
        await typeTotal('3', 'central.recurrent', '13.100');
        await way('Chia đều').check();
        await sheet.answer('Phân bổ');
      },
      async () =>
        expect(
          await archive.amounts([
            ['3', '2025.central.recurrent'],
            ['3.1', '2025.central.recurrent'],
            ['3.2', '2025.central.recurrent'],
          ]),
        ).toEqual([13_100, 8300, 4800].map(trieu)),
    );
  });

  it('onto one of its parts', async () => {
    await archive.oneGesture(
      /^Phân bổ số tổng 3 .* vào 1 ô$/,
      async () => {
        await typeTotal('3', 'central.recurrent', '12.000');
        await way('Dồn vào một ô').check();
        const onto = sheet.dialog().getByLabel('Dồn vào một ô', { exact: true }).last();
        await onto.selectOption({ index: 1 });
        expect(await parts()).toEqual([[expect.stringContaining('3.2'), '4.750', '3.750']]);
        await sheet.answer('Phân bổ');
      },
      async () => {
        expect(await archive.amount('3.2', '2025.central.recurrent')).toBe(trieu(3750));
        expect(await archive.amount('3.1', '2025.central.recurrent')).toBe(trieu(8250));
      },
    );
  });

  it("of a row's period goes into its years and sources", async () => {
    await archive.oneGesture(
      /^Phân bổ số tổng 4\.2 /,
      async () => {
        await typeTotal('4.2', 'period.total', '8.600');
        await sheet.answer('Phân bổ');
      },
      async () => {
        expect(await archive.amount('4.2', 'period.total')).toBe(trieu(8600));
        expect(await archive.amount('4.2', '2022.central.recurrent')).toBe(trieu(2000));
        expect(await archive.amount('4.2', '2023.local.recurrent')).toBe(trieu(200));
        expect(await archive.amount('4.2', '2022.local.recurrent')).toBeNull();
        expect(await archive.amount('4', 'period.total')).toBe(trieu(24_200 + 4300));
      },
    );
  });

  it('of one year leaves the other years alone', async () => {
    await sheet.form('F2');
    await archive.oneGesture(
      /^Phân bổ số tổng 4 /,
      async () => {
        await typeTotal('4', '2024.total', '12.200');
        await sheet.answer('Phân bổ');
      },
      async () => {
        expect(await archive.amount('4', '2024.total')).toBe(trieu(12_200));
        expect(await archive.amount('4.1', '2024.central.recurrent')).toBe(trieu(9800));
        expect(await archive.amount('4.2', '2024.local.recurrent')).toBe(trieu(200));
        expect(await archive.amount('4', '2023.total')).toBe(trieu(6100));
        expect(await archive.amount('4', '2025.total')).toBe(trieu(6100));
      },
    );
    await sheet.form('F1');
  });

  it('of the whole plan too', async () => {
    await archive.oneGesture(
      /^Phân bổ số tổng .*Tổng giai đoạn/,
      async () => {
        await typeTotal('Tổng giai đoạn 2022 - 2025', 'period.total', '419.200');
        await sheet.answer('Phân bổ');
      },
      async () => {
        expect(await archive.amount('2.1', '2024.central.recurrent')).toBe(trieu(12_500));
        await expect.poll(() => sheet.words()).toContain('419.200.000.000 đồng');
      },
    );
  });

  it('Alt+P opens it from the keyboard, F2 edits what it says, and cancelling changes nothing', async () => {
    await archive.nothingHappens(async () => {
      await sheet.click('3', 'central.recurrent');
      await sheet.press('Alt+p');
      expect(await sheet.page.locator('.cell-input').inputValue()).toBe('13.000');
      await sheet.press('Backspace', '1', 'Enter');
      await sheet.dialog().getByText('chênh lệch 1').waitFor();
      await sheet.answer('Hủy');
      await expect.poll(() => sheet.text('3', 'central.recurrent')).toBe('13.000');
    });
    await sheet.click('3.1', 'central.recurrent');
    await sheet.press('Alt+p');
    await expect.poll(() => sheet.hint().innerText()).toContain('ô đang chọn không phải ô tổng');
  });

  it('typed as it was, it asks nothing', async () => {
    await archive.nothingHappens(async () => {
      await sheet.enter('3', 'central.recurrent', '13.000');
      await expect.poll(() => sheet.active()).toBe('3.1 central.recurrent');
      expect(await sheet.dialog().count()).toBe(0);
    });
  });

  it('of nothing there is no proportion: it is dealt out evenly', async () => {
    await archive.oneGesture(
      /^Phân bổ số tổng 5 /,
      async () => {
        await typeTotal('5', 'central.investment', '100');
        expect(await way('Chia đều').isChecked()).toBe(true);
        await way('Theo tỷ lệ số hiện có').check();
        await sheet.dialog().getByRole('alert').waitFor();
        expect(await sheet.dialog().getByRole('button', { name: 'Phân bổ' }).isDisabled()).toBe(true);
        await way('Chia đều').check();
        await sheet.answer('Phân bổ');
      },
      async () => expect(await archive.amount('5.2', '2022.central.investment')).toBe(trieu(50)),
    );
    expect(office.complaints).toEqual([]);
  });
});
