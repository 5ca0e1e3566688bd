import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type NumberHint, statedHint } from '../../../shared/intake/block/numbers.ts';
import { readBlockText } from '../../../shared/intake/block/read-text.ts';
import { isMessageCode, message } from '../../../shared/messages/message.ts';
import { planPaste } from '../../../shared/sheet/paste.ts';
import type { PastePlan, PreviewCell } from '../../../shared/sheet/paste-plan.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';
import { made, pasteOptions, rectAt, sheetOf } from './a-sheet.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../golden/clipboards');

const caseSchema = z.strictObject({
  from: z.string(),
  what: z.string(),
  at: z.tuple([z.string(), z.string()]),
  text: z.string(),
  html: z.string().exactOptional(),
  options: z.strictObject({ skipTotals: z.boolean() }).exactOptional(),
  expect: z.strictObject({
    asks: z.array(z.string()),
    problems: z.array(z.tuple([z.int(), z.int(), z.string()])),
    decision: z.enum(['vi', 'en', 'neutral', 'ask', 'contradiction']),
    shows: z.array(z.array(z.string().nullable())),
    /** Row, column, stated, computed, difference. */
    totals: z.array(z.tuple([z.int(), z.int(), z.string(), z.string(), z.string()])).exactOptional(),
  }),
});

const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    ...caseSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))),
  }));

const SHEET = sheetOf(vinhLongPlan());

/** As the window reads them, without a DOM. */
function hintsOf(html: string): NumberHint[] {
  return [...html.matchAll(/<td\b[^>]*(?:sdval|x:num)="([^"]*)"[^>]*>(.*?)<\/td>/g)].flatMap(
    ([, stated = '', inner = '']) => statedHint(inner.replaceAll(/<[^>]*>/g, ''), stated) ?? [],
  );
}

function said(cell: PreviewCell): string | null {
  switch (cell.kind) {
    case 'amount':
      return `${cell.amount}`;
    case 'text':
      return cell.text;
    case 'kept':
      return null;
    case 'total':
      return 'total';
    case 'undecided':
      return '?';
    case 'refused':
      return '!';
    default:
      return cell satisfies never;
  }
}

function decisionOf({ convention: { decision } }: PastePlan): string {
  return decision.kind === 'decided' ? decision.numbers : decision.kind;
}

describe('the zoo of clipboards', () => {
  test.each(CASES)('$name: $from, $what', ({ at, text, html, options, expect: wanted }) => {
    const hints = hintsOf(html ?? '');
    const block = { kind: 'text', block: must(readBlockText(text)), hints } as const;
    const target = rectAt(SHEET, ...at);
    const plan = planPaste(SHEET, target, block, pasteOptions(options ?? {}));
    const shows = wanted.shows.map((row, line) => row.map((_, place) => said(plan.preview(line, place))));
    expect(shows).toEqual(wanted.shows);
    expect({
      asks: plan.asks,
      problems: plan.problems.map(({ row, column, refusal }) => [row, column, refusal.code]),
      decision: decisionOf(plan),
    }).toEqual({ asks: wanted.asks, problems: wanted.problems, decision: wanted.decision });
    const totals = plan.statedTotals.map(({ place, pasted, computed, difference }) => [
      SHEET.lines.indexOf(place.line) - target.top,
      SHEET.columns.indexOf(place.column) - target.left,
      `${pasted}`,
      `${computed}`,
      `${difference}`,
    ]);
    expect(totals).toEqual(wanted.totals ?? []);

    const waits = plan.asks.some((ask) => ask === 'numbers' || ask === 'rows' || ask === 'unfunded');
    if (waits || plan.problemCount > 0) expect(plan.change).toBeNull();
    else if (plan.change) made(SHEET.plan, plan.change);
    for (const { refusal } of plan.problems) {
      if (!isMessageCode(refusal.code)) throw new Error(`${refusal.code} is not worded`);
      expect(message(refusal.code, refusal.params)).not.toMatch(/\{\w+\}/);
    }
  });

  test('a hundred thousand cells of text are read and refused in a moment', () => {
    const text = `${Array.from({ length: 40 }, (_, at) => `chữ ${at}`).join('\t')}\r\n`.repeat(2_500);
    const block = must(readBlockText(text));
    expect(block.rows.length * block.width).toBe(100_000);
    const plan = planPaste(
      SHEET,
      rectAt(SHEET, 'DA2', 'ordinal'),
      { kind: 'text', block, hints: [] },
      pasteOptions(),
    );
    expect(plan.change).toBeNull();
    expect(plan.problems.length).toBeLessThanOrEqual(101);
    expect(plan.problemCount).toBeGreaterThan(90_000);
  });

  test('has an animal of every kind that the officers’ programs breed', () => {
    const outcomes = new Set(
      CASES.map(({ expect: { asks, problems } }) =>
        problems.length > 0 ? 'refuses' : asks.length > 0 ? 'asks' : 'pastes',
      ),
    );
    expect(outcomes).toEqual(new Set(['pastes', 'asks', 'refuses']));
    expect(CASES.length).toBeGreaterThanOrEqual(20);
  });
});
