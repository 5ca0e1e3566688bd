import { columnNumber } from '../../../shared/intake/cell-address.ts';
import type { RawNote, RawRange } from '../../../shared/intake/raw-workbook.ts';
import type { Archive } from '../zip/read-archive.ts';
import { prefixed, readXml } from './xml.ts';

/** What a workbook has, and where. */
export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[];
  /** Defined names that stand for one plain range. */
  readonly names: ReadonlyMap<string, RawRange>;
  readonly notes: readonly RawNote[];
  readonly strings: string;
  readonly styles: string;
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** 'F1'!$C$9:$Q$24, with or without quotes and the second corner. */
const PLAIN_RANGE =
  /^(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]{1,3})\$(\d{1,7})(?::\$([A-Z]{1,3})\$(\d{1,7}))?$/;

export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  const targets = await readTargets(archive);
  const ofKind = (kind: string): string => targets.find((target) => target.kind === kind)?.path ?? '';
  const sheets: WorkbookParts['sheets'][number][] = [];
  const names = new Map<string, RawRange>();
  let name = '';
  let text = '';
  await readXml(archive.pieces(WORKBOOK), {
    open: (tag, attributes) => {
      text = '';
      name = attributes.name ?? '';
      if (tag !== 'sheet') return;
      const id = prefixed(attributes, 'id');
      const target = targets.find((one) => one.id === id && one.kind === 'worksheet');
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      if (target) sheets.push({ name, hidden, path: target.path });
    },
    text: (part) => {
      text += part;
    },
    close: (tag) => {
      const range = tag === 'definedName' ? plainRange(text) : null;
      if (range) names.set(name, range);
    },
  });
  return {
    sheets,
    names,
    notes: notesOf(archive),
    strings: ofKind('sharedStrings'),
    styles: ofKind('styles'),
  };
}

interface Target {
  readonly id: string;
  /** The last word of the relation's type: "worksheet", "styles". */
  readonly kind: string;
  readonly path: string;
}

async function readTargets(archive: Archive): Promise<Target[]> {
  const targets: Target[] = [];
  await readXml(archive.pieces(RELATIONS), {
    open: (tag, { Id = '', Type = '', Target = '' }) => {
      if (tag !== 'Relationship') return;
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      targets.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), path });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return targets;
}

function notesOf({ paths }: Archive): RawNote[] {
  const notes: RawNote[] = [];
  if (paths.some((path) => path.startsWith('xl/externalLinks/'))) notes.push('externalLinks');
  if (paths.some((path) => path.endsWith('vbaProject.bin'))) notes.push('macros');
  return notes;
}

function plainRange(text: string): RawRange | null {
  const match = PLAIN_RANGE.exec(text.trim());
  if (!match) return null;
  const [, quoted, bare = '', left = '', top = '', right = left, bottom = top] = match;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? bare,
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  };
}
