import type { RowId } from '../../plan/ids.ts';
import type { Plan } from '../../plan/plan.ts';
import { foldText } from '../../text/fold.ts';

/** Words of labels that say "the money of this", and nothing else. */
const FUNDING = new Set(
  foldText(
    `nhu cầu kinh phí tổng số tổng cộng cộng nguồn vốn mức lực tiền ngân sách nhà nước vốn thực hiện triển khai chương trình mục tiêu
    quốc gia ctmtqg mtqg kế hoạch dự án tiểu nội dung thành phần hợp phần giai đoạn năm bố trí phân bổ giao dự kiến toán là cho của để
    được trên địa bàn tỉnh huyện xã thành phố các và với từ theo này trong cả toàn chung phê duyệt hỗ trợ đầu tư phát triển sự nghiệp
    thường xuyên huy động hợp pháp khác trung ương địa phương đối ứng tổng mức còn lại nstw nsđp như sau gồm bằng chữ viết kinh tế`,
  ).split(/\s+/u),
);
/** Words of money: a label without any states no money of the plan. */
const MONEY = /\b(?:kinh phi|von|ngan sach|nguon luc|tong|cong|nhu cau|du toan|so tien)\b/;
/** So many words that are none of these make it a label of something else. */
const MOST_STRANGE = 2;

/**
 * Whether the words of an amount name the money of its row or of the programme as such ("Nhu cầu kinh phí", "Tổng nguồn vốn
 * thực hiện Chương trình"), and not something that the plan does not tell apart. `isPart`: it is a part of a total, and must
 * then say of what.
 */
export function isFundingLabel(label: string, plan: Plan, row: RowId | null, isPart: boolean): boolean {
  const folded = foldText(label);
  if (isPart || !MONEY.test(folded)) return false;
  const name = plan.rows.find(({ id }) => id === row)?.name ?? '';
  const own = new Set(
    foldText(`${plan.programme.title} ${plan.header.title} ${plan.header.locality} ${name}`).split(
      /[^\p{L}\p{Nd}]+/u,
    ),
  );
  const strange = folded
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !FUNDING.has(word) && !own.has(word));
  return strange.length <= MOST_STRANGE;
}
