/** Tests of attacks that no single text keeps out: what they would need was never built. */
export interface WithoutGuard {
  readonly test: string;
  readonly attack: string;
  readonly because: string;
}

export const WITHOUT_GUARD: readonly WithoutGuard[] = [
  {
    test: 'test/attacks/workbook.test.ts',
    attack: 'by names that climb or lead elsewhere reaches none: a name is looked up, never opened',
    because: 'a part of a workbook is looked up in its archive; no name becomes a path',
  },
  {
    test: 'test/attacks/workbook.test.ts',
    attack: 'by links, macros and formulas that call out runs none of them: their stored results are read',
    because: 'there is nothing that computes a formula or follows a link',
  },
  {
    test: 'test/attacks/word.test.ts',
    attack:
      'links, fields, templates of elsewhere, pages of HTML and macros in a Word file are neither followed nor text',
    because: 'only runs of text are taken from a Word file',
  },
  {
    test: 'test/attacks/plan-file.test.ts',
    attack: 'rows named like what every object has are rows like others',
    because: 'ids are keys of maps, not of objects',
  },
  {
    test: 'test/attacks/plan-file.test.ts',
    attack: 'objects and lists in each other without end are refused',
    because: 'nothing walks what the schema does not know',
  },
  {
    test: 'test/attacks/plan-file.test.ts',
    attack: 'the amount “%s” is no whole number of đồng',
    because: 'amounts have one way of being written, and their reader knows no other',
  },
  {
    test: 'test/attacks/plan-file.test.ts',
    attack: 'an amount as a number, which may have lost digits, is refused',
    because: 'amounts are read from texts alone',
  },
  {
    test: 'test/attacks/plan-file.test.ts',
    attack: 'a key that stands twice counts once, as its last, in all that is read',
    because: 'a file is parsed once',
  },
  {
    test: 'test/attacks/clipboard.test.ts',
    attack: 'by quotes that close nowhere takes as long as its letters, not their square',
    because: 'a quote is looked for once',
  },
  {
    test: 'test/attacks/calls.test.ts',
    attack: 'lists in each other without end are refused as any other value',
    because: 'nothing walks what the schema does not know',
  },
  {
    test: 'test/attacks/portable.test.ts',
    attack: 'objects in each other without end are refused',
    because: 'nothing walks what the schema does not know',
  },
  {
    test: 'test/attacks/portable.test.ts',
    attack: 'a file that nobody touched is read',
    because: 'no attack: that what is sound comes in',
  },
  {
    test: 'test/attacks/library.test.ts',
    attack: 'under our name with other tables is kept aside, and that is told',
    because: 'every statement names its tables and columns',
  },
  {
    test: 'test/attacks/library.test.ts',
    attack: 'with objects in each other without end is found when the library is opened, and made anew',
    because: 'SQLite itself takes no JSON of more than a thousand levels',
  },
  {
    test: 'test/attacks/library.test.ts',
    attack: 'with the amount %j is refused',
    because: 'amounts have one way of being written, and their reader knows no other',
  },
  {
    test: 'test/attacks/library.test.ts',
    attack: 'naming a plan that is nowhere is told of once',
    because: 'a recovery keeps the redo log aside with the rest',
  },
  {
    test: 'test/attacks/backups.test.ts',
    attack: 'that is %s is no library',
    because: 'SQLite opens its own files alone',
  },
  {
    test: 'test/attacks/backups.test.ts',
    attack: 'with a folder of backups that leads elsewhere touches nothing else there',
    because: 'only files under the names of our backups are removed',
  },
  {
    test: 'test/attacks/ways-out.test.ts',
    attack: 'is no formula, no link and no field of a workbook',
    because: 'names go into the table of texts, formulas are made of addresses alone',
  },
  {
    test: 'test/attacks/ways-out.test.ts',
    attack: 'is no field of a Word file: its only one is the number of the page',
    because: 'the only field that is written is the number of the page',
  },
  {
    test: 'test/attacks/window.test.ts',
    attack: 'is text in the sheet, its tips, its panels and its dialogs',
    because: 'React writes texts; no component sets HTML',
  },
  {
    test: 'test/attacks/window.test.ts',
    attack: 'brings a name as text',
    because: 'a name is pasted from the plain text',
  },
  {
    test: 'test/attacks/loopback.test.ts',
    attack: 'the officer’s own window gets in by the file, and the token is in no address afterwards',
    because: 'no attack: that the window itself still gets in',
  },
];
