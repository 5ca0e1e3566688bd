import { expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import type { OwnForm } from '../../../shared/forms/own-form.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { TemporaryLibrary } from '../store/temporary-library.ts';
import { noWorkbooks } from './no-workbooks.ts';

const FORM: OwnForm = {
  id: 'one',
  name: 'Biểu trình Sở',
  base: 'F1',
  columns: ['central.total', 'local.total'],
  hiddenYears: [],
  subSources: true,
};
const OTHER: OwnForm = {
  id: 'two',
  name: 'Biểu rút gọn',
  base: 'F2',
  columns: ['each.central.total'],
  hiddenYears: [2022],
  subSources: false,
};

function office() {
  const place = new TemporaryLibrary();
  const open = () => createPlanner(place.library, noWorkbooks, place.desk);
  return { place, open, [Symbol.dispose]: () => place[Symbol.dispose]() };
}

test('own forms outlive a restart, changed as they were last kept, in the order in which they were made', async () => {
  using here = office();
  const planner = here.open();
  expect(must(await planner.ownForms({}))).toEqual([]);
  must(await planner.keepOwnForm({ form: FORM }));
  must(await planner.keepOwnForm({ form: OTHER }));
  must(await planner.keepOwnForm({ form: { ...FORM, columns: ['local.total'] } }));
  here.place.reopen();
  expect(must(await here.open().ownForms({}))).toEqual([{ ...FORM, columns: ['local.total'] }, OTHER]);
});

test('a deleted form is gone, and keeping it again brings it back', async () => {
  using here = office();
  const planner = here.open();
  must(await planner.keepOwnForm({ form: FORM }));
  must(await planner.deleteOwnForm({ id: FORM.id }));
  must(await planner.deleteOwnForm({ id: FORM.id }));
  expect(must(await planner.ownForms({}))).toEqual([]);
  must(await planner.keepOwnForm({ form: FORM }));
  expect(must(await planner.ownForms({}))).toEqual([FORM]);
});

test.each(['biểu trình sở', 'Biểu trình Sở'.normalize('NFD'), 'F1', 'f5'])(
  'no second form is called “%s”',
  async (name) => {
    using here = office();
    const planner = here.open();
    must(await planner.keepOwnForm({ form: FORM }));
    expect(await planner.keepOwnForm({ form: { ...OTHER, name } })).toEqual({
      ok: false,
      refusal: { code: 'api.formExists', params: { name: name.normalize('NFC') } },
    });
    expect(must(await planner.ownForms({}))).toEqual([FORM]);
  },
);

test('a form that cannot be read is not offered, and the others are', async () => {
  using here = office();
  const planner = here.open();
  const put = here.place.database.prepare('INSERT INTO own_form (id, json) VALUES (?, ?)');
  put.run('newer', '{"id":"newer","name":"Biểu mới","base":"F9"}');
  must(await planner.keepOwnForm({ form: FORM }));
  expect(must(await planner.ownForms({}))).toEqual([FORM]);
});
