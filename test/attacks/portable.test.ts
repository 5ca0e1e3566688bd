import { hash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPlanner } from '../../electron/planner.ts';
import { writeContent } from '../../electron/portable/content.ts';
import { writeEnvelope } from '../../electron/portable/envelope.ts';
import { readPortable } from '../../electron/portable/portable-plan.ts';
import { EDITS } from '../../electron/store/stored-json.ts';
import { sealOfRow } from '../../electron/store/tables.ts';
import { dong } from '../../shared/money/dong.ts';
import type { PlanEdit } from '../../shared/plan/edit/edit.ts';
import { planId, rowId, sourceId, year } from '../../shared/plan/ids.ts';
import { noWorkbooks } from '../electron/planner/no-workbooks.ts';
import { TemporaryLibrary } from '../electron/store/temporary-library.ts';
import { must } from '../shared/plan/sample-plan.ts';

/** Attack: a .plkp file from somebody else. */
const FILE = 'gửi.plkp';
const PASSWORD = 'Cù Lao Dung 2025';
const HIDDEN = '\u202E';

function raised(amount: bigint): PlanEdit {
  const place = { row: rowId('DA3-TDA1'), source: sourceId('central'), capital: 'recurrent' } as const;
  return {
    kind: 'setAmounts',
    amounts: [{ ...place, year: year(2023), amount: dong(amount) }],
    unfunded: 'keep',
  };
}

let place: TemporaryLibrary;
/** The content of a sound file: a plan that was changed twice, the second change undone; one revision; a wording. */
let sound: string;

beforeAll(async () => {
  place = new TemporaryLibrary();
  const planner = createPlanner(place.library, noWorkbooks, place.desk);
  const { id: plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' })).plan;
  for (const base of [0, 1]) {
    const change = {
      label: { code: 'change.any', params: {} },
      edits: [raised(BigInt(base + 7) * 1_000_000_000n)],
    };
    must(await planner.applyChange({ plan, baseSequence: base, change }));
  }
  must(await planner.undo({ plan, baseSequence: 2 }));
  must(await planner.revise({ plan, label: 'Trình lần 1' }));
  const wording = { name: 'Quyết định.docx', text: 'Tổng kinh phí', notices: [], answers: [] };
  const at = place.desk.now();
  const past = place.library.past(plan) ?? null;
  const content = { by: 'Lan', at, plan: must(await planner.openPlan({ plan })).plan, wording, past };
  sound = new TextDecoder().decode(writeContent(content));
});
afterAll(() => place[Symbol.dispose]());

const content = () => JSON.parse(sound);
const bytesOf = async (json: unknown, password: string | null = null) => {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return must(await writeEnvelope(new TextEncoder().encode(text), password));
};
const read = (bytes: Uint8Array, password: string | null = null) => readPortable(FILE, bytes, password);
const readContent = async (json: unknown) => read(await bytesOf(json));
const refused = (code: string, params: object = {}) => ({ ok: false, refusal: { code, params } });

/** Seals rows as the program would, which whoever writes a file can do too. */
function sealedAnew(file: ReturnType<typeof content>, plan: string = file.plan.plan.id) {
  let previous = sealOfRow('snapshot', { plan, sequence: 0, json: file.past.snapshot }, null);
  for (const row of file.past.rows) {
    row.seal = sealOfRow('history', { ...row, plan }, previous);
    previous = row.seal;
  }
  return file;
}

/** A file of any header and body, its digest right. */
function forged(header: string, body: Uint8Array): Uint8Array {
  const whole = Buffer.concat([Buffer.from(header), body]);
  return Buffer.concat([whole, hash('sha256', whole, 'buffer')]);
}

test('a file that nobody touched is read', async () => {
  expect(await readContent(sound)).toMatchObject({ ok: true, value: { by: 'Lan' } });
  expect(await readContent(sealedAnew(content()))).toMatchObject({ ok: true });
});

describe('the file', () => {
  test('that unpacks to more than any plan is refused before it fills the memory', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 ** 2, ' '));
    expect(await read(forged('PLKP 1 {"lock":null}\n', bomb))).toMatchObject(refused('file.tooLarge'));
  });

  test('cut off or changed anywhere is damaged, and no wrong password', async () => {
    const bytes = await bytesOf(sound, PASSWORD);
    for (const length of [0, 3, 6, 30, 200, bytes.byteLength - 1]) {
      expect(await read(bytes.subarray(0, length), PASSWORD), `${length}`).toMatchObject({ ok: false });
    }
    for (const at of [40, 300, bytes.byteLength - 40, bytes.byteLength - 1]) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(await read(flipped, PASSWORD), `${at}`).toMatchObject(refused('portable.damaged'));
    }
  });

  test('with bytes behind its end is damaged', async () => {
    expect(await read(Buffer.concat([await bytesOf(sound), Buffer.from('PK')]))).toMatchObject(
      refused('portable.damaged'),
    );
  });

  test('with bytes behind its content, the digest made to fit, is damaged', async () => {
    const body = Buffer.concat([deflateRawSync(sound), Buffer.from('PK')]);
    expect(await read(forged('PLKP 1 {"lock":null}\n', body))).toMatchObject(refused('portable.damaged'));
  });

  test.each([30, 24, 19, 14, 1, 0, -1, 17.5, 1e300])(
    'asking for 2^%s rounds of scrypt gets none of them',
    async (cost) => {
      const lock = {
        cost,
        salt: Buffer.alloc(16).toString('base64'),
        nonce: Buffer.alloc(12).toString('base64'),
      };
      const bytes = forged(`PLKP 1 ${JSON.stringify({ lock })}\n`, Buffer.alloc(100));
      expect(await read(bytes, PASSWORD)).toMatchObject(refused('planFile.broken', { where: 'lock' }));
    },
  );

  test('whose header was changed does not open, though its digest fits', async () => {
    const bytes = Buffer.from(await bytesOf(sound, PASSWORD));
    const end = bytes.indexOf('\n') + 1;
    const header = bytes.subarray(0, end).toString().replace('{"lock"', '{ "lock"');
    expect(await read(forged(header, bytes.subarray(end, -32)), PASSWORD)).toMatchObject(
      refused('portable.wrongPassword'),
    );
  });

  test('of a version that is still to come is told so', async () => {
    expect(await read(Buffer.from('PLKP 2 whatever comes\n'))).toMatchObject(
      refused('planFile.newer', { version: 2 }),
    );
  });
});

describe('its content', () => {
  test.each([
    ['{"by":', '{"__proto__":{"polluted":1},"by":'],
    ['"past":{', '"past":{"__proto__":{"polluted":1},'],
    ['"sequence":1,', '"sequence":1,"__proto__":{"polluted":1},'],
    ['"wording":{', '"wording":{"constructor":{"prototype":{"polluted":1}},'],
  ])('with keys of every object’s prototype at %s is refused', async (before, after) => {
    expect(sound).toContain(before);
    expect(await readContent(sound.replace(before, after))).toMatchObject(refused('planFile.broken'));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('objects in each other without end are refused', async () => {
    expect(await readContent(`${'{"plan":'.repeat(200_000)}1${'}'.repeat(200_000)}`)).toMatchObject(
      refused('planFile.broken'),
    );
  });

  test('texts lose the marks that turn them around, and a sealed name that holds one is refused', async () => {
    const file = content();
    file.by = `Lan${HIDDEN}`;
    file.wording.text = `Tổng ${HIDDEN}kinh phí`;
    file.past.revisions[0].label = `Trình ${HIDDEN}lần 1`;
    expect(await readContent(file)).toMatchObject({
      ok: true,
      value: {
        by: 'Lan',
        wording: { text: 'Tổng kinh phí' },
        past: { revisions: [{ label: 'Trình lần 1' }] },
      },
    });
    const sealed = content();
    sealed.past.rows[1].by = `Lan${HIDDEN}`;
    expect(await readContent(sealedAnew(sealed))).toMatchObject(refused('planFile.broken'));
  });
});

describe('its history', () => {
  test('with a row that is not the one that was sealed is refused from there on', async () => {
    const file = content();
    file.past.rows[2].by = 'Minh';
    expect(await readContent(file)).toMatchObject(refused('portable.badHistory', { step: 2 }));
    const gap = content();
    gap.past.rows.splice(1, 1);
    expect(await readContent(gap)).toMatchObject(refused('portable.badHistory', { step: 1 }));
  });

  test('that leads to another plan than the one stated is refused, well sealed as it is', async () => {
    const file = content();
    file.plan.plan.header.title = 'Kế hoạch khác';
    expect(await readContent(file)).toMatchObject(refused('portable.otherPlan'));
  });

  test('whose undo would do something else than take the change back is refused, well sealed as it is', async () => {
    const file = content();
    file.past.rows.splice(2);
    file.past.revisions = [];
    file.past.rows[1].inverse = EDITS.write([raised(1n)]);
    expect(await readContent(sealedAnew(file))).toMatchObject(refused('portable.badHistory', { step: 1 }));
  });

  test('whose undo points at another change is refused, well sealed as it is', async () => {
    const file = content();
    file.past.rows[3].undo_top = null;
    expect(await readContent(sealedAnew(file))).toMatchObject(refused('portable.badHistory', { step: 3 }));
  });

  test('of another plan is refused, also sealed under this one', async () => {
    const other = content();
    other.plan.plan.id = planId('plan-2');
    expect(await readContent(other)).toMatchObject(refused('portable.badHistory', { step: 0 }));
    expect(await readContent(sealedAnew(other))).toMatchObject(refused('portable.badHistory', { step: 0 }));
  });

  test('with revisions of rows that are not there, twice or opened without approval is refused', async () => {
    const [beyond, twice, opened] = [content(), content(), content()];
    beyond.past.revisions[0].sequence = 4;
    twice.past.revisions.push(twice.past.revisions[0]);
    const { label, at, by } = opened.past.revisions[0];
    opened.past.reopenings = [{ label, at, by, kind: 'adjust', reason: 'Điều chỉnh' }];
    for (const file of [beyond, twice, opened]) {
      expect(await readContent(file)).toMatchObject(refused('planFile.broken', { where: 'past.revisions' }));
    }
  });
});
