import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserPrinter, printArguments } from '../../../../electron/hosts/print/browser-printer.ts';
import { must } from '../../../shared/plan/sample-plan.ts';
import { temporaryFolder } from '../../store/temporary-library.ts';

/** A program in place of the browser; its arguments are as the browser gets them. */
function program(folder: string, script: string): () => string {
  const file = path.join(folder, 'browser');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return () => file;
}

const WRITES = [
  'for one in "$@"; do case "$one" in --print-to-pdf=*)',
  'pdf=$(echo "$one" | cut -d= -f2-)',
  'cp "$(dirname "$pdf")/pages.html" "$pdf"',
  ';; esac; done',
].join('\n');

describe('printing with a browser', () => {
  test('gives it the pages as a file, takes the PDF, and leaves nothing behind', async () => {
    using place = temporaryFolder();
    const printer = browserPrinter(program(place.folder, WRITES), { folder: place.folder });
    const html = '<!doctype html><p>Phụ lục</p>';
    expect(new TextDecoder().decode(must(await printer.pdf(html)))).toBe(html);
    expect(readdirSync(place.folder)).toEqual(['browser']);
  });

  test('is refused where there is no browser, with what to do', async () => {
    expect(await browserPrinter(() => null).pdf('')).toEqual({
      ok: false,
      refusal: { code: 'pdf.noBrowser', params: {} },
    });
  });

  test.each([
    ['one that fails', 'exit 7', '7'],
    ['one that writes nothing', 'exit 0', ''],
    ['one that does not end', 'exec sleep 60', 'SIGKILL'],
  ])('%s is refused with how it ended, and leaves nothing behind', async (_, script, reason) => {
    using place = temporaryFolder();
    const printer = browserPrinter(program(place.folder, script), { folder: place.folder, longest: 300 });
    expect(await printer.pdf('')).toMatchObject({ refusal: { code: 'pdf.failed', params: { reason } } });
    expect(readdirSync(place.folder)).toEqual(['browser']);
  });

  test('a program that cannot be started is refused', async () => {
    expect(await browserPrinter(() => '/no/such/browser').pdf('')).toMatchObject({
      refusal: { code: 'pdf.failed', params: { program: '/no/such/browser' } },
    });
  });

  test('uses a profile of its own, no header or footer, and the sandbox unless it is root', () => {
    const line = printArguments('/t/pages.html', '/t/pages.pdf', '/t/profile', false);
    expect(line).toContain('--user-data-dir=/t/profile');
    expect(line).toContain('--no-pdf-header-footer');
    expect(line.at(-1)).toBe('file:///t/pages.html');
    expect(line).not.toContain('--no-sandbox');
    expect(printArguments('/t/a', '/t/b', '/t/c', true)).toContain('--no-sandbox');
  });
});
