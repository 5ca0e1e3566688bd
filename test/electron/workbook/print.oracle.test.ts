import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormId } from '../../../shared/forms/form.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { LibreOffice } from './libre-office.ts';
import { longPlan, oneYearPlan, openedPlan, wordyPlan } from './oracle-plans.ts';
import { fontSizes, overlaps, type PrintedPage, printedPages, printedText } from './printed-pages.ts';
import { writeForm } from './write-form.ts';

const POINTS_PER_MM = 72 / 25.4;
const LEFT = 30 * POINTS_PER_MM;
const RIGHT = 15 * POINTS_PER_MM;
const TOP = 20 * POINTS_PER_MM;
const BOTTOM = 20 * POINTS_PER_MM;
/** What letters may stand out of their boxes. */
const SLACK = 3;

const office = new LibreOffice();
afterAll(() => office.close());

const CASES: readonly (readonly [string, FormId, () => Plan])[] = [
  ['the sample', 'F1', vinhLongPlan],
  ['the sample', 'F2', vinhLongPlan],
  ['a plan of one year', 'F1', oneYearPlan],
  ['a plan of one year', 'F2', oneYearPlan],
  ['a plan with opened sources', 'F1', openedPlan],
  ['a plan with opened sources', 'F2', openedPlan],
  ['a plan with long texts', 'F1', wordyPlan],
  ['a plan with long texts', 'F2', wordyPlan],
  ['a plan of two hundred rows', 'F1', longPlan],
];

describe.each(CASES)('%s printed on %s', (_, form, make) => {
  const plan = make();
  let path = '';
  let pages: PrintedPage[] = [];

  beforeAll(async () => {
    path = await office.print(must(await writeForm(plan, totalsOf(plan), form)));
    pages = printedPages(path);
  });

  it('is landscape, with the header on every page', () => {
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      expect(page.width).toBeGreaterThan(page.height);
      expect(printedText(page)).toContain('TT');
      expect(printedText(page)).toContain('Nộidung');
      expect(printedText(page)).toMatch(/ĐTPT|NSTW/);
    }
  });

  it('has no number on its first page, and each page its number from the second on', () => {
    const numbers = pages.map((page) =>
      page.words.filter((word) => word.bottom < TOP).map((word) => [word.text, isCentred(word, page)]),
    );
    expect(numbers).toEqual(pages.map((_page, at) => (at === 0 ? [] : [[`${at + 1}`, true]])));
  });

  it('keeps all text inside the margins, and none over another', () => {
    for (const page of pages) {
      const body = page.words.filter((word) => word.bottom >= TOP);
      for (const word of body) {
        expect(word.left, word.text).toBeGreaterThan(LEFT - SLACK);
        expect(word.right, word.text).toBeLessThan(page.width - RIGHT + SLACK);
        expect(word.top, word.text).toBeGreaterThan(TOP - SLACK);
        expect(word.bottom, word.text).toBeLessThan(page.height - BOTTOM + SLACK);
      }
      expect(overlaps(page)).toEqual([]);
    }
  });

  it('prints no text under 8 pt and no number as ###', () => {
    const sizes = fontSizes(path);
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
    for (const page of pages) expect(printedText(page)).not.toContain('##');
  });

  it('prints every name, the title, the words and the footnotes whole', () => {
    const printed = pages.map(printedText).join('');
    const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '');
    expect(printed).toContain('PHỤLỤC');
    expect(printed).toContain(bare(plan.header.title.toUpperCase()));
    expect(printed).toContain('Đơnvịtính:Triệuđồng');
    expect(printed).toContain('Tổngkinhphí:');
    expect(printed).toContain('./.');
    for (const note of plan.header.footnotes) expect(printed).toContain(bare(note).replace(/\.$/, ''));
    for (const line of plan.header.signature) expect(printed).toContain(bare(line));
    const letters = new Set(printed);
    for (const row of plan.rows) {
      // A name of several lines is parted by the numbers that stand beside it: all of its letters are there.
      for (const letter of bare(row.name)) expect(letters).toContain(letter);
    }
  });
});

function isCentred(word: { left: number; right: number }, page: PrintedPage): boolean {
  const middle = LEFT + (page.width - LEFT - RIGHT) / 2;
  return Math.abs((word.left + word.right) / 2 - middle) < 5;
}
