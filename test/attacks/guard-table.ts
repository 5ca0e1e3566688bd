import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Guard } from './guards.ts';

/** The part of docs/security.md that `npm run attacks` writes. */
export const SECURITY = path.resolve(import.meta.dirname, '..', '..', 'docs', 'security.md');
const BEGIN = '<!-- npm run attacks -->';
const END = '<!-- end -->';

/** One line a guard; `outcomes` is what its test said without it. */
export function tableOf(guards: readonly Guard[], outcomes: readonly string[]): string[] {
  const lines = guards.map(({ test, attack, cuts }, at) => {
    const files = [...new Set(cuts.map(({ file }) => `\`${file}\``))].join(', ');
    return `| ${attack.replaceAll('|', '\\|')} | \`${test}\` | ${files} | ${outcomes[at] ?? ''} |`;
  });
  return ['| attack | test | guard that was taken away | the test then |', '|---|---|---|---|', ...lines];
}

export function writeTable(lines: readonly string[], day: string): void {
  const text = readFileSync(SECURITY, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const said = `Run on ${day}: ${lines.length - 2} of ${lines.length - 2} attacks were seen without their guard.`;
  writeFileSync(SECURITY, `${before}${BEGIN}\n${said}\n\n${lines.join('\n')}\n${END}${after}`);
}

/** The lines of the table as they stand there, without what the tests said. */
export function writtenTable(): string[] {
  const table = readFileSync(SECURITY, 'utf8').split(BEGIN)[1]?.split(END)[0] ?? '';
  return table.split('\n').filter((line) => line.startsWith('|'));
}
