import { heading } from './draw.ts';
import { drawn, issue, NO_TOTALS, plan, row, table } from './small.ts';
import type { Specimen } from './truth.ts';

const ABOVE = ['NHU CẦU KINH PHÍ NĂM 2024', 'Đơn vị tính: triệu đồng'];
const HEADING = heading('TT|Nội dung|NSTW|NSĐP', '^|^|SN|SN');
const t = (central: number, local = 0): Record<string, number> => ({
  ...(central ? { '2024|central|recurrent': central } : {}),
  ...(local ? { '2024|local|recurrent': local } : {}),
});

export const HIERARCHY: readonly Specimen[] = [
  drawn(
    'levels-by-ordinals',
    'six ways of numbering in one table: I, 1, 1.1, a, -, +',
    {
      plan: plan(2024, 2024, [
        row('Giáo dục nghề nghiệp', null, undefined, { ordinal: 'I' }),
        row('Cơ sở vật chất', 0, undefined, { ordinal: '1' }),
        row('Trường trung cấp', 1, undefined, { ordinal: '1.1' }),
        row('Nhà xưởng', 2, undefined, { ordinal: 'a' }),
        row('Xưởng cơ khí', 3, undefined, { ordinal: '-' }),
        row('Máy tiện', 4, t(10), { ordinal: '+' }),
        row('Máy hàn', 4, t(20, 5), { ordinal: '+' }),
        row('Xưởng may', 3, t(30), { ordinal: '-' }),
        row('Thư viện', 2, t(40), { ordinal: 'b' }),
        row('Trung tâm dạy nghề', 1, t(50), { ordinal: '1.2' }),
        row('Đào tạo giáo viên', 0, t(60), { ordinal: '2' }),
        row('Thông tin', null, t(70), { ordinal: 'II' }),
      ]),
    },
    table(ABOVE, HEADING, [
      ['I', 'Giáo dục nghề nghiệp', 210, 5],
      ['1', 'Cơ sở vật chất', 150, 5],
      ['1.1', 'Trường trung cấp', 100, 5],
      ['a', 'Nhà xưởng', 60, 5],
      ['-', 'Xưởng cơ khí', 30, 5],
      ['+', 'Máy tiện', 10, null],
      ['+', 'Máy hàn', 20, 5],
      ['-', 'Xưởng may', 30, null],
      ['b', 'Thư viện', 40, null],
      ['1.2', 'Trung tâm dạy nghề', 50, null],
      ['2', 'Đào tạo giáo viên', 60, null],
      ['II', 'Thông tin', 70, null],
      [null, 'Tổng cộng', 280, 5],
    ]),
  ),
  drawn(
    'levels-by-codes',
    'a column of codes, no numbers: DA1 over DA1-TDA2',
    {
      plan: plan(2024, 2024, [
        row('Hạ tầng vùng khó khăn', null, undefined, { code: 'DA1' }),
        row('Đường liên ấp', 0, t(10), { code: 'DA1-TDA1' }),
        row('Cầu liên xã', 0, t(20), { code: 'DA1-TDA2' }),
        row('Sinh kế', null, t(30), { code: 'DA2' }),
      ]),
    },
    table(ABOVE, heading('Mã số|Nội dung|NSTW|NSĐP', '^|^|SN|SN'), [
      ['DA1', 'Hạ tầng vùng khó khăn', 30, null],
      ['DA1-TDA1', 'Đường liên ấp', 10, null],
      ['DA1-TDA2', 'Cầu liên xã', 20, null],
      ['DA2', 'Sinh kế', 30, null],
      [null, 'Tổng cộng', 60, null],
    ]),
  ),
  drawn(
    'levels-by-spaces',
    'no numbers, no codes: three spaces a step before the names',
    {
      plan: plan(2024, 2024, [
        row('Hạ tầng'),
        row('Đường', 0),
        row('Đường liên ấp', 1, t(10)),
        row('Đường nội đồng', 1, t(15)),
        row('Cầu', 0, t(20)),
        row('Sinh kế', null, t(30)),
      ]),
    },
    table(ABOVE, HEADING, [
      [null, 'Hạ tầng', 45, null],
      [null, '   Đường', 25, null],
      [null, '      Đường liên ấp', 10, null],
      [null, '      Đường nội đồng', 15, null],
      [null, '   Cầu', 20, null],
      [null, 'Sinh kế', 30, null],
      [null, 'Cộng', 75, null],
    ]),
  ),
  drawn(
    'levels-by-bold',
    'no numbers, nothing indented: bold rows over plain ones',
    {
      plan: plan(2024, 2024, [
        row('Hạ tầng'),
        row('Đường liên ấp', 0, t(10)),
        row('Cầu', 0, t(20)),
        row('Sinh kế'),
        row('Nuôi lươn', 3, t(30)),
      ]),
    },
    table(ABOVE, HEADING, [
      [null, { value: 'Hạ tầng', bold: true }, 30, null],
      [null, 'Đường liên ấp', 10, null],
      [null, 'Cầu', 20, null],
      [null, { value: 'Sinh kế', bold: true }, 30, null],
      [null, 'Nuôi lươn', 30, null],
      [null, { value: 'TỔNG CỘNG', bold: true }, 60, null],
    ]),
  ),
  drawn(
    'levels-flat-sum',
    'a flat list in which one row is the sum of the three below it: read as rows, and said',
    {
      plan: plan(2024, 2024, [
        row('Hạ tầng', null, t(45, 6)),
        row('Đường', null, t(10, 1)),
        row('Cầu', null, t(20, 2)),
        row('Điện', null, t(15, 3)),
        row('Sinh kế', null, t(30)),
      ]),
      issues: [issue('rowAddsUp', 'warning', 'A5'), NO_TOTALS],
    },
    table(ABOVE, HEADING, [
      ['1', 'Hạ tầng', 45, 6],
      ['2', 'Đường', 10, 1],
      ['3', 'Cầu', 20, 2],
      ['4', 'Điện', 15, 3],
      ['5', 'Sinh kế', 30, null],
    ]),
  ),
];
