import { bareFigureBlocks } from './bare-figures.ts';
import { crossGroups } from './cross-checks.ts';
import { meaningOf } from './dimension.ts';
import { labelOf } from './label.ts';
import { linksOf } from './link.ts';
import { mentionsIn } from './mentions.ts';
import { type Item, outlineOfText } from './outline.ts';
import { type PartGroup, partGroups } from './part-groups.ts';
import { sumChecks } from './sum-checks.ts';
import { textFaults } from './text-faults.ts';
import type { TextAmount, TextReading } from './text-reading.ts';
import { missingUnits } from './unit-missing.ts';

/**
 * What a text says of money (domain.md, "Numbers and words"): every printed amount, every total with the parts that it names
 * and whether they make it, and what could not be read. Nothing is repaired and nothing guessed.
 */
export function readText(raw: string): TextReading {
  const text = raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
  const items = outlineOfText(text);
  const found = mentionsIn(text);
  const { mentions } = found;
  let itemAt = 0;
  const amounts = mentions.map((mention, index): TextAmount => {
    while (itemAt + 1 < items.length && (items[itemAt + 1]?.start ?? 0) <= mention.start) itemAt += 1;
    const { outerEnd, ...amount } = mention;
    const item: Item = items[itemAt] ?? WHOLE_TEXT;
    const from = mentions[index - 1]?.outerEnd ?? 0;
    const next = mentions[index + 1]?.start ?? text.length;
    return { ...amount, label: labelOf(text, item, mention.start, outerEnd, from, next) };
  });
  const meanings = amounts.map(({ label }) => meaningOf(label));
  const links = linksOf(
    text,
    amounts,
    meanings,
    mentions.map(({ outerEnd }) => outerEnd),
    items,
  );
  const groups = partGroups(links);
  const taken = [...mentions, ...found.unread].toSorted((one, other) => one.start - other.start);
  const tables = bareFigureBlocks(text, taken);
  const bare = missingUnits(text, items, mentions).filter(
    ({ start }) => !tables.some((one) => one.start <= start && start < one.end),
  );
  const unread = [...found.unread, ...bare, ...tables];
  return {
    text,
    faults: textFaults(text),
    amounts,
    parents: parentsOf(amounts.length, groups),
    checks: sumChecks([...groups, ...crossGroups(groups, links)], links),
    unread: unread.toSorted((one, other) => one.start - other.start),
  };
}

const WHOLE_TEXT: Item = { start: 0, end: 0, body: 0, style: 'none', mark: '', newLine: true };

/** Where an amount stands in two divisions, the first counts. */
function parentsOf(count: number, groups: readonly PartGroup[]): number[] {
  const parents = new Array<number>(count).fill(-1);
  for (const { total, parts } of groups) {
    for (const part of parts) if (parents[part] === -1) parents[part] = total;
  }
  return parents;
}
