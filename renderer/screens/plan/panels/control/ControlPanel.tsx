import { Button, Checkbox } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { cellOf } from '../../../../../shared/checks/finding-cells.ts';
import { setControls } from '../../../../../shared/plan/gesture/review.ts';
import { type ControlLine, controlLines } from '../../../../../shared/reconcile/control.ts';
import { selectorOf } from '../../../../../shared/reconcile/control-place.ts';
import { editText } from '../../../../grid/amount-text.ts';
import { useText } from '../../../../i18n/text.ts';
import { useAfterFrame } from '../../../../session/use-after-frame.ts';
import { report } from '../../actions/report.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { ControlEntry, type EntryDraft } from './ControlEntry.tsx';
import { ControlTable } from './ControlTable.tsx';
import { PasteControls } from './PasteControls.tsx';
import { EVERYTHING, scopeOf } from './place-choice.ts';
import { readControls } from './read-controls.ts';
import { SetBar } from './SetBar.tsx';

/** What a superior allocated, set by set, beside the plan: typed, pasted or read from a workbook. */
export function ControlPanel() {
  const { t } = useText();
  const context = usePlanContext();
  const version = useAfterFrame(context.session.store, (state) => state.version);
  const [id, setId] = useState<string | null>(null);
  const [differingOnly, setDifferingOnly] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [draft, setDraft] = useState<EntryDraft>({ row: '', scope: EVERYTHING, amount: '' });
  const { plan, lines } = useMemo(() => {
    const state = context.session.store.getState();
    // Totals change in place: the version says that they did.
    const sets = version >= 0 ? state.plan.review.controls : [];
    return { plan: state.plan, lines: controlLines(state.plan, state.totals, sets) };
  }, [context, version]);
  const { controls } = plan.review;
  const set = controls.find((one) => one.id === id) ?? controls.at(-1);
  const differing = lines.filter(({ difference }) => difference !== 0n);

  const go = ({ place }: ControlLine): void => {
    const layout = context.layout();
    const cell = cellOf(layout, { kind: 'amount', row: place.row, selector: selectorOf(place) });
    const line = cell && layout.lines[cell.line];
    if (cell && line) context.hands().goToCell(line, cell.column);
  };
  const edit = ({ place, bySet }: ControlLine): void => {
    const amount = set ? bySet[controls.indexOf(set)] : null;
    setDraft({
      row: place.row ?? '',
      scope: scopeOf(place),
      amount: editText(amount ?? null, plan.header.unit),
    });
  };
  const remove = ({ place }: ControlLine): void => {
    if (set) report(context, context.session.dispatch(setControls(set, [{ ...place, amount: null }])));
  };
  return (
    <div className="side-panel-body control">
      <SetBar plan={plan} set={set} onChoose={setId} />
      <div className="control-sets">
        {set && (
          <Button size="small" onClick={() => setPasting(true)}>
            {t('control.paste')}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => void readControls(context).then((made) => made !== null && setId(made))}
        >
          {t('control.read')}
        </Button>
      </div>
      {!set && <p>{t('control.empty')}</p>}
      {set && <ControlEntry plan={plan} set={set} draft={draft} onDraft={setDraft} />}
      {lines.length > 0 && (
        <>
          <p role="status" className="control-sum">
            {differing.length === 0
              ? t('control.agrees', { count: lines.length })
              : t('control.differs', { count: lines.length, differing: differing.length })}
          </p>
          <Checkbox
            label={t('control.differingOnly')}
            checked={differingOnly}
            onChange={(_, { checked }) => setDifferingOnly(checked === true)}
          />
          <ControlTable
            plan={plan}
            lines={differingOnly ? differing : lines}
            chosen={set ? controls.indexOf(set) : -1}
            onGo={go}
            onEdit={edit}
            onRemove={remove}
          />
        </>
      )}
      {pasting && set && <PasteControls plan={plan} set={set} onClose={() => setPasting(false)} />}
    </div>
  );
}
