/** A passage, the amounts that it prints in triệu đồng, and what becomes of its sums: all hold, one fails, or there is none. */
export type Passage = readonly [text: string, millions: string, verdict: boolean | null];

/** Written by hand after the ways in which plans, decisions and newspapers put such sums. */
export const PASSAGES: readonly Passage[] = [
  [
    'Tổng kinh phí thực hiện năm 2023 là 45.318 triệu đồng, trong đó: ngân sách trung ương 41.198 triệu đồng (vốn đầu tư 20.500 triệu đồng, vốn sự nghiệp 20.698 triệu đồng); ngân sách tỉnh 4.120 triệu đồng.',
    '45318 41198 20500 20698 4120',
    true,
  ],
  [
    'Tổng kinh phí thực hiện năm 2023 là 45.318 triệu đồng, trong đó: ngân sách trung ương 41.198 triệu đồng (vốn đầu tư 20.500 triệu đồng, vốn sự nghiệp 20.598 triệu đồng); ngân sách tỉnh 4.120 triệu đồng.',
    '45318 41198 20500 20598 4120',
    false,
  ],
  [
    'Giai đoạn 2021-2025, tỉnh được giao 1.250 tỷ đồng vốn ngân sách trung ương, gồm 780 tỷ đồng vốn đầu tư và 470 tỷ đồng vốn sự nghiệp.',
    '1250000 780000 470000',
    true,
  ],
  [
    'Năm 2022, tổng vốn giao 120 tỷ 500 triệu đồng (vốn đầu tư 80 tỷ 250 triệu đồng, vốn sự nghiệp 40 tỷ 250 triệu đồng). Đến nay đã giải ngân 60 tỷ đồng, đạt 49,8% kế hoạch.',
    '120500 80250 40250 60000',
    true,
  ],
  ['Kinh phí: 3,5 tỷ đồng/năm, tổng 5 năm là 17,5 tỷ đồng.', '3500 17500', null],
  [
    'Mức hỗ trợ xây mới 40 triệu đồng/hộ, sửa chữa 20 triệu đồng/hộ; tổng kinh phí 12 tỷ đồng, trong đó NSTW 10 tỷ đồng, ngân sách huyện 2 tỷ đồng.',
    '40 20 12000 10000 2000',
    true,
  ],
  [
    'Tổng mức đầu tư 15 tỷ đồng từ nguồn vốn ngân sách trung ương 10 tỷ đồng, ngân sách huyện 3 tỷ đồng và nhân dân đóng góp 2 tỷ đồng.',
    '15000 10000 3000 2000',
    true,
  ],
  [
    'Ngân sách trung ương hỗ trợ 8 tỷ đồng, ngân sách tỉnh 2 tỷ đồng; tổng cộng 10 tỷ đồng.',
    '8000 2000 10000',
    true,
  ],
  [
    'Ngân sách trung ương hỗ trợ 8 tỷ đồng, ngân sách tỉnh 2 tỷ đồng; tổng cộng 11 tỷ đồng.',
    '8000 2000 11000',
    false,
  ],
  [
    'Trong tổng số 25 tỷ đồng được giao, vốn đầu tư phát triển là 15 tỷ đồng, vốn sự nghiệp là 10 tỷ đồng.',
    '25000 15000 10000',
    true,
  ],
  ['Dự kiến từ 3 đến 5 tỷ đồng cho giai đoạn này.', '', null],
  [
    'Tổng nguồn lực huy động khoảng 75.000 tỷ đồng, trong đó ngân sách trung ương 48.000 tỷ đồng; ngân sách địa phương 12.690 tỷ đồng; huy động hợp pháp khác 14.310 tỷ đồng.',
    '75000000 48000000 12690000 14310000',
    true,
  ],
  [
    'Tổng vốn: 1.500 triệu đồng. Trong đó:\n- Vốn đầu tư: 1.000 triệu đồng\n- Vốn sự nghiệp: 500 triệu đồng',
    '1500 1000 500',
    true,
  ],
  [
    '1. Tổng kinh phí: 2.000 triệu đồng\na) Năm 2022: 500 triệu đồng\nb) Năm 2023: 700 triệu đồng\nc) Năm 2024: 900 triệu đồng',
    '2000 500 700 900',
    false,
  ],
  [
    'Tổng kinh phí 62,8 tỷ đồng cho 3 huyện: Mường Tè 20,5 tỷ đồng; Nậm Nhùn 22,3 tỷ đồng; Sìn Hồ 20 tỷ đồng.',
    '62800 20500 22300 20000',
    true,
  ],
  [
    'Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số: 350.000 triệu đồng (vốn đầu tư 200.000 triệu đồng; vốn sự nghiệp 150.000 triệu đồng); Chương trình MTQG giảm nghèo bền vững: 120.500 triệu đồng (vốn đầu tư 60.000 triệu đồng; vốn sự nghiệp 60.500 triệu đồng); Chương trình MTQG xây dựng nông thôn mới: 90.000 triệu đồng.',
    '350000 200000 150000 120500 60000 60500 90000',
    true,
  ],
  [
    'Tổng vốn 3 chương trình là 560.500 triệu đồng, cụ thể: Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số: 350.000 triệu đồng (vốn đầu tư 200.000 triệu đồng; vốn sự nghiệp 150.000 triệu đồng); Chương trình MTQG giảm nghèo bền vững: 120.500 triệu đồng (vốn đầu tư 60.000 triệu đồng; vốn sự nghiệp 60.500 triệu đồng); Chương trình MTQG xây dựng nông thôn mới: 90.000 triệu đồng.',
    '560500 350000 200000 150000 120500 60000 60500 90000',
    true,
  ],
  ['Đến 31/12/2023, giải ngân được 115,6 tỷ đồng/150 tỷ đồng, đạt 77% kế hoạch.', '115600 150000', null],
  ['Hỗ trợ 50 triệu đồng cho mỗi mô hình; 2 triệu hộ hưởng lợi; 1,5 triệu lượt người.', '50', null],
  ['Kinh phí thuc hien: 59 ty dong; trong do NSTW 50 trieu dong', '', null],
  ['Vốn vay 3 triệu USD tương đương 70 tỷ đồng.', '70000', null],
  ['Kinh phí 1.50 tỷ đồng.', '', null],
  [
    'kinh phí hỗ trợ 71, 4 tỷ đồng, trong đó vốn đầu tư 50, 4 tỷ đồng, vốn sự nghiệp 21 tỷ đồng',
    '71400 50400 21000',
    true,
  ],
  ['Tổng kinh phí: 20.000.000.000 đồng (Bằng chữ: Hai mươi tỷ đồng chẵn).', '20000', null],
  ['Tổng kinh phí: 20.000.000.000 đồng (Bằng chữ: Hai mươi mốt tỷ đồng chẵn).', '20000', null],
  ['Tổng kinh phí là hai mươi tỷ năm trăm triệu đồng.', '20500', null],
  [
    'Ngân sách nhà nước bố trí hơn 2 nghìn tỷ đồng, trong đó ngân sách trung ương 1.500 tỷ đồng.',
    '2000000 1500000',
    null,
  ],
  [
    'Năm 2022 phân bổ 5,2 tỷ đồng, năm 2023 phân bổ 6,3 tỷ đồng, năm 2024 phân bổ 7 tỷ đồng.',
    '5200 6300 7000',
    null,
  ],
  [
    'tổng số vốn được giao là 50 tỷ đồng, trong đó vốn đầu tư 30 tỷ đồng, gồm: vốn năm 2022 chuyển sang 10 tỷ đồng, vốn năm 2023 là 20 tỷ đồng; vốn sự nghiệp 20 tỷ đồng, gồm: vốn năm 2022 chuyển sang 5 tỷ đồng, vốn năm 2023 là 15 tỷ đồng',
    '50000 30000 10000 20000 20000 5000 15000',
    true,
  ],
  [
    'tổng số vốn được giao là 50 tỷ đồng, trong đó vốn đầu tư 30 tỷ đồng (vốn năm 2022 chuyển sang 10 tỷ đồng, vốn năm 2023 là 20 tỷ đồng), vốn sự nghiệp 21 tỷ đồng (vốn năm 2022 chuyển sang 5 tỷ đồng, vốn năm 2023 là 16 tỷ đồng)',
    '50000 30000 10000 20000 21000 5000 16000',
    false,
  ],
  [
    'Tổng vốn giao năm 2023 là 82.000 triệu đồng. Trong đó, vốn đầu tư là 50.000 triệu đồng. Vốn sự nghiệp là 32.000 triệu đồng.',
    '82000 50000 32000',
    true,
  ],
  ['đã phân bổ 300 triệu đồng cho xã A, 200 triệu đồng cho xã B', '300 200', null],
  [
    'Tổng vốn 100 tỷ đồng, trong đó ưu tiên cho các xã khó khăn 20 tỷ đồng, hỗ trợ nhà ở 15 tỷ đồng.',
    '100000 20000 15000',
    null,
  ],
  ['Tỉnh phân bổ 10 tỷ đồng, tăng 2 tỷ đồng so với năm 2021 (8 tỷ đồng).', '10000 2000 8000', null],
  [
    'Kế hoạch vốn 182,3 tỷ đồng; đã giải ngân 90,4 tỷ đồng, đạt 49,6%; trong đó vốn đầu tư 60,1 tỷ đồng, vốn sự nghiệp 30,3 tỷ đồng.',
    '182300 90400 60100 30300',
    true,
  ],
  ['Kinh phí thực hiện là 5 tỷ đồng (ngân sách tỉnh).', '5000', null],
  [
    'với tổng kinh phí trên 1.200 tỷ đồng, bao gồm: vốn đầu tư 800 tỷ đồng, vốn sự nghiệp 415 tỷ đồng.',
    '1200000 800000 415000',
    null,
  ],
  [
    'Ngân sách trung ương: 4.500 triệu đồng; ngân sách địa phương: 500 triệu đồng; vốn khác: 0 đồng. Tổng cộng: 5.000 triệu đồng',
    '4500 500 0 5000',
    true,
  ],
  [
    'Tổng kinh phí thực hiện Chương trình: 209,6 tỷ đồng; trong đó NSTW 196,1 tỷ đồng, chiếm 93,6%; NSĐP 9,3 tỷ đồng, chiếm 4,4%; khác 4,2 tỷ đồng, chiếm 2%.',
    '209600 196100 9300 4200',
    true,
  ],
  [
    'Năm 2022: Tổng 10 tỷ đồng (NSTW 8 tỷ đồng, NSĐP 2 tỷ đồng); năm 2023: tổng 12 tỷ đồng (NSTW 9 tỷ đồng, NSĐP 3 tỷ đồng).',
    '10000 8000 2000 12000 9000 3000',
    true,
  ],
  [
    'Quốc hội quyết nghị tổng mức vốn tối thiểu 196.332 tỷ đồng, gồm: vốn ngân sách trung ương 39.632 tỷ đồng; vốn ngân sách địa phương 156.700 tỷ đồng.',
    '196332000 39632000 156700000',
    true,
  ],
  [
    'kinh phí được giao 5.432,1 triệu đồng; gồm: Tiểu dự án 1: 2.000 triệu đồng, Tiểu dự án 2: 3.432,1 triệu đồng',
    '5432.1 2000 3432.1',
    true,
  ],
  [
    'Tổng số: 34.567 triệu đồng, gồm:\n1. Dự án 1: 20.000 triệu đồng, trong đó:\n- Tiểu dự án 1: 12.000 triệu đồng;\n- Tiểu dự án 2: 8.000 triệu đồng.\n2. Dự án 2: 14.567 triệu đồng.',
    '34567 20000 12000 8000 14567',
    true,
  ],
  [
    'Tổng số: 34.567 triệu đồng, gồm:\n1. Dự án 1: 20.000 triệu đồng, trong đó:\n- Tiểu dự án 1: 12.000 triệu đồng;\n- Tiểu dự án 2: 8.100 triệu đồng.\n2. Dự án 2: 14.567 triệu đồng.',
    '34567 20000 12000 8100 14567',
    false,
  ],
  [
    'Phân bổ 1.234.567.890 đồng cho các đơn vị, cụ thể: Sở A 1.000.000.000 đồng; Sở B 234.567.890 đồng.',
    '1234.56789 1000 234.56789',
    true,
  ],
  ['Trung ương giao 8,7 tỷ đồng; tỉnh giao 9,5 tỷ đồng, cao hơn 0,8 tỷ đồng.', '8700 9500 800', null],
  ['Điều chỉnh tăng 5 tỷ đồng cho Dự án 1, giảm 5 tỷ đồng của Dự án 2.', '5000 5000', null],
  [
    'Kế hoạch vốn kéo dài là 21,5 tỷ đồng; kế hoạch vốn năm 2024 là 78,5 tỷ đồng. Tổng số vốn thực hiện là 100 tỷ đồng.',
    '21500 78500 100000',
    true,
  ],
  [
    'Nguồn vốn thực hiện: Tổng số 7.725 triệu đồng, trong đó ngân sách trung ương 7.000 triệu đồng, ngân sách địa phương 725 triệu đồng, gồm ngân sách tỉnh 500 triệu đồng, ngân sách huyện 225 triệu đồng.',
    '7725 7000 725 500 225',
    true,
  ],
  [
    'Có 3 dự án với tổng vốn 6.000 triệu đồng (dự án A 2.000 triệu đồng, dự án B 2.500 triệu đồng và dự án C 1.500 triệu đồng)',
    '6000 2000 2500 1500',
    true,
  ],
  [
    'tổng vốn 6.000 triệu đồng: dự án A 2.000 triệu đồng, dự án B 2.500 triệu đồng và dự án C 1.600 triệu đồng',
    '6000 2000 2500 1600',
    false,
  ],
  ['Huyện A được phân bổ 1,5 tỷ; huyện B 2 tỷ; huyện C 2,5 tỷ; tổng 6 tỷ đồng', '1500 2000 2500 6000', true],
  ['Tổng kinh phí 209,6 tỷ đồng, bình quân mỗi năm 52,4 tỷ đồng.', '209600 52400', null],
  ['Kinh phí 2 tỷ rưỡi đồng', '2500', null],
  [
    'tổng nguồn vốn trên 2.268,7 tỷ đồng; trong đó, vốn ngân sách Trung ương trên 2.062 tỷ đồng, vốn ngân sách tỉnh đối ứng trên 206 tỷ đồng',
    '2268700 2062000 206000',
    null,
  ],
  [
    'Năm 2024, tổng vốn ngân sách trung ương giao là 27.220 tỷ đồng (gồm 13.000 tỷ đồng vốn đầu tư phát triển; 14.220 tỷ đồng vốn sự nghiệp). Trong đó: Chương trình giảm nghèo 9.000 tỷ đồng; Chương trình dân tộc 11.220 tỷ đồng; Chương trình nông thôn mới 7.000 tỷ đồng.',
    '27220000 13000000 14220000 9000000 11220000 7000000',
    true,
  ],
  [
    'Năm 2023, huyện được phân bổ 98.765 triệu đồng thực hiện 3 chương trình MTQG, trong đó: Chương trình MTQG DTTS&MN 60.000 triệu đồng (vốn đầu tư: 40.000 triệu đồng, vốn sự nghiệp: 20.000 triệu đồng); Chương trình MTQG giảm nghèo bền vững 28.765 triệu đồng (vốn đầu tư 20.000 triệu đồng, vốn sự nghiệp 8.765 triệu đồng); Chương trình MTQG xây dựng nông thôn mới 10.000 triệu đồng (vốn đầu tư 9.000 triệu đồng, vốn sự nghiệp 1.000 triệu đồng). Kết quả giải ngân đến 30/11/2023 là 61.234 triệu đồng, đạt 62%.',
    '98765 60000 40000 20000 28765 20000 8765 10000 9000 1000 61234',
    true,
  ],
  [
    'Tổng kế hoạch vốn ngân sách trung ương năm 2024 thực hiện 03 Chương trình MTQG của tỉnh là 1.936,6 tỷ đồng. Trong đó, vốn đầu tư phát triển là 1.083,2 tỷ đồng; kinh phí sự nghiệp là 853,4 tỷ đồng.',
    '1936600 1083200 853400',
    true,
  ],
  [
    'UBND tỉnh đã giao dự toán kinh phí 5 tỷ 200 triệu đồng; trong đó Sở Lao động 1 tỷ 700 triệu đồng, Sở Nông nghiệp 2 tỷ 500 triệu đồng, còn lại 1 tỷ đồng giao cho các huyện.',
    '5200 1700 2500 1000',
    true,
  ],
  [
    'Ngân sách trung ương giai đoạn 2021-2025 là 48.000 tỷ đồng (vốn đầu tư phát triển: 20.000 tỷ đồng; vốn sự nghiệp: 28.000 tỷ đồng).',
    '48000000 20000000 28000000',
    true,
  ],
  ['Mức vốn vay tối đa 100 triệu đồng/hộ, lãi suất 6,6%/năm.', '100', null],
  [
    'Dự án 1 được phân bổ 12,345 tỷ đồng; Dự án 2 được phân bổ 6,789 tỷ đồng; Dự án 3 được phân bổ 10 tỷ đồng.',
    '12345 6789 10000',
    null,
  ],
  [
    'Tổng kinh phí dự kiến: 12.000 triệu đồng (mười hai tỷ đồng). Trong đó: Năm 2023: 4.000 triệu đồng; năm 2024: 4.000 triệu đồng; năm 2025: 4.000 triệu đồng.',
    '12000 4000 4000 4000',
    true,
  ],
  ['Ngân sách tỉnh đối ứng 10% tương đương 3,2 tỷ đồng.', '3200', null],
  [
    'Tổng số tiền ủng hộ Quỹ “Vì người nghèo” là 2.345.678.900 đồng, đã chi hỗ trợ 56 hộ làm nhà với số tiền 2.240.000.000 đồng (mỗi hộ 40.000.000 đồng).',
    '2345.6789 2240 40',
    null,
  ],
  [
    'Trong 5 năm qua, tổng nguồn lực đầu tư cho giảm nghèo là 3.876 tỷ đồng; trong đó: vốn ngân sách Trung ương: 2.150 tỷ đồng, chiếm 55,5%; vốn ngân sách địa phương: 426 tỷ đồng, chiếm 11%; vốn tín dụng: 1.200 tỷ đồng, chiếm 31%; vốn huy động khác: 100 tỷ đồng, chiếm 2,5%.',
    '3876000 2150000 426000 1200000 100000',
    true,
  ],
  [
    'Trong 5 năm qua, tổng nguồn lực đầu tư cho giảm nghèo là 3.876 tỷ đồng; trong đó: vốn ngân sách Trung ương: 2.150 tỷ đồng, chiếm 55,5%; vốn ngân sách địa phương: 426 tỷ đồng, chiếm 11%; vốn tín dụng: 1.020 tỷ đồng, chiếm 31%; vốn huy động khác: 100 tỷ đồng, chiếm 2,5%.',
    '3876000 2150000 426000 1020000 100000',
    false,
  ],
  [
    'Vốn ngân sách Trung ương 1.500 triệu đồng và ngân sách địa phương 150 triệu đồng, tổng 1.650 triệu đồng.',
    '1500 150 1650',
    true,
  ],
  [
    'Thu nhập bình quân đầu người đạt 45 triệu đồng/người/năm, tăng 5 triệu đồng so với năm 2020.',
    '45 5',
    null,
  ],
  [
    'Tổng dư nợ đạt 4.567 tỷ đồng với 98.765 hộ vay; doanh số cho vay 1.234 tỷ đồng.',
    '4567000 1234000',
    null,
  ],
  [
    'Năm 2022, Trung ương phân bổ cho tỉnh 246.893 triệu đồng (vốn đầu tư: 119.540 triệu đồng, vốn sự nghiệp: 127.353 triệu đồng) để thực hiện Chương trình. Ngân sách tỉnh đối ứng 24.689 triệu đồng (vốn đầu tư: 11.954 triệu đồng; vốn sự nghiệp: 12.735 triệu đồng).',
    '246893 119540 127353 24689 11954 12735',
    true,
  ],
  [
    'Cụ thể: (1) Dự án 1: 2,5 tỷ đồng; (2) Dự án 2: 3,5 tỷ đồng; (3) Dự án 3: 4 tỷ đồng. Tổng cộng: 10 tỷ đồng.',
    '2500 3500 4000 10000',
    true,
  ],
  [
    'Tổng kinh phí: 10 tỷ đồng. Cụ thể: (1) Dự án 1: 2,5 tỷ đồng; (2) Dự án 2: 3,5 tỷ đồng; (3) Dự án 3: 4,2 tỷ đồng.',
    '10000 2500 3500 4200',
    false,
  ],
  ['Nguồn vốn: Ngân sách Trung ương 70%, ngân sách tỉnh 30%, tổng 20 tỷ đồng.', '20000', null],
  ['Số tiền hỗ trợ là 500.000 đồng/tháng, trong 6 tháng là 3.000.000 đồng.', '0.5 3', null],
  ['Trong đó, dự án đường giao thông 12 tỷ đồng, dự án thủy lợi 8 tỷ đồng.', '12000 8000', null],
  [
    'Theo Quyết định 652/QĐ-TTg, tổng vốn NSTW là 100.000 tỷ đồng; tỉnh ta được giao 1.567.890 triệu đồng, gồm ĐTPT 867.890 triệu đồng và SN 700.000 triệu đồng.',
    '100000000 1567890 867890 700000',
    true,
  ],
  [
    'Tổng vốn là 45,6 tỷ đồng (trong đó: vốn năm 2022 chuyển sang là 12,1 tỷ đồng; vốn giao năm 2023 là 33,5 tỷ đồng), gồm vốn đầu tư 25,6 tỷ đồng, vốn sự nghiệp 20 tỷ đồng.',
    '45600 12100 33500 25600 20000',
    true,
  ],
  [
    'Tổng vốn là 45,6 tỷ đồng, gồm: vốn đầu tư 25,6 tỷ đồng (vốn năm 2022 chuyển sang 5,6 tỷ đồng), vốn sự nghiệp 20 tỷ đồng (vốn năm 2022 chuyển sang 6,5 tỷ đồng).',
    '45600 25600 5600 20000 6500',
    true,
  ],
  [
    'Huy động được 1.000 tỷ đồng, bao gồm ngân sách nhà nước 600 tỷ đồng (trung ương 400 tỷ đồng; tỉnh 150 tỷ đồng; huyện 50 tỷ đồng), tín dụng 300 tỷ đồng, doanh nghiệp 60 tỷ đồng, nhân dân đóng góp 40 tỷ đồng (bao gồm cả tiền, hiện vật và ngày công quy đổi).',
    '1000000 600000 400000 150000 50000 300000 60000 40000',
    true,
  ],
  [
    'với kinh phí gần 15 tỷ đồng, trong đó vốn Trung ương 13,5 tỷ đồng, vốn địa phương 1,35 tỷ đồng',
    '15000 13500 1350',
    null,
  ],
  [
    '- Vốn đầu tư: 30.000 triệu đồng;\n- Vốn sự nghiệp: 20.000 triệu đồng.\nTổng cộng: 50.000 triệu đồng.',
    '30000 20000 50000',
    true,
  ],
  [
    'Kinh phí thực hiện: 3.000 triệu đồng, trong đó:\n+ Năm 2023: 1.000 triệu đồng (NSTW: 900 triệu đồng; NSĐP: 100 triệu đồng);\n+ Năm 2024: 1.000 triệu đồng (NSTW: 900 triệu đồng; NSĐP: 100 triệu đồng);\n+ Năm 2025: 1.000 triệu đồng (NSTW: 900 triệu đồng; NSĐP: 110 triệu đồng).',
    '3000 1000 900 100 1000 900 100 1000 900 110',
    false,
  ],
  [
    'Vốn đầu tư được giao 34,5 tỷ đồng, đã giải ngân 20 tỷ đồng; vốn sự nghiệp được giao 12,4 tỷ đồng, đã giải ngân 5 tỷ đồng.',
    '34500 20000 12400 5000',
    null,
  ],
  [
    'Bố trí 2,3 tỷ đồng xây dựng 5 công trình nước sạch; 1,2 tỷ đồng hỗ trợ 60 hộ; tổng vốn 3,5 tỷ đồng.',
    '2300 1200 3500',
    true,
  ],
  [
    'tổng kinh phí 128.540 triệu đồng; bao gồm: Vốn ngân sách Trung ương: 111.774 triệu đồng, trong đó: vốn đầu tư phát triển: 54.560 triệu đồng, vốn sự nghiệp: 57.214 triệu đồng; vốn đối ứng ngân sách tỉnh: 16.766 triệu đồng, trong đó: vốn đầu tư phát triển: 8.184 triệu đồng, vốn sự nghiệp: 8.582 triệu đồng.',
    '128540 111774 54560 57214 16766 8184 8582',
    true,
  ],
  [
    'tổng kinh phí 128.540 triệu đồng; bao gồm: Vốn ngân sách Trung ương: 111.774 triệu đồng, trong đó: vốn đầu tư phát triển: 54.560 triệu đồng, vốn sự nghiệp: 57.241 triệu đồng; vốn đối ứng ngân sách tỉnh: 16.766 triệu đồng, trong đó: vốn đầu tư phát triển: 8.184 triệu đồng, vốn sự nghiệp: 8.582 triệu đồng.',
    '128540 111774 54560 57241 16766 8184 8582',
    false,
  ],
  [
    'Chính phủ đã giao 24.000 tỷ đồng cho các bộ, cơ quan Trung ương và địa phương, trong đó: Bộ LĐTBXH 500 tỷ đồng.',
    '24000000 500000',
    null,
  ],
  ['Tăng tổng vốn từ 10 tỷ đồng lên 15 tỷ đồng.', '10000 15000', null],
  ['Nhà nước hỗ trợ từ 3 tỷ đồng đến 5 tỷ đồng cho mỗi xã.', '', null],
  [
    'Kinh phí năm 2021 là 1.000 triệu đồng, năm 2022 là 1.200 triệu đồng (tăng 200 triệu đồng).',
    '1000 1200 200',
    null,
  ],
  ['Tổng cộng 3 năm: 31.500 triệu đồng, mỗi năm 10.500 triệu đồng.', '31500 10500', null],
  [
    'Ngân sách nhà nước: 5.000 triệu đồng (trong đó ngân sách trung ương 4.000 triệu đồng, ngân sách tỉnh 700 triệu đồng và ngân sách huyện là 300 triệu đồng) và nguồn xã hội hóa 1.000 triệu đồng',
    '5000 4000 700 300 1000',
    true,
  ],
];
