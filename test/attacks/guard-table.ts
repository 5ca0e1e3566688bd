import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Guard } from './guards.ts';
import type { WithoutGuard } from './never-built.ts';

/** The part of docs/security.md that `npm run attacks` writes. */
export const SECURITY = path.resolve(import.meta.dirname, '..', '..', 'docs', 'security.md');
const BEGIN = '<!-- npm run attacks -->';
const END = '<!-- end -->';

/** One line a guard; `outcomes` is what its test said without it, and when. */
export function tableOf(guards: readonly Guard[], outcomes: readonly string[]): string[] {
  const lines = guards.map(({ test, attack, cuts }, at) => {
    const files = [...new Set(cuts.map(({ file }) => `\`${file}\``))].join(', ');
    return `| ${attack.replaceAll('|', '\\|')} | \`${test}\` | ${files} | ${outcomes[at] ?? ''} |`;
  });
  return ['| attack | test | guard that was taken away | the test then |', '|---|---|---|---|', ...lines];
}

export function writeTable(lines: readonly string[]): void {
  const text = readFileSync(SECURITY, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const said = `${lines.length - 2} of ${lines.length - 2} attacks were seen without their guard.`;
  writeFileSync(SECURITY, `${before}${BEGIN}\n${said}\n\n${lines.join('\n')}\n${END}${after}`);
}

/** The lines of the table as they stand there. */
export function writtenTable(): string[] {
  const table = readFileSync(SECURITY, 'utf8').split(BEGIN)[1]?.split(END)[0] ?? '';
  return table.split('\n').filter((line) => line.startsWith('|'));
}

/** What stands there as the outcome of each guard; empty where there is none yet. */
export function writtenOutcomes(guards: readonly Guard[]): string[] {
  const lines = writtenTable();
  return tableOf(guards, [])
    .slice(2)
    .map((line) => {
      const start = line.slice(0, -' |'.length);
      const written = lines.find((one) => one.startsWith(start));
      return written?.slice(start.length, -' |'.length) ?? '';
    });
}

/** The attacks that have no guard, as lines of a list. */
export function listOf(attacks: readonly WithoutGuard[]): string[] {
  return attacks.map(({ test, attack, because }) => `- ${attack} (\`${test}\`): ${because}.`);
}
