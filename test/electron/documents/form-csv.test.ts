import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formCsv } from '../../../electron/documents/form-csv.ts';
import { projectForm } from '../../../shared/forms/project.ts';
import type { FormTable } from '../../../shared/forms/table.ts';
import { arbitraryPlan } from '../../shared/plan/arbitrary-plan.ts';
import { totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';

/** A reader of RFC 4180 with semicolons: fields as they were before they were quoted. */
function readCsv(csv: string): string[][] {
  const lines: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/gy;
  field.lastIndex = 1;
  let line: string[] = [];
  while (field.lastIndex < csv.length) {
    const found = field.exec(csv);
    if (!found) throw new Error('this is no CSV');
    const [, quoted, plain = '', end] = found;
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ';') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

function sample(form: 'F1' | 'F2'): FormTable {
  const plan = vinhLongPlan();
  return projectForm(plan, totalsOf(plan), form);
}

describe('a form as CSV', () => {
  test('begins with a byte order mark and ends its lines with CR LF', () => {
    const csv = formCsv([sample('F1')]);
    expect(csv.startsWith('\uFEFFTT;Nội dung;')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.split('\r\n').length - 1).toBe(1 + sample('F1').rows.length);
  });

  test('has whole đồng without marks, zero as 0, and nothing where a cell does not apply', () => {
    const [heading, ...rows] = readCsv(formCsv([sample('F1')]));
    expect(heading?.slice(0, 4)).toEqual([
      'TT',
      'Nội dung',
      'Tổng giai đoạn 2022 - 2025 / Tổng số (đồng)',
      'Tổng giai đoạn 2022 - 2025 / ĐTPT (đồng)',
    ]);
    expect(rows[0]?.slice(0, 5)).toEqual([
      '1',
      'Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo',
      '62500000000',
      '0',
      '60500000000',
    ]);
    expect(rows.at(-2)?.slice(0, 7)).toEqual([
      '',
      'Kinh phí các dự án 01 năm',
      '',
      '',
      '',
      '',
      '53175000000',
    ]);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+84', "'+84"],
    ['-', "'-"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['\r1', "'\r1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['Chi 1-2', 'Chi 1-2'],
    ['a;"b"\r\nc', 'a;"b"\r\nc'],
  ])('the name %j leaves as %j', (name, left) => {
    const table = sample('F2');
    const [first, ...rest] = table.rows;
    if (!first) throw new Error('the sample has rows');
    const lines = readCsv(formCsv([{ ...table, rows: [{ ...first, name, note: name }, ...rest] }]));
    expect(lines[1]?.[1]).toBe(left);
    expect(lines[1]?.at(-1)).toBe(left);
  });

  test('says of any plan what its form says, and no text of it begins as a formula', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const table = projectForm(plan, totalsOf(plan), 'F2');
        const [heading, ...lines] = readCsv(formCsv([table]));
        expect(heading).toHaveLength(table.columns.length + 3);
        lines.forEach((fields, row) => {
          const amounts = table.rows[row]?.cells.map(({ amount }) => (amount === null ? '' : `${amount}`));
          expect(fields.slice(2, -1)).toEqual(amounts);
          for (const text of [fields[0], fields[1], fields.at(-1)]) expect(text).not.toMatch(/^\s*[=+\-@]/);
          expect(fields[1]?.replace(/^'/, '')).toBe(table.rows[row]?.name.replace(/^'/, ''));
        });
      }),
    );
  });
});
