import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Display } from './display.ts';

const HANDS = path.join(import.meta.dirname, 'calc.py');
/** Debian's own, the one that has `uno`. */
const PYTHON = '/usr/bin/python3';

const cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number(), shown: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('formula'), formula: z.string() }),
  z.object({ kind: z.literal('empty') }),
]);
export type CalcCell = z.infer<typeof cell>;

const said = z.union([z.object({ answer: z.unknown() }), z.object({ error: z.string() })]);

/** The locale is the one that numbers are read and shown in; the interface stays English. */
const settings = (locale: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
`;

/** A window of LibreOffice Calc on a display, with a profile of its own in a temporary folder. */
export class Calc {
  readonly #folder: string;
  readonly #office: ChildProcess;
  readonly #hands: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;

  private constructor(
    folder: string,
    office: ChildProcess,
    hands: ChildProcessByStdio<Writable, Readable, null>,
  ) {
    this.#folder = folder;
    this.#office = office;
    this.#hands = hands;
    this.#answers = createInterface({ input: hands.stdout })[Symbol.asyncIterator]();
  }

  static async open(display: Display, locale: string): Promise<Calc> {
    const folder = mkdtempSync(path.join(tmpdir(), 'phu-luc-calc-'));
    mkdirSync(path.join(folder, 'user'));
    writeFileSync(path.join(folder, 'user', 'registrymodifications.xcu'), settings(locale));
    const pipe = path.basename(folder);
    const office = spawn(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(folder).href}`,
        `--accept=pipe,name=${pipe};urp`,
        '--norestore',
        '--nologo',
        '--nodefault',
      ],
      // A group of its own, so that it ends with all that it started.
      {
        detached: true,
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: display.name, SAL_USE_VCLPLUGIN: 'gen' },
      },
    );
    const hands = spawn(PYTHON, [HANDS, pipe], { stdio: ['pipe', 'pipe', 'inherit'] });
    // Without an office the hands would wait for it for ever.
    for (const gone of ['error', 'exit']) office.once(gone, () => hands.kill());
    hands.once('error', () => undefined);
    const calc = new Calc(folder, office, hands);
    await calc.#answer();
    return calc;
  }

  /** Types a block as an officer would, its first cell at A1. */
  async type(rows: readonly (readonly string[])[]): Promise<void> {
    for (const [y, row] of rows.entries())
      for (const [x, text] of row.entries())
        await this.#do({ do: 'type', at: `${String.fromCharCode(65 + x)}${y + 1}`, text });
  }

  /** `code` as "#,##0.00": how it is written in English, whatever the locale. */
  async format(area: string, code: string): Promise<void> {
    await this.#do({ do: 'format', area, code });
  }

  async copy(area: string): Promise<void> {
    await this.#do({ do: 'copy', area });
  }

  async paste(at: string): Promise<void> {
    await this.#do({ do: 'paste', at });
  }

  async read(area: string): Promise<CalcCell[][]> {
    return z.array(z.array(cell)).parse(await this.#do({ do: 'read', area }));
  }

  /** Begins an empty sheet. */
  async clear(): Promise<void> {
    await this.#do({ do: 'clear' });
  }

  async close(): Promise<void> {
    this.#hands.kill();
    const { pid, exitCode, signalCode } = this.#office;
    if (pid !== undefined && exitCode === null && signalCode === null) {
      const gone = once(this.#office, 'exit');
      process.kill(-pid, 'SIGKILL');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #do(command: Readonly<Record<string, string>>): Promise<unknown> {
    this.#hands.stdin.write(`${JSON.stringify(command)}\n`);
    return this.#answer();
  }

  async #answer(): Promise<unknown> {
    const { value, done } = await this.#answers.next();
    if (done)
      throw new Error(
        'LibreOffice is gone, or never came. Run "apt-get install --yes libreoffice-calc python3-uno".',
      );
    const answer = said.parse(JSON.parse(value));
    if ('error' in answer) throw new Error(`LibreOffice: ${answer.error}`);
    return answer.answer;
  }
}
