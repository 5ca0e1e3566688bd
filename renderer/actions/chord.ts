/**
 * Keys pressed together: "Ctrl+Shift+D", "Alt+Plus". The last part is a key by what it means: a letter or digit, a
 * name as the browser has it ("F2", "ArrowUp", "Delete"), or one of those below that a plus sign or layout confuses.
 */
const NAMED: Readonly<Record<string, (event: KeyboardEvent) => boolean>> = {
  Plus: ({ key, code }) => key === '+' || key === '=' || code === 'NumpadAdd',
  Minus: ({ key, code }) => key === '-' || key === '_' || code === 'NumpadSubtract',
  Space: ({ key }) => key === ' ',
  Slash: ({ key, code }) => key === '/' || key === '?' || code === 'Slash',
  BracketLeft: ({ key, code }) => key === '[' || code === 'BracketLeft',
};

export function isChord(chord: string, event: KeyboardEvent): boolean {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const held = (name: string): boolean => parts.includes(name);
  if ((event.ctrlKey || event.metaKey) !== held('Ctrl')) return false;
  if (event.altKey !== held('Alt') || event.shiftKey !== held('Shift')) return false;
  const named = NAMED[key];
  if (named) return named(event);
  // A digit or letter by its place: with Shift or Alt held the layout writes another sign for it.
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  if (/^[A-Z]$/.test(key)) return event.key.toUpperCase() === key || event.code === `Key${key}`;
  return event.key === key;
}

const PRINTED: Readonly<Record<string, string>> = {
  Plus: '+',
  Minus: '-',
  Slash: '/',
  BracketLeft: '[',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** As the officer reads it: "Alt+Shift+↑". */
export function printChord(chord: string, words: { readonly space: string }): string {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const printed = key === 'Space' ? words.space : (PRINTED[key] ?? key);
  return [...parts.slice(0, -1), printed].join('+');
}

/** As Electron writes an accelerator. */
export function acceleratorOf(chord: string): string {
  return chord.replace('Slash', '/').replace('BracketLeft', '[').replace('Minus', '-').replace('Arrow', '');
}
