import type { Shipped } from './shipped.ts';

/** Terms under which packages may be shipped with a program under MIT: none asks for anything but its own text. */
export const ALLOWED_LICENCES: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Zlib',
];

/** Whether an SPDX expression, as packages state it, can be kept with allowed terms alone: `A OR B`, `A AND B`. */
export function isAllowed(licence: string): boolean {
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => ALLOWED_LICENCES.includes(one)));
}

/** What was to be decided about a package's terms, and how. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  jszip: 'offered under MIT or GPL-3.0-or-later; it is taken under MIT',
};

/**
 * What is known of advisories, and since when. The registry that packages come from here answers no audit, so none could
 * be had: who releases runs `npm audit --omit=none` where one answers, and writes down here what it said.
 */
export const ADVISORIES = {
  asked: '2026-11-22',
  answer: 'none could be had: the registry refused the question (405 Method Not Allowed)',
} as const;

export function format(packages: readonly Shipped[]): string {
  const list = packages.map(({ name, version, licence, where }) => ({
    name,
    version,
    licence,
    where: where.join(' and '),
  }));
  return `${JSON.stringify({ advisories: ADVISORIES, exceptions: EXCEPTIONS, packages: list }, null, 2)}\n`;
}
