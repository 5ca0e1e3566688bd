import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';

/** Where Xvfb writes which display it took. */
const NUMBER_PIPE = 3;

/** A screen that nobody sees, with a clipboard of its own. Xvfb takes whichever number is free. */
export class Display {
  /** As in the variable DISPLAY. */
  readonly name: string;
  readonly #server: ChildProcess;

  private constructor(name: string, server: ChildProcess) {
    this.name = name;
    this.#server = server;
  }

  static async open(): Promise<Display> {
    const server = spawn(
      'Xvfb',
      ['-displayfd', `${NUMBER_PIPE}`, '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const pipe = server.stdio[NUMBER_PIPE];
    if (!(pipe instanceof Readable)) throw new Error('Xvfb has no pipe to say its display on');
    const failed = once(server, 'exit')
      .catch(() => undefined)
      .then(() => {
        throw new Error('Xvfb does not start. Run "apt-get install --yes xvfb".');
      });
    const [number] = await Promise.race([once(pipe, 'data'), failed]);
    failed.catch(() => undefined);
    return new Display(`:${`${number}`.trim()}`, server);
  }

  async close(): Promise<void> {
    const gone = once(this.#server, 'exit');
    this.#server.kill();
    await gone;
  }
}
