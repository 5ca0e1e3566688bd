import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { NOBODY, OFFLINE_BROWSER } from '../../../electron/hosts/offline-browser.ts';
import { printArguments } from '../../../electron/hosts/print/browser-printer.ts';
import { windowArguments } from '../../../electron/hosts/start/browser-window.ts';
import { launchChromium } from '../../e2e/chromium.ts';
import { Office } from '../../e2e/office.ts';

/**
 * Attack: the page, a library in it, or the browser around it asks somebody on the internet while an officer works. The
 * browser's own network log is read: every request that it begins, its own among them, and every socket that it opens.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'plkp-net-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const logSchema = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: z.looseObject({}).optional() })),
});

/** What a browser asked for and connected to, from the log that it wrote. */
function readLog(file: string): { asked: string[]; connected: string[]; sent: number } {
  const { constants, events } = logSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const of = (name: string): Record<string, unknown>[] => {
    const type = constants.logEventTypes[name];
    // A browser that no longer knows the event would make this test blind.
    if (type === undefined) throw new Error(`the browser logs no ${name}`);
    return events.flatMap((event) => (event.type === type && event.params ? [event.params] : []));
  };
  const texts = (params: Record<string, unknown>[], key: string): string[] =>
    params.flatMap((one) => (typeof one[key] === 'string' ? [one[key]] : []));
  return {
    asked: texts(of('URL_REQUEST_START_JOB'), 'url'),
    connected: texts(of('TCP_CONNECT_ATTEMPT'), 'address'),
    sent: of('UDP_BYTES_SENT').length,
  };
}

/** What the page makes itself, and where the browser is sent with its own questions: to no one. */
const isNobody = (url: string): boolean => /^(data:|blob:|about:)/.test(url) || url.startsWith(NOBODY);

test('a day at the sheet asks this computer’s own host alone, the browser’s own doings included', async () => {
  const log = path.join(folder, 'day.json');
  const office = Office.open();
  const page = await office.start(undefined, [...OFFLINE_BROWSER, `--log-net-log=${log}`]);
  const { origin } = new URL(page.url());
  const sheet = await office.openSample(page);
  await sheet.enter('2.1', 'central.recurrent', '6.300');
  await sheet.saved();
  for (const panel of [1, 2, 3, 4, 5]) {
    await sheet.press(`Control+Shift+${panel}`);
    await page.getByRole('complementary').waitFor();
    await sheet.press('Escape');
  }
  await sheet.click('2.1', 'central.recurrent');
  const download = async (does: Promise<unknown>): Promise<string> => {
    const [file] = await Promise.all([page.waitForEvent('download'), does]);
    return file.path();
  };
  const exported = await download(sheet.press('Control+e'));
  await sheet.press('Control+p');
  const preview = page.getByRole('dialog', { name: 'Xem trước, in và xuất' });
  await preview.locator('iframe').contentFrame().locator('section').first().waitFor();
  await download(preview.getByRole('button', { name: 'Lưu PDF' }).click());
  await sheet.press('Escape');
  await preview.waitFor({ state: 'detached' });
  await page.goto(`${origin}/`);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Nhập từ Excel' }).first().click(),
  ]);
  await chooser.setFiles({ name: 'bản gửi.xlsx', mimeType: '', buffer: readFileSync(exported) });
  await page.locator('.form-grid .ag-row, [role="dialog"]').first().waitFor();
  expect(office.strayRequests).toEqual([]);
  expect(office.complaints).toEqual([]);
  await office.leave();

  const { asked, connected, sent } = readLog(log);
  const ours = asked.filter((url) => url.startsWith(`${origin}/`));
  expect(ours.length).toBeGreaterThan(20);
  expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !isNobody(url))).toEqual([]);
  expect(new Set(connected)).toEqual(new Set([new URL(origin).host]));
  expect(sent).toBe(0);
});

test('the browser of the window reaches no name and no address but the loopback’s', async () => {
  const flags = windowArguments('', '', false).filter((flag) => OFFLINE_BROWSER.includes(flag));
  expect(flags).toEqual([...OFFLINE_BROWSER]);
  const server = createServer((_, response) => response.end('this computer'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const browser = await launchChromium(flags);
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  expect(await tab.locator('body').innerText()).toBe('this computer');
  // Neither the name nor the address was looked for: the proxy that does not exist did not answer.
  for (const address of ['http://evil.example/', 'https://192.0.2.1/', 'ftp://evil.example/']) {
    await expect(tab.goto(address), address).rejects.toThrow(/ERR_(PROXY_CONNECTION_FAILED|ABORTED)/);
  }
  await browser.close();
  server.close();
});

test('so does the browser that prints', () => {
  expect(printArguments('/a', '/b', '/c', false)).toEqual(expect.arrayContaining([...OFFLINE_BROWSER]));
});
