import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = join(import.meta.dirname, '..', 'sources');
const XLSX = 'xlsx:Calc MS Excel 2007 XML';

/** How LibreOffice reads a source: HTML as a spreadsheet; CSV in UTF-8 with commas, every column as text. */
const READ_AS: Readonly<Record<string, string>> = {
  '.html': 'HTML (StarCalc)',
  '.csv': 'CSV:44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2',
};

export const source = (name: string): string => join(SOURCES, name);

/** A file as LibreOffice saves it: by default as .xlsx. */
export function converted(path: string, to = XLSX): Uint8Array {
  return inFolder((folder, profile) => {
    const readAs = READ_AS[extname(path)];
    const options = [...(readAs ? [`--infilter=${readAs}`] : []), '--convert-to', to, '--outdir', folder];
    execFileSync('soffice', [profile, '--headless', ...options, path], { stdio: 'ignore', timeout: 170_000 });
    const extension = to.split(':')[0] ?? '';
    return readFileSync(join(folder, `${basename(path, extname(path))}.${extension}`));
  });
}

/** A workbook opened in LibreOffice and saved again. */
export function savedAgain(bytes: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    const path = join(folder, 'workbook.xlsx');
    writeFileSync(path, bytes);
    return converted(path);
  });
}

/** A source as .xlsx with a password. Salts are random: no two are the same bytes. */
export function encrypted(path: string): Uint8Array {
  return inFolder((folder, profile) => {
    const pipe = `zoo-${process.pid}`;
    const office = spawn('soffice', [profile, '--headless', `--accept=pipe,name=${pipe};urp;`], {
      stdio: 'ignore',
    });
    const target = join(folder, 'encrypted.xlsx');
    const script = join(import.meta.dirname, 'encrypt.py');
    try {
      const urls = [pathToFileURL(path).href, pathToFileURL(target).href];
      execFileSync('/usr/bin/python3', [script, pipe, ...urls], { timeout: 120_000 });
      return readFileSync(target);
    } finally {
      office.kill();
    }
  });
}

function inFolder(work: (folder: string, profile: string) => Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'zoo-'));
  try {
    return work(folder, `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
