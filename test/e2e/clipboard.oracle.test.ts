import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Calc, type CalcCell } from './calc.ts';
import { otherProgramCopies } from './clip.ts';
import { Display } from './display.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

/** LibreOffice in each locale, with the decimal mark that is typed there. */
const DECIMAL_MARK = { 'en-US': '.', 'vi-VN': ',' } as const;
type Locale = keyof typeof DECIMAL_MARK;

const NAME = 'Hỗ trợ "giống"\nvà <phân bón>';
const LOOKS_LIKE_A_FORMULA = '=1+1';

const office = Office.open();
const calcs = new Map<Locale, Calc>();
let display: Display | undefined;
let sheet: Sheet;

beforeAll(async () => {
  const shared = await Display.open();
  display = shared;
  const open = async (locale: Locale) => calcs.set(locale, await Calc.open(shared, locale));
  const [page] = await Promise.all([office.start(shared.name), open('en-US'), open('vi-VN')]);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  sheet = await office.openSample(page);
  await enterWhatIsHardToCopy();
});
afterAll(async () => {
  await office.leave();
  for (const calc of calcs.values()) await calc.close();
  await display?.close();
});

/** A name of two lines, a name that looks like a formula, decimals, zero, and years that differ ("≠" on F1). */
async function enterWhatIsHardToCopy(): Promise<void> {
  const [above = '', below = ''] = NAME.split('\n');
  await sheet.click('2.1', 'name');
  await sheet.page.keyboard.type(above);
  await sheet.press('Alt+Enter');
  await sheet.page.keyboard.type(below);
  await sheet.press('Enter');
  await sheet.enter('2.2', 'name', LOOKS_LIKE_A_FORMULA);
  await sheet.enter('2.1', 'central.recurrent', '6250,123456');
  await sheet.enter('2.2', 'central.recurrent', '0');
  await sheet.form('F2');
  await sheet.goTo('3.2', '2023.central.investment');
  await sheet.page.keyboard.type('3000,5');
  await sheet.press('Enter');
  await sheet.form('F1');
}

function calcIn(locale: Locale): Calc {
  const calc = calcs.get(locale);
  if (!calc) throw new Error(`no LibreOffice of ${locale}`);
  return calc;
}

/** Copies a rectangle of our sheet, whose texts include one. */
async function copyOurs(from: [string, string], to: [string, string], text: string): Promise<void> {
  await sheet.goTo(...from);
  await (await sheet.reveal(...to)).click({ modifiers: ['Shift'] });
  await sheet.press('Control+c');
  await clipboardHas(text);
}

/** Waits until our window sees on the clipboard what was put there, by it or by another program. */
async function clipboardHas(text: string): Promise<void> {
  const read = () => sheet.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read, { timeout: 10_000 }).toContain(text);
}

/** What cells of LibreOffice are, without how they look. */
function heldBy(rows: readonly (readonly CalcCell[])[]): (number | string | null)[][] {
  return rows.map((row) =>
    row.map((cell) => {
      switch (cell.kind) {
        case 'number':
          return cell.value;
        case 'text':
          return cell.text;
        case 'formula':
          return `formula ${cell.formula}`;
        case 'empty':
          return null;
        default:
          return cell satisfies never;
      }
    }),
  );
}

describe.each(['en-US', 'vi-VN'] as const)('beside a LibreOffice of %s', (locale) => {
  const pasted = async (area: string) => {
    const calc = calcIn(locale);
    await calc.clear();
    await calc.paste('A1');
    return heldBy(await calc.read(area));
  };
  /** Types numbers as the locale writes them, shows them in a format, and copies them. */
  const copyTheirs = async (
    rows: readonly (readonly number[])[],
    code: string,
    area: string,
    shown: string,
  ) => {
    const calc = calcIn(locale);
    await calc.clear();
    await calc.type(rows.map((row) => row.map((one) => `${one}`.replace('.', DECIMAL_MARK[locale]))));
    await calc.format(area, code);
    await calc.copy(area);
    await clipboardHas(shown);
  };
  const leaves = async () =>
    Promise.all(
      ['4.1', '4.2'].flatMap((row) =>
        ['central.investment', 'central.recurrent'].map((column) => sheet.text(row, column)),
      ),
    );
  const pasteAndLook = async (wanted: readonly string[]) => {
    const before = await leaves();
    await sheet.goTo('4.1', 'central.investment');
    await sheet.press('Control+v');
    await expect.poll(leaves, { timeout: 10_000 }).toEqual(wanted);
    expect(await sheet.dialog().count()).toBe(0);
    await sheet.press('Control+z');
    await expect.poll(leaves, { timeout: 10_000 }).toEqual(before);
  };

  it('cells copied in our sheet are exact numbers there, and texts stay texts', async () => {
    await copyOurs(['2.1', 'ordinal'], ['3.2', 'central.recurrent'], '6.250,123456');
    await expect
      .poll(() => pasted('A1:M5'), { timeout: 20_000 })
      .toEqual([
        [
          '2.1',
          NAME,
          ...[
            25_800.493824, 0, 25_600.493824, 200, 6500.123456, 0, 6450.123456, 50, 6250.123456, 0,
            6250.123456,
          ],
        ],
        ['2.2', LOOKS_LIKE_A_FORMULA, 2600, 0, 600, 2000, 700, 0, 200, 500, 0, 0, 0],
        [
          '3',
          'Phát triển giáo dục nghề nghiệp, việc làm bền vững',
          ...[68_200.5, 10_500.5, 57_700, 0, '≠', '≠', 14_900, 0, '≠', '≠', 13_000],
        ],
        [
          '3.1',
          'Phát triển giáo dục nghề nghiệp vùng khó khăn',
          ...[37_950, 0, 37_950, 0, 9900, 0, 9900, 0, 8250, 0, 8250],
        ],
        ['3.2', 'Hỗ trợ việc làm bền vững', 30_250.5, 10_500.5, 19_750, 0, '≠', '≠', 5000, 0, '≠', '≠', 4750],
      ]);
  });

  it('what has no meaning on our form is an empty cell there', async () => {
    await copyOurs(['5.2', 'period.total'], ['Tổng giai đoạn 2022 - 2025', 'period.total'], '200.600,993824');
    await expect.poll(() => pasted('A1:A3'), { timeout: 20_000 }).toEqual([[6150], [null], [200_600.993824]]);
  });

  it('numbers typed there land here as they are', async () => {
    const shown = { 'en-US': '1,234,567.50', 'vi-VN': '1.234.567,50' }[locale];
    await copyTheirs(
      [
        [0, 1_234_567.5],
        [700.25, 6250],
      ],
      '#,##0.00',
      'A1:B2',
      shown,
    );
    await pasteAndLook(['-', '1.234.567,5', '700,25', '6.250']);
  });

  it('thousands that look like decimals elsewhere are told apart by what LibreOffice states beside them', async () => {
    const shown = { 'en-US': '12,345', 'vi-VN': '12.345' }[locale];
    await copyTheirs([[12_345, 6250]], '#,##0', 'A1:B1', shown);
    await pasteAndLook(['12.345', '6.250', '-', '1.000']);
  });

  it('and so are decimals that look like thousands elsewhere', async () => {
    const shown = { 'en-US': '12.345', 'vi-VN': '12,345' }[locale];
    await copyTheirs([[12.345, 2.75]], '#,##0.000', 'A1:B1', shown);
    await pasteAndLook(['12,345', '2,75', '-', '1.000']);
  });
});

describe('a clipboard with nothing but text', () => {
  it('that may be thousands or decimals is asked about before anything is pasted', async () => {
    const before = await sheet.text('4.1', 'central.recurrent');
    await otherProgramCopies(sheet, '12.345');
    await sheet.goTo('4.1', 'central.recurrent');
    await sheet.press('Control+v');
    const dialog = sheet.dialog();
    await dialog.getByText('Dữ liệu không cho biết dấu chấm là hàng nghìn hay thập phân').waitFor();
    expect(await dialog.getByRole('button', { name: 'Dán' }).isDisabled()).toBe(true);
    expect(await sheet.text('4.1', 'central.recurrent')).toBe(before);
    await dialog.getByLabel('Cách viết số của dữ liệu dán').selectOption('en');
    await sheet.answer('Dán');
    await expect.poll(() => sheet.text('4.1', 'central.recurrent')).toBe('12,345');
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  });
});
