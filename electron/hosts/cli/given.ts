import { ok, type Result, refuse } from '../../../shared/refusal.ts';

const LONGEST_TEXT = 500;

/** What was typed after a command's name, each part looked up by its name in the contract. */
export class Given {
  readonly #command: string;
  readonly #operands: ReadonlyMap<string, string>;
  readonly #options: ReadonlyMap<string, string>;
  readonly #flags: ReadonlySet<string>;

  constructor(
    command: string,
    operands: ReadonlyMap<string, string>,
    options: ReadonlyMap<string, string>,
    flags: ReadonlySet<string>,
  ) {
    this.#command = command;
    this.#operands = operands;
    this.#options = options;
    this.#flags = flags;
  }

  /** One of the command's own operands, which the parser made sure is there. */
  operand(name: string): string {
    const value = this.#operands.get(name);
    if (value === undefined) throw new Error(`command ${this.#command} has no operand ${name}`);
    return value;
  }

  option(name: string): string | undefined {
    return this.#options.get(name);
  }

  required(name: string): Result<string, 'cli.missingOption'> {
    const value = this.#options.get(name);
    return value === undefined
      ? refuse('cli.missingOption', { option: `--${name}`, command: this.#command })
      : ok(value);
  }

  /** A required option that names something: neither blank nor longer than the contract takes. */
  text(name: string): Result<string, 'cli.missingOption' | 'cli.badText'> {
    const value = this.required(name);
    if (!value.ok) return value;
    const text = value.value.trim();
    return text === '' || text.length > LONGEST_TEXT
      ? refuse('cli.badText', { option: `--${name}`, limit: LONGEST_TEXT })
      : ok(text);
  }

  /** An option that takes one of a few words. */
  choice<Word extends string>(
    name: string,
    words: readonly Word[],
  ): Result<Word | undefined, 'cli.badChoice'> {
    const value = this.#options.get(name);
    if (value === undefined) return ok(undefined);
    const word = words.find((one) => one === value);
    return word === undefined
      ? refuse('cli.badChoice', { option: `--${name}`, text: value, known: words.join(', ') })
      : ok(word);
  }

  flag(name: string): boolean {
    return this.#flags.has(name);
  }
}
