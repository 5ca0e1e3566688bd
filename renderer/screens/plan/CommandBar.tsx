import { Select, Toolbar, ToolbarButton, ToolbarDivider, Tooltip } from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowExportRegular,
  ArrowUpRegular,
  DeleteRegular,
  DocumentEditRegular,
  TableInsertRowRegular,
  TextBulletListTreeRegular,
  TextIndentDecreaseRegular,
  TextIndentIncreaseRegular,
} from '@fluentui/react-icons';
import { memo, type ReactElement, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { formById } from '../../../shared/forms/catalogue.ts';
import { FORM_IDS, type FormId } from '../../../shared/forms/form.ts';
import { UNIT_NAME, UNITS } from '../../../shared/money/unit.ts';
import { type TextKey, useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';
import { useAfterFrame } from '../../session/use-after-frame.ts';
import type { FocusStore } from './focus-store.ts';
import { possibleCommands, type RowCommand } from './use-row-commands.ts';

interface CommandBarProps {
  readonly session: Session;
  readonly focus: FocusStore;
  readonly formId: FormId;
  onForm(form: FormId): void;
  runRow(command: RowCommand): void;
  onHeader(): void;
  onExport(): void;
}

interface RowButtonFacts {
  readonly command: RowCommand;
  readonly text: TextKey;
  readonly keys: string;
  readonly icon: ReactElement;
}

const ROW_BUTTONS: readonly RowButtonFacts[] = [
  { command: 'insertBelow', text: 'plan.insertBelow', keys: 'Ctrl+Shift++', icon: <TableInsertRowRegular /> },
  {
    command: 'insertChild',
    text: 'plan.insertChild',
    keys: 'Ctrl+Alt++',
    icon: <TextBulletListTreeRegular />,
  },
  { command: 'remove', text: 'plan.removeRow', keys: 'Ctrl+-', icon: <DeleteRegular /> },
  { command: 'moveUp', text: 'plan.moveUp', keys: 'Alt+Shift+↑', icon: <ArrowUpRegular /> },
  { command: 'moveDown', text: 'plan.moveDown', keys: 'Alt+Shift+↓', icon: <ArrowDownRegular /> },
  { command: 'outdent', text: 'plan.outdent', keys: 'Alt+Shift+←', icon: <TextIndentDecreaseRegular /> },
  { command: 'indent', text: 'plan.indent', keys: 'Alt+Shift+→', icon: <TextIndentIncreaseRegular /> },
];

/** The form, the unit, and what can be done with the selected row and the whole appendix. */
export const CommandBar = memo((props: CommandBarProps) => {
  const { session, focus, formId, onForm, runRow, onHeader, onExport } = props;
  const { t, locale } = useText();
  const id = useId();
  const unit = useStore(session.store, (state) => state.plan.header.unit);

  const setUnit = (name: string) => {
    const after = UNITS.find((one) => one === name);
    if (!after || after === unit) return;
    const params = { before: UNIT_NAME[unit], after: UNIT_NAME[after] };
    session.dispatch({
      label: { code: 'change.setUnit', params },
      edits: [{ kind: 'setHeader', patch: { unit: after } }],
    });
  };

  return (
    <Toolbar className="command-bar" size="small" aria-label={t('plan.row')}>
      <span className="command-choice">
        <label htmlFor={`${id}-form`}>{t('plan.form')}</label>
        <Select
          id={`${id}-form`}
          size="small"
          value={formId}
          onChange={(_, { value }) => onForm(FORM_IDS.find((id) => id === value) ?? formId)}
        >
          {FORM_IDS.map((id) => (
            <option key={id} value={id}>
              {`${id} · ${formById(id).name[locale]}`}
            </option>
          ))}
        </Select>
      </span>
      <span className="command-choice">
        <label htmlFor={`${id}-unit`}>{t('plan.unit')}</label>
        <Select id={`${id}-unit`} size="small" value={unit} onChange={(_, { value }) => setUnit(value)}>
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {t(`unit.${one}`)}
            </option>
          ))}
        </Select>
      </span>
      <ToolbarDivider />
      <RowButtons session={session} focus={focus} run={runRow} />
      <ToolbarDivider />
      <ToolbarButton icon={<DocumentEditRegular />} onClick={onHeader}>
        {t('plan.header')}
      </ToolbarButton>
      <Tooltip content={`${t('plan.export')} (Ctrl+E)`} relationship="description">
        <ToolbarButton icon={<ArrowExportRegular />} onClick={onExport}>
          {t('plan.export')}
        </ToolbarButton>
      </Tooltip>
    </Toolbar>
  );
});

interface RowButtonsProps {
  readonly session: Session;
  readonly focus: FocusStore;
  run(command: RowCommand): void;
}

/** The buttons for the selected row. A button redraws only when it becomes possible or stops being so. */
function RowButtons({ session, focus, run }: RowButtonsProps) {
  const selected = useAfterFrame(focus, ({ place }) => place?.line.id ?? null);
  const rows = useStore(session.store, ({ plan }) => plan.rows);
  const possible = useMemo(() => possibleCommands(rows, selected), [rows, selected]);
  return ROW_BUTTONS.map((button) => (
    <RowButton key={button.command} {...button} disabled={!possible.has(button.command)} run={run} />
  ));
}

const RowButton = memo(({ command, text, keys, icon, disabled, run }: RowButtonProps) => {
  const { t } = useText();
  return (
    <Tooltip content={`${t(text)} (${keys})`} relationship="label">
      <ToolbarButton icon={icon} disabled={disabled} onClick={() => run(command)} />
    </Tooltip>
  );
});

interface RowButtonProps extends RowButtonFacts {
  readonly disabled: boolean;
  run(command: RowCommand): void;
}
