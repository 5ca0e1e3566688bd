import type { Cut, Guard } from './guards.ts';

/** The guards of what the program tells: of a library that does not open, and in its log. */
const PAGE = 'electron/hosts/browser/startup-page.ts';

const guard = (test: string, attack: string, ...cuts: Cut[]): Guard => ({ test, attack, cuts });
const onPage = (holds: string, without: string): Guard =>
  guard('test/attacks/startup.test.ts', 'is text on the page that says why', { file: PAGE, holds, without });

export const TOLD: readonly Guard[] = [
  onPage('escapeXml(withoutHiddenMarks(folder))', 'folder'),
  onPage('escapeXml(wordRefusalOf(refusal))', 'wordRefusalOf(refusal)'),
  onPage('...advice.map(escapeXml)', '...advice'),
  guard('test/electron/log/log.test.ts', 'words are of the shape of versions', {
    file: 'electron/log/log-word.ts',
    holds: "(SHAPE.test(text) ? text : '?')",
    without: 'text',
  }),
  guard('test/electron/log/log.test.ts', 'of a bug are its name and its places', {
    file: 'electron/log/own-places.ts',
    holds: 'return isInside ?',
    without: "return way !== '' ?",
  }),
];
