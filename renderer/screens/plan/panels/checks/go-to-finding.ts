import type { Finding } from '../../../../../shared/checks/finding.ts';
import { cellsOf } from '../../../../../shared/checks/finding-cells.ts';
import type { PlanContext } from '../../plan-context.ts';

/** Leads to the first cell that a finding points at; a line of the header is where it is typed. */
export function goToFinding(context: PlanContext, found: Finding): void {
  const layout = context.layout();
  const [cell] = cellsOf(layout, found);
  const line = cell && layout.lines[cell.line];
  if (cell && line) context.hands().goToCell(line, cell.column);
  else if (found.places.some(({ kind }) => kind === 'header'))
    context.dialogs.setState({ open: { kind: 'header' } });
}
