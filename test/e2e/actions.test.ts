import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../renderer/actions/action.ts';
import { printChord } from '../../renderer/actions/chord.ts';
import words from '../../renderer/i18n/vi.json' with { type: 'json' };
import { ACTIONS, CONTEXT_MENU, MENUS } from '../../renderer/screens/plan/actions/menus.ts';
import type { PlanContext } from '../../renderer/screens/plan/plan-context.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { Archive } from './archive.ts';
import { Mouse } from './mouse.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

const office = Office.open();
let sheet: Sheet;
let archive: Archive;
let mouse: Mouse;
beforeAll(async () => {
  sheet = await office.openSample(await office.start());
  archive = new Archive(sheet.page);
  mouse = new Mouse(sheet);
});
beforeEach(async () => {
  sheet = await office.untouched(sheet);
});
afterAll(async () => {
  await office.leave();
});

const print = (chord: string) => printChord(chord, { space: words['key.space'] });
const keysOf = ({ keys }: Action<PlanContext>) => keys.map(print).join(', ');
const nameOf = ({ label }: Action<PlanContext>) => words[label];

/** An action's first keys, as the driver presses them. */
function pressed(chord: string): string {
  const keys = chord.split('+');
  const named = { Ctrl: 'Control', Plus: 'Equal' } as const;
  return keys.map((key) => (key === 'Ctrl' || key === 'Plus' ? named[key] : key)).join('+');
}

const menuButton = (name: string) =>
  sheet.page.getByRole('toolbar', { name: 'Thực đơn' }).getByRole('button', { name, exact: true });
const items = () => sheet.page.locator('.action-items [role^="menuitem"]');
const held = () => sheet.page.evaluate(() => document.activeElement?.textContent ?? '');

interface Item {
  readonly name: string;
  readonly keys: string;
  readonly why: string;
  readonly disabled: boolean;
}

/** What the menu that is open shows, item by item. */
function shownItems(): Promise<Item[]> {
  return items().evaluateAll((elements) =>
    elements.map((element) => {
      const content = element.querySelector('.fui-MenuItem__content');
      return {
        name: content?.firstChild?.textContent ?? '',
        keys: element.querySelector('.fui-MenuItem__secondaryContent')?.textContent ?? '',
        why: element.querySelector('.action-why')?.textContent ?? '',
        disabled: element.getAttribute('aria-disabled') === 'true',
      };
    }),
  );
}

describe('every action', () => {
  it('has keys of its own', () => {
    const chords = ACTIONS.flatMap(({ keys }) => keys);
    expect(new Set(chords).size).toBe(chords.length);
    expect(ACTIONS.filter(({ keys }) => keys.length === 0)).toEqual([]);
  });

  it('stands in the list of shortcuts with its keys', async () => {
    await sheet.press('F1');
    await sheet.dialog().waitFor();
    const listed = await sheet
      .dialog()
      .locator('dl > div')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((part) => part.textContent)));
    for (const action of ACTIONS) expect(listed).toContainEqual([nameOf(action), keysOf(action)]);
    await sheet.answer('Đóng');
  });

  it('is found in the palette by its name, with its keys', async () => {
    await sheet.press('Control+k');
    const field = sheet.page.getByRole('combobox', { name: /Gõ/ });
    for (const action of ACTIONS) {
      await field.fill(nameOf(action));
      const found = sheet.page.getByRole('option').filter({
        has: sheet.page.locator('span').getByText(nameOf(action), { exact: true }),
      });
      const [first] = action.keys;
      expect(await found.locator('kbd').allInnerTexts()).toContain(first === undefined ? '' : print(first));
    }
    await sheet.press('Escape');
  });

  it('stands in its menu in its order, with its keys; what cannot be done is greyed and says why', async () => {
    await sheet.click('1', 'name');
    for (const menu of MENUS) {
      await menuButton(words[menu.label]).click();
      await items().first().waitFor();
      const shown = await shownItems();
      expect(shown.map(({ name, keys }) => [name, keys])).toEqual(
        menu.groups
          .flat()
          .map((action) => [nameOf(action), action.keys[0] === undefined ? '' : print(action.keys[0])]),
      );
      for (const { disabled, why } of shown) expect(why !== '').toBe(disabled);
      await sheet.press('Escape');
      await items().first().waitFor({ state: 'detached' });
    }
  });
});

describe('what cannot be done', () => {
  /** On the first row's name in a plan where nothing was done yet. */
  const GREYED: Readonly<Record<string, string>> = {
    'Hoàn tác': 'chưa có gì để hoàn tác',
    'Làm lại': 'chưa có gì để làm lại',
    'Phân bổ lại ô tổng…': 'ô đang chọn không phải ô tổng',
    'Chọn các ô tạo nên ô tổng': 'ô đang chọn không phải ô tổng',
    'Chuyển lên': 'dòng đang ở đầu nhóm',
    'Thụt vào': 'không có dòng cùng cấp ở trên để thụt vào',
    'Thụt ra': 'dòng đã ở cấp ngoài cùng',
    'Thu gọn dòng': 'không có dòng nào bên dưới để thu gọn',
    'Mở dòng': 'dòng này không bị thu gọn',
    'Mở để điều chỉnh…': 'phụ lục không bị khóa vì phê duyệt',
    'Chỉ dòng có số ở cột này': 'hãy chọn một ô ở cột số tiền',
    'Hiện mọi dòng': 'mọi dòng đang hiện',
    'Đặt lại độ rộng cột': 'chưa cột nào bị đổi độ rộng',
    'Sang khung bên hoặc về bảng': 'chưa mở khung bên nào',
  };

  it('is greyed in its menu with its reason, and its key says the reason beside the cell', async () => {
    sheet = await office.freshSample(sheet.page);
    await sheet.click('1', 'name');
    const greyed: Record<string, string> = {};
    for (const { label } of MENUS) {
      await menuButton(words[label]).click();
      await items().first().waitFor();
      for (const { name, why, disabled } of await shownItems()) if (disabled) greyed[name] = why;
      await sheet.press('Escape');
      await items().first().waitFor({ state: 'detached' });
    }
    expect(greyed).toEqual(GREYED);
    await archive.nothingHappens(async () => {
      for (const action of ACTIONS.filter((one) => GREYED[nameOf(one)] !== undefined)) {
        // Something else beside the cell first, so that each reason is seen to come.
        await sheet.click('1', 'name');
        await sheet.hint().waitFor({ state: 'detached' });
        await sheet.press(pressed(action.keys[0] ?? ''));
        await expect.poll(() => sheet.hint().innerText()).toContain(GREYED[nameOf(action)]);
      }
    });
  });

  it('is every change of a plan that is approved, which says so, until it is opened again', async () => {
    sheet = await office.freshSample(sheet.page);
    await sheet.click('5.1', 'central.recurrent');
    const { id: plan } = await archive.plan();
    must(await archive.planner.revise({ plan, label: 'Quyết định', stage: 'approved' }));
    await sheet.page.getByRole('button', { name: 'Mở để điều chỉnh…' }).waitFor();
    for (const menu of MENUS) {
      await menuButton(words[menu.label]).click();
      await items().first().waitFor();
      const shown = await shownItems();
      const approved = shown.filter(({ why }) => why === words['why.approved']).map(({ name }) => name);
      const changes = menu.groups.flat().filter((action) => action.changes);
      expect(approved).toEqual(changes.map(nameOf));
      await sheet.press('Escape');
      await items().first().waitFor({ state: 'detached' });
    }
    await archive.nothingHappens(async () => {
      await sheet.press('Control+d');
      await expect.poll(() => sheet.hint().innerText()).toContain(words['why.approved']);
    });
    must(await archive.planner.reopen({ plan, kind: 'correct', reason: 'Sửa số' }));
    await sheet.page.getByRole('button', { name: 'Mở để điều chỉnh…' }).waitFor({ state: 'detached' });
    await sheet.press('Delete');
    await expect.poll(() => archive.amount('5.1', 'central.recurrent')).toBe(0n);
  });

  it('says so for other selections: several ranges, the ends of a group, the largest size', async () => {
    await sheet.click('5.1', 'central.recurrent');
    await mouse.clickWith('Control', await sheet.cell('5.2', 'central.recurrent'));
    await menuButton('Soạn thảo').click();
    await items().first().waitFor();
    const several = (await shownItems()).filter(({ why }) => why.includes('một vùng chọn'));
    expect(several.map(({ name }) => name)).toEqual([
      'Cắt',
      'Sao chép',
      'Điền xuống',
      'Điền sang phải',
      'Điền cho mọi năm được bố trí',
      'Điền dãy số cách đều',
    ]);
    await sheet.press('Escape');
    await sheet.click('5.2', 'name');
    await sheet.press('Alt+Shift+ArrowDown');
    await expect.poll(() => sheet.hint().innerText()).toContain('dòng đang ở cuối nhóm');
    await sheet.click('Tổng giai đoạn 2022 - 2025', 'name');
    await sheet.press('Control+Minus');
    await expect.poll(() => sheet.hint().innerText()).toContain('chưa chọn dòng nào');
  });

  it('a greyed item does nothing when it is clicked', async () => {
    await archive.nothingHappens(async () => {
      await sheet.click('1', 'name');
      await menuButton('Dòng').click();
      await items().filter({ hasText: 'Chuyển lên' }).click({ force: true });
      expect(await items().count()).toBeGreaterThan(0);
      await sheet.press('Escape');
    });
  });
});

describe('menus by the keyboard', () => {
  it('F10 and arrows lead through the menus, Enter does it, Escape leads back to the cell', async () => {
    await sheet.click('2.2', 'name');
    await archive.oneGesture(
      /^Thêm dòng 2\.2/,
      async () => {
        await sheet.press('F10');
        await expect.poll(held).toBe('Phụ lục');
        await sheet.press('ArrowRight', 'ArrowRight');
        await expect.poll(held).toBe('Dòng');
        await sheet.press('ArrowDown');
        await expect.poll(held).toContain('Thêm dòng bên trên');
        await sheet.press('Enter');
      },
      async () => {
        expect(await archive.rows()).toContain('2.2 Nội dung mới');
        await expect.poll(() => sheet.active()).toBe('2.2 name');
        expect(await sheet.focus()).not.toBe('elsewhere');
      },
    );
    await sheet.press('F10', 'Enter');
    await items().first().waitFor();
    await sheet.press('Escape');
    await items().first().waitFor({ state: 'detached' });
    await sheet.press('Escape');
    await expect.poll(() => sheet.focus()).not.toBe('elsewhere');
  });

  it('after an action of a menu the keyboard is on the sheet again', async () => {
    await sheet.click('5.2', 'central.recurrent');
    await menuButton('Soạn thảo').click();
    await items().filter({ hasText: 'Chọn cả dòng' }).click();
    await expect.poll(() => sheet.focus()).not.toBe('elsewhere');
    await expect.poll(async () => (await sheet.selected()).length).toBe(17);
    await menuButton('Hiển thị').click();
    await items().filter({ hasText: 'Dòng thoáng' }).click();
    await expect.poll(() => sheet.page.locator('.form-grid.is-comfortable').count()).toBe(1);
    await sheet.press('Alt+y');
    await expect.poll(() => sheet.page.locator('.form-grid.is-comfortable').count()).toBe(0);
    expect(await sheet.focus()).not.toBe('elsewhere');
    await menuButton('Soạn thảo').click();
    await items().filter({ hasText: 'Đến dòng' }).click();
    await sheet.page.getByRole('combobox', { name: /Gõ/ }).waitFor();
    await sheet.page.keyboard.type('2.2 dinh');
    await sheet.press('Enter');
    await expect.poll(() => sheet.active()).toBe('2.2 name');
  });

  it('Shift+F10 opens the menu of the cell, in reach of arrows, and Escape leads back', async () => {
    await sheet.click('2.1', 'name');
    await sheet.press('Shift+F10');
    await items().first().waitFor();
    expect((await shownItems()).map(({ name }) => name)).toEqual(CONTEXT_MENU.flat().map(nameOf));
    await expect.poll(held).toContain('Cắt');
    await sheet.press('ArrowDown');
    await expect.poll(held).toContain('Sao chép');
    await sheet.press('Escape');
    await items().first().waitFor({ state: 'detached' });
    await expect.poll(() => sheet.focus()).not.toBe('elsewhere');
    expect(await sheet.active()).toBe('2.1 name');
    await archive.oneGesture(
      /^Nhân đôi dòng 2\.1/,
      async () => {
        await sheet.press('Shift+F10');
        await items().first().waitFor();
        await items().filter({ hasText: 'Nhân bản dòng' }).focus();
        await sheet.press('Enter');
      },
      async () => expect(await archive.rows()).toHaveLength(14),
    );
  });

  it('the right button selects the cell under it, or keeps the selection that it is in', async () => {
    await mouse.dragOver(['4.1', 'central.recurrent'], ['4.2', 'central.recurrent']);
    await (await sheet.cell('4.2', 'central.recurrent')).click({ button: 'right' });
    await items().first().waitFor();
    expect(await sheet.selected()).toHaveLength(2);
    await archive.oneGesture(
      /^Xóa nội dung 2 ô từ 4\.1/,
      async () => items().filter({ hasText: 'Xóa nội dung ô' }).click(),
      async () => expect(await archive.amount('4', '2022.central.recurrent')).toBe(0n),
    );
    await (await sheet.cell('5.1', 'local.recurrent')).click({ button: 'right' });
    await items().first().waitFor();
    await expect.poll(() => sheet.selected()).toEqual(['5.1 local.recurrent']);
    for (const item of await items().all())
      expect(await item.boundingBox()).toMatchObject({ x: expect.any(Number) });
    const boxes = await Promise.all((await items().all()).map((item) => item.boundingBox()));
    expect(boxes.every((box) => box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1366)).toBe(
      true,
    );
    await sheet.press('Escape');
    await expect.poll(() => sheet.focus()).not.toBe('elsewhere');
  });
});

describe('keys of the plan', () => {
  it('redo by both of its keys', async () => {
    await sheet.click('4.1', 'central.recurrent');
    await sheet.press('Delete');
    const now = () => archive.amount('4.1', '2022.central.recurrent');
    await expect.poll(now).toBe(0n);
    for (const redo of ['Control+y', 'Control+Shift+z']) {
      await sheet.press('Control+z');
      await expect.poll(now).toBe(4_900_000_000n);
      await sheet.press(redo);
      await expect.poll(now).toBe(0n);
    }
    expect((await archive.history()).slice(-2)).toEqual([
      expect.stringMatching(/^undo Xóa nội dung/),
      expect.stringMatching(/^redo Xóa nội dung/),
    ]);
  });

  it('Ctrl+S says that all is saved, Ctrl+E exports, Ctrl+Shift+H opens the header', async () => {
    await sheet.press('Control+s');
    await sheet.toast('Mọi thay đổi đã được lưu ngay khi nhập').waitFor();
    const [download] = await Promise.all([sheet.page.waitForEvent('download'), sheet.press('Control+e')]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    // On a slow machine a dialog says how far the export is: keys are its own until it has gone.
    await expect.poll(() => sheet.dialog().count()).toBe(0);
    await sheet.press('Control+Shift+h');
    await sheet.dialog().getByText('Thông tin phụ lục').first().waitFor();
    await sheet.answer('Hủy');
  });

  it('Alt+U goes through the units as one gesture each, Alt+Shift+1 and 2 through the forms', async () => {
    await archive.oneGesture(
      'Đổi đơn vị tính: triệu đồng → tỷ đồng',
      () => sheet.press('Alt+u'),
      async () => {
        await expect.poll(() => sheet.text('2.1', 'central.recurrent')).toBe('6,25');
      },
    );
    await sheet.press('Alt+Shift+2');
    await sheet.page.locator('[col-id="period.central.total"]').first().waitFor();
    await sheet.press('Alt+Shift+1');
    await sheet.page.locator('[col-id="central.recurrent"]').first().waitFor();
  });

  it('Alt+Home leads to the library, where every gesture is kept', async () => {
    await sheet.press('Alt+Home');
    await sheet.page.locator('.library-list').waitFor();
    await sheet.page
      .getByRole('link', { name: /KINH PHÍ THỰC HIỆN/ })
      .first()
      .click();
    sheet = await Sheet.on(sheet.page);
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  });
});
