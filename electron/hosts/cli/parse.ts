import { ok, type Refusal, type Result, refuse } from '../../../shared/refusal.ts';
import type { Command } from './command.ts';
import { Given } from './given.ts';

/** What every command understands. */
const EVERYWHERE = { options: ['library'], flags: ['json'] } as const;

export interface Parsed {
  readonly command: Command;
  readonly given: Given;
  readonly library: string | undefined;
}

/**
 * Reads a command line. An option's next argument is its value, verbatim, even when it begins with a dash. `json` is
 * told in any case, for a refusal of the line itself must be answered in the form that was asked for.
 */
export function parseLine(
  line: readonly string[],
  commands: readonly Command[],
): { json: boolean; parsed: Result<Parsed> } {
  const words = new Words(commands);
  words.read(line);
  return { json: words.flags.has('json'), parsed: words.parsed() };
}

class Words {
  readonly #commands: readonly Command[];
  readonly #valued: ReadonlySet<string>;
  readonly #options = new Map<string, string>();
  readonly flags = new Set<string>();
  readonly #plain: string[] = [];
  #refusal: Refusal | null = null;

  constructor(commands: readonly Command[]) {
    this.#commands = commands;
    // A name takes a value in every command or in none, so that a line can be read before its command is known.
    this.#valued = new Set([...EVERYWHERE.options, ...commands.flatMap((command) => command.options)]);
  }

  read(line: readonly string[]): void {
    const rest = [...line];
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
      if (!word.startsWith('--')) this.#plain.push(word);
      else if (this.#valued.has(word.slice(2))) this.#take(word, rest.shift());
      else this.flags.add(word.slice(2));
    }
  }

  #take(word: string, value: string | undefined): void {
    const name = word.slice(2);
    if (value === undefined) this.#refusal ??= refuse('cli.missingValue', { option: word }).refusal;
    else if (this.#options.has(name)) this.#refusal ??= refuse('cli.optionTwice', { option: word }).refusal;
    else this.#options.set(name, value);
  }

  parsed(): Result<Parsed> {
    const [name, ...operands] = this.#plain;
    const known = this.#commands.map((command) => command.name).join(' ');
    if (name === undefined) return refuse('cli.noCommand', { known });
    const command = this.#commands.find((one) => one.name === name);
    if (!command) return refuse('cli.unknownCommand', { command: name, known });
    if (this.#refusal) return { ok: false, refusal: this.#refusal };
    const stranger = this.#stranger(command);
    if (stranger !== undefined)
      return refuse('cli.unknownOption', { option: `--${stranger}`, command: name });
    const missing = command.operands[operands.length];
    if (missing !== undefined) return refuse('cli.missingOperand', { operand: missing, command: name });
    const extra = operands[command.operands.length];
    if (extra !== undefined) return refuse('cli.tooManyOperands', { text: extra, command: name });
    const named = new Map(command.operands.map((operand, at) => [operand, operands[at] ?? '']));
    const given = new Given(name, named, this.#options, this.flags);
    return ok({ command, given, library: this.#options.get('library') });
  }

  /** A given name that the command does not understand. */
  #stranger(command: Command): string | undefined {
    const options: readonly string[] = [...EVERYWHERE.options, ...command.options];
    const flags: readonly string[] = [...EVERYWHERE.flags, ...command.flags];
    return (
      [...this.#options.keys()].find((name) => !options.includes(name)) ??
      [...this.flags].find((name) => !flags.includes(name))
    );
  }
}
