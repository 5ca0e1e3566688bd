import { writeAmount } from '../../../../shared/money/write.ts';
import type { PasteBlock, PastePlan, PreviewCell } from '../../../../shared/sheet/paste-plan.ts';
import type { Sheet } from '../../../../shared/sheet/sheet.ts';
import { type TextKey, useText } from '../../../i18n/text.ts';

const ROWS = 8;
const COLUMNS = 8;

interface PastePreviewProps {
  readonly plan: PastePlan;
  readonly sheet: Sheet;
  readonly block: PasteBlock;
}

/** The first cells of a paste as they will stand in the sheet, each beside how the block wrote it. */
export function PastePreview({ plan, sheet, block }: PastePreviewProps) {
  const { t } = useText();
  const { rect } = plan;
  const { unit } = sheet.plan.header;
  const rows = Array.from({ length: Math.min(ROWS, rect.bottom - rect.top + 1) }, (_, at) => at);
  const columns = sheet.columns.slice(rect.left, Math.min(rect.right + 1, rect.left + COLUMNS));
  return (
    <div className="preview-frame">
      <table className="preview-table">
        <caption>{t('paste.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.row')}</th>
            {columns.map((column, at) => (
              <th scope="col" key={column.kind === 'amount' ? column.column.id : `${column.kind} ${at}`}>
                {column.kind === 'amount'
                  ? column.column.path.slice(-2).join(' › ')
                  : t(TEXT_COLUMN[column.kind])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{rowTitle(rect.top + row)}</th>
              {columns.map((column, at) => {
                const cell = plan.preview(row, at);
                return (
                  <td
                    key={column.kind === 'amount' ? column.column.id : `${column.kind} ${at}`}
                    className={`preview-${cell.kind}`}
                  >
                    {cellText(cell)}
                    {written(block, row, at, cell, cellText(cell))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function rowTitle(at: number): string {
    const line = sheet.lines[at];
    // Where a total row stands now, a new row will.
    return line?.kind === 'row' ? line.ordinal : t('paste.newRow');
  }

  function cellText(cell: PreviewCell): string {
    switch (cell.kind) {
      case 'amount':
        return cell.amount === 'mixed' ? '≠' : writeAmount(cell.amount, unit);
      case 'text':
      case 'undecided':
      case 'refused':
        return cell.text;
      case 'total':
        return t('paste.computed');
      case 'kept':
        return '·';
      default:
        return cell satisfies never;
    }
  }
}

/** How the block wrote an amount, where that is not how the sheet will. */
function written(block: PasteBlock, row: number, column: number, cell: PreviewCell, shown: string) {
  if (block.kind !== 'text' || cell.kind !== 'amount') return null;
  const line = block.block.rows[row % block.block.rows.length];
  const text = line?.[column % Math.max(1, block.block.width)]?.trim() ?? '';
  return text === '' || text === shown ? null : <small>{text}</small>;
}

const TEXT_COLUMN: Readonly<Record<'ordinal' | 'name' | 'note', TextKey>> = {
  ordinal: 'plan.ordinal',
  name: 'plan.name',
  note: 'plan.note',
};
