import { licenceText, type Shipped } from './shipped.ts';

/** The file that goes with the program: what of others is in it, and under which terms. */
export function noticesOf(packages: readonly Shipped[]): string {
  const parts = packages.map((one) => {
    const text = licenceText(one);
    const terms = text === '' ? `The package brings no text of its licence (${one.licence}).` : text;
    return `${RULE}\n${one.name} ${one.version} (${one.licence})\n${RULE}\n\n${terms}\n`;
  });
  return `${OPENING}\n\n${parts.join('\n')}`;
}

/** What a file of notices does not say of what is shipped. */
export function complaintsAboutNotices(text: string, packages: readonly Shipped[]): string[] {
  return packages
    .filter(({ name, version, licence }) => !text.includes(`\n${name} ${version} (${licence})\n`))
    .map(({ name }) => `not in the notices: ${name}`);
}

const RULE = '='.repeat(80);
const OPENING = [
  'Phụ lục Kinh phí is made with the packages below, each under its own licence.',
  'The licences of Electron and Chromium stand in LICENSE.electron.txt and LICENSES.chromium.html beside the program.',
].join('\n');
