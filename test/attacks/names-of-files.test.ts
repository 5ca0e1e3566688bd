import { win32 } from 'node:path';
import { expect, test } from 'vitest';
import { comparisonName, documentName, wordingName, workbookName } from '../../electron/file-name.ts';
import { officialPrint } from '../../shared/forms/print-set.ts';

/** Attack: a plan whose title is a path, a device or a trick of the eye, exported under that name. */
const TITLES = [
  '../../../etc/passwd',
  '..\\..\\Windows\\System32\\drivers\\etc\\hosts',
  'C:\\autoexec.bat',
  '\\\\evil.example\\share\\a',
  'CON',
  'con.txt',
  'NUL',
  'COM1',
  'lpt¹',
  'aux .',
  '.bashrc',
  '...',
  ' . ',
  'a\0b',
  'a\nb\tc',
  'a:stream',
  'a<b>|?*"',
  'Kế hoạch\u202Excod.exe',
  'x'.repeat(300),
  'ế'.repeat(300),
  '🏠'.repeat(300),
  '$(calc)`calc`',
  '%APPDATA%',
];

test.each(TITLES)('the title %j becomes a plain name in the folder that the officer chose', (title) => {
  const names = [
    workbookName(title, officialPrint('F1')),
    documentName(title, officialPrint('F1'), 'json'),
    documentName(title, officialPrint('F1'), 'pdf'),
    comparisonName(title, 'F5'),
    wordingName(title),
  ];
  for (const name of names) {
    expect(win32.basename(name)).toBe(name);
    expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]/u);
    expect(name).not.toMatch(/^[. ]|[. ]$/);
    expect(name).not.toMatch(/^(con|prn|aux|nul|(com|lpt)[\d¹²³])[. ]/i);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  }
});
