import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A profile that recalculates every .xlsx when it is opened (OOXMLRecalcMode 0, "always"): otherwise LibreOffice would
 * trust the cached results of a file that calls itself Excel's. Vietnamese, so that 62500 is printed 62.500.
 */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi</value></prop></item>
</oor:items>
`;

/** LibreOffice without a window, with a profile of its own in a temporary folder. */
export class LibreOffice {
  readonly #folder = mkdtempSync(join(tmpdir(), 'phu-luc-oracle-'));
  #calls = 0;

  constructor() {
    mkdirSync(join(this.#folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(this.#folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS);
  }

  /** Opens .xlsx files, recalculates them and saves them again as .xlsx. */
  async saveAgain(files: readonly Uint8Array[]): Promise<Uint8Array[]> {
    return (await this.#convert(files, 'xlsx')).map((path) => readFileSync(path));
  }

  /** Prints an .xlsx file; returns the path of the PDF. */
  async print(file: Uint8Array): Promise<string> {
    const [path] = await this.#convert([file], 'pdf');
    if (path === undefined) throw new Error('LibreOffice printed nothing');
    return path;
  }

  async #convert(files: readonly Uint8Array[], format: 'xlsx' | 'pdf'): Promise<string[]> {
    this.#calls += 1;
    const from = join(this.#folder, `in-${this.#calls}`);
    const to = join(this.#folder, `out-${this.#calls}`);
    mkdirSync(from);
    const paths = files.map((bytes, at) => {
      const path = join(from, `${`${at}`.padStart(4, '0')}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = pathToFileURL(join(this.#folder, 'profile')).href;
    await run(
      'soffice',
      [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', to, ...paths],
      { timeout: 170_000 },
    );
    const made = readdirSync(to)
      .sort()
      .map((name) => join(to, name));
    if (made.length !== files.length)
      throw new Error(`LibreOffice made ${made.length} of ${files.length} files`);
    return made;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
