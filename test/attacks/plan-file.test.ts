import { expect, test } from 'vitest';
import { readPlanFile, writePlanFile } from '../../shared/intake/plan-file.ts';
import { must, vinhLongPlan } from '../shared/plan/sample-plan.ts';

/** Attack: a plan as JSON from somebody else. */
const own = writePlanFile(vinhLongPlan());
const sample = () => JSON.parse(own);
const read = (text: string) => readPlanFile('gửi.json', text);
const broken = { ok: false, refusal: { code: 'planFile.broken' } };

test.each([
  ['"header": {', '"__proto__": {"polluted": 1}, "header": {'],
  ['"header": {', '"header": {"__proto__": {"polluted": 1},'],
  ['"header": {', '"constructor": {"prototype": {"polluted": 1}}, "header": {'],
  ['"words": {', '"words": {"__proto__": {"polluted": 1},'],
])('keys of every object’s prototype are refused where %s stands', (before, after) => {
  expect(own).toContain(before);
  expect(read(own.replace(before, after))).toMatchObject(broken);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('rows named like what every object has are rows like others', () => {
  const file = sample();
  const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const [first] = file.plan.rows;
  const rows = names.map((name) => ({ ...first, id: name, code: name, parent: null }));
  const amounts = names.map((name) => [name, [['central', 'recurrent', 2022, '5']]]);
  const plan = must(read(JSON.stringify({ ...file, plan: { ...file.plan, rows, amounts } })));
  expect(plan.rows.map(({ id }) => id)).toEqual(names);
  expect(plan.amounts.size).toBe(names.length);
});

test('objects and lists in each other without end are refused', () => {
  const deep = 300_000;
  expect(read(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`)).toMatchObject({
    refusal: { code: expect.stringMatching(/^planFile\.(notOurs|notJson)$/) },
  });
  const rows = `${'['.repeat(deep)}${']'.repeat(deep)}`;
  expect(read(`{"format":"phu-luc-kinh-phi/plan","version":1,"plan":{"rows":${rows}}}`)).toMatchObject(
    broken,
  );
});

test('rows below each other without end are refused: every total would walk down them', () => {
  const file = sample();
  const [first] = file.plan.rows;
  const chain = (length: number): unknown =>
    Array.from({ length }, (_, at) => ({
      ...first,
      id: `r${at}`,
      code: `c${at}`,
      parent: at === 0 ? null : `r${at - 1}`,
    }));
  const of = (length: number) =>
    read(JSON.stringify({ ...file, plan: { ...file.plan, rows: chain(length), amounts: [] } }));
  expect(of(61)).toMatchObject({ refusal: { code: 'planFile.broken', params: { where: 'plan.rows' } } });
  expect(of(60)).toMatchObject({ ok: true });
});

test.each(['1e400', '-0', '0x10', '1_000', '9'.repeat(400), ' 5', '5n', '٥', 'NaN', '5.0', '+5'])(
  'the amount “%s” is no whole number of đồng',
  (amount) => {
    const file = sample();
    file.plan.amounts[0][1][0][3] = amount;
    expect(read(JSON.stringify(file))).toMatchObject(broken);
  },
);

test('an amount as a number, which may have lost digits, is refused', () => {
  const file = sample();
  file.plan.amounts[0][1][0][3] = 9_007_199_254_740_992;
  expect(read(JSON.stringify(file))).toMatchObject(broken);
});

test('a key that stands twice counts once, as its last, in all that is read', () => {
  const twice = own.replace('"version": 1', '"version": 99, "version": 1');
  expect(must(read(twice))).toEqual(vinhLongPlan());
  expect(read(own.replace('"version": 1', '"version": 1, "version": 99'))).toMatchObject({
    refusal: { code: 'planFile.newer' },
  });
});

test('texts that hide a mark come without it, and what is nothing but marks is no code', () => {
  const file = sample();
  file.plan.header.title = 'Kế \u202Ehoạch\u0000';
  file.plan.rows[0].name = '\u2066Dự án\u001B[2J';
  const plan = must(read(JSON.stringify(file)));
  expect([plan.header.title, plan.rows[0]?.name]).toEqual(['Kế hoạch', 'Dự án[2J']);
  file.plan.rows[0].code = '\u202E';
  expect(read(JSON.stringify(file))).toMatchObject(broken);
});
