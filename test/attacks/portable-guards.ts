import type { Guard } from './guards.ts';

/** The guards of a colleague's plan file. */
const TEST = 'test/attacks/portable.test.ts';
const ENVELOPE = 'electron/portable/envelope.ts';
const PACKED = 'electron/portable/packed.ts';
const LOCK = 'electron/portable/lock.ts';
const CONTENT = 'electron/portable/content.ts';
const PAST = 'electron/portable/sound-past.ts';
const PLAN = 'electron/portable/portable-plan.ts';

type Row = readonly [attack: string, file: string, holds: string, without: string];

const DIGEST = {
  file: ENVELOPE,
  holds: "if (!digestOf(header, body).equals(stated)) return refuse('portable.damaged', { file });",
  without: '',
};
const END = {
  file: PACKED,
  holds: 'return inflate.bytesWritten === packed.byteLength ? Buffer.concat(parts) : null;',
  without: 'return Buffer.concat(parts);',
};

const ONE_CUT: readonly Row[] = [
  ['that unpacks to more than any plan', PACKED, "if (size > most) return 'tooLarge';", ''],
  ['cut off or changed anywhere', ENVELOPE, DIGEST.holds, ''],
  ['with bytes behind its content, the digest made to fit', PACKED, END.holds, END.without],
  ['rounds of scrypt gets none of them', LOCK, 'cost: z.int().min(15).max(18)', 'cost: z.number()'],
  [
    'of a version that is still to come',
    ENVELOPE,
    'if (Number(version) > PORTABLE_VERSION) {',
    'if (false) {',
  ],
  [
    'with keys of every object’s prototype',
    CONTENT,
    'export const contentSchema = z.strictObject({',
    'export const contentSchema = z.object({',
  ],
  [
    'texts lose the marks that turn them around',
    CONTENT,
    '.refine((text) => withoutHiddenMarks(text) === text)',
    '',
  ],
  [
    'with a row that is not the one that was sealed',
    PAST,
    " || row.seal !== sealOfRow('history', { ...row }, previous)",
    '',
  ],
  [
    'that leads to another plan than the one stated',
    PLAN,
    "return sameContent(made, stated) ? ok(null) : refuse('portable.otherPlan', { file });",
    'return ok(null);',
  ],
  [
    'whose undo would do something else',
    PAST,
    'if (!back.ok || !sameContent(back.value, plan)) return null;',
    '',
  ],
  ['whose undo points at another change', PAST, 'if (!same) return null;', ''],
  ['of another plan is refused, also sealed under this one', PAST, ' && plan.id === id', ''],
  ['with revisions of rows that are not there', PAST, ' || !revisionsFit(past)', ''],
];

export const PORTABLE: readonly Guard[] = [
  ...ONE_CUT.map(([attack, file, holds, without]) => ({
    test: TEST,
    attack,
    cuts: [{ file, holds, without }],
  })),
  { test: TEST, attack: 'with bytes behind its end', cuts: [DIGEST, END] },
  {
    test: TEST,
    attack: 'whose header was changed',
    cuts: ['cipher', 'decipher'].map((one) => ({
      file: LOCK,
      holds: `  ${one}.setAAD(header);\n`,
      without: '',
    })),
  },
];
