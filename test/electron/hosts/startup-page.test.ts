import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { runLine } from '../../../electron/hosts/cli/run.ts';
import { openPlanner } from '../../../electron/hosts/open-planner.ts';
import { waysOut } from '../../../electron/hosts/ways-out.ts';
import { LibraryLock } from '../../../electron/store/library-lock.ts';
import { refuse } from '../../../shared/refusal.ts';
import { temporaryFolder } from '../store/temporary-library.ts';
import { TestLoopback } from './loopback.ts';

/** A file stands where the library's folder should be. */
const inTheWay = (folder: string): void => writeFileSync(folder, '');

describe('a window whose library does not open', () => {
  test('names the folder, says what happened and what to do, and goes on once it is mended', async () => {
    await using running = await TestLoopback.start('thư viện', inTheWay);
    const { host } = running;
    expect(host.refusal?.code).toBe('library.cannotOpen');
    const headers = await running.admitted();
    const page = await running.ask('GET', '/', headers);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<html lang="vi"');
    expect(page.body).toContain(`<code>${host.library}</code>`);
    expect(page.body).toContain(`Không mở được thư viện trong ${host.library} (SQLITE_CANTOPEN)`);
    expect(page.body).toContain('<a href="/" autofocus>Thử lại</a>');
    expect(page.body).toContain('npm start -- --library');
    rmSync(host.library);
    const planner = await running.ask('GET', '/', headers);
    expect(planner.body).toContain('csp-nonce');
    expect(host.refusal).toBeNull();
    expect(JSON.parse((await running.call('listPlans', {}, headers)).body)).toEqual({ ok: true, value: [] });
  });

  test('refuses every call meanwhile, in the contract’s own words', async () => {
    await using running = await TestLoopback.start('library', inTheWay);
    const headers = await running.admitted();
    const answer = await running.call('listPlans', {}, headers);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, refusal: { code: 'library.cannotOpen' } });
  });

  test('is told nothing and tries nothing where it was not let in', async () => {
    await using running = await TestLoopback.start('library', inTheWay);
    rmSync(running.host.library);
    for (const headers of [{}, { cookie: `plkp-${running.port}=x` }]) {
      const page = await running.ask('GET', '/', headers);
      expect(page.status).toBe(403);
      expect(page.body).not.toContain(running.host.library);
    }
    expect(existsSync(running.host.library)).toBe(false);
  });

  test('runs no script and fetches nothing: its one style has a nonce that is new each time', async () => {
    await using running = await TestLoopback.start('library', inTheWay);
    const headers = await running.admitted();
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time++) {
      const page = await running.ask('GET', '/', headers);
      const nonce = /<style nonce="([\w-]{22,})">/.exec(page.body)?.[1] ?? '';
      expect(page.headers).toMatchObject({
        'content-security-policy': `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; style-src 'nonce-${nonce}'; img-src data:`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      expect(page.body).not.toMatch(/<script|\son\w+=|style=|https?:/);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('waits for who has it alone, then goes on', async () => {
    let other: LibraryLock | undefined;
    await using running = await TestLoopback.start('library', (folder) => {
      mkdirSync(folder);
      other = new LibraryLock(folder);
      other.alone();
    });
    const headers = await running.admitted();
    const page = await running.ask('GET', '/', headers);
    expect(page.body).toContain('đang được một cửa sổ hoặc lệnh khác dùng');
    expect(page.body).not.toContain('--library');
    other?.close();
    expect((await running.ask('GET', '/', headers)).body).toContain('csp-nonce');
  });
});

test('a newer library whose tables this version cannot read is refused, and let go of', async () => {
  using place = temporaryFolder();
  await runLine(['sample', 'vinh-long-2022-2025', '--library', place.folder], place.folder);
  const database = new Database(path.join(place.folder, 'library.plkp.db'));
  database.exec('DROP TABLE wording; PRAGMA user_version = 99');
  database.close();
  expect(openPlanner(place.folder)).toMatchObject({
    refusal: { code: 'library.newer', params: { folder: place.folder, version: 99 } },
  });
  const lock = new LibraryLock(place.folder);
  expect(lock.alone()).toBe(true);
  lock.close();
});

describe('the ways out', () => {
  const of = (code: string) => waysOut(refuse(code).refusal, '/thư viện');

  test('another folder helps but where somebody else only has this one', () => {
    expect(of('library.busy')).toEqual({ otherFolder: false, advice: [] });
    expect(of('library.inUse')).toEqual({ otherFolder: false, advice: [] });
    for (const code of [
      'library.diskFull',
      'library.readOnly',
      'library.notOurs',
      'library.cannotMakeFolder',
    ]) {
      expect(of(code).otherFolder, code).toBe(true);
      expect(of(code).advice, code).toHaveLength(1);
    }
  });

  test('plans in a folder that is no place for them can be taken along', () => {
    for (const code of ['library.networkFolder', 'library.syncedFolder', 'library.notLocalDisk']) {
      expect(of(code).advice.join(' '), code).toContain('chép cả thư mục /thư viện');
    }
  });

  test('the backups of a library that may be broken are named, and the way back by hand works', async () => {
    using place = temporaryFolder();
    const library = path.join(place.folder, 'library');
    const line = (folder: string, ...words: string[]) =>
      runLine([...words, '--library', folder, '--json'], folder);
    await line(library, 'sample', 'vinh-long-2022-2025');
    await line(library, 'backup');
    const backups = path.join(library, 'backups');
    for (const code of ['library.damaged', 'library.diskFailed', 'library.cannotOpen', 'internal']) {
      const advice = waysOut(refuse(code).refusal, library).advice.join(' ');
      expect(advice, code).toContain(`nằm trong ${backups}.`);
      expect(advice, code).toContain('đổi tên bản chép thành library.plkp.db');
      expect(of(code).advice, code).toHaveLength(1);
    }
    const [newest = ''] = readdirSync(backups).sort().reverse();
    const other = path.join(place.folder, 'mới');
    mkdirSync(other);
    copyFileSync(path.join(backups, newest), path.join(other, 'library.plkp.db'));
    const verified = JSON.parse((await line(other, 'verify')).stdout);
    expect(verified).toMatchObject({ ok: true, plans: 1, recovery: null });
  });
});
