import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import {
  addControlSet,
  removeControlSet,
  renameControlSet,
} from '../../../../../shared/plan/gesture/review.ts';
import type { Plan } from '../../../../../shared/plan/plan.ts';
import type { ControlSet } from '../../../../../shared/plan/review.ts';
import { useText } from '../../../../i18n/text.ts';
import { FormDialog } from '../../../FormDialog.tsx';
import { report } from '../../actions/report.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

interface SetBarProps {
  readonly plan: Plan;
  readonly set: ControlSet | undefined;
  onChoose(id: string): void;
}

/** The sets of control totals: first allocation, supplements. Amounts are stated in the one that is chosen. */
export function SetBar({ plan, set, onChoose }: SetBarProps) {
  const { t } = useText();
  const context = usePlanContext();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const [name, setName] = useState('');
  const { controls } = plan.review;
  const ask = (what: 'new' | 'rename'): void => {
    const first =
      controls.length === 0 ? t('control.firstName') : t('control.nextName', { count: controls.length });
    setName(what === 'rename' ? (set?.name ?? '') : first);
    setNaming(what);
  };
  const save = (): void => {
    const wanted = name.trim();
    if (wanted === '') return;
    if (naming === 'rename' && set) report(context, context.session.dispatch(renameControlSet(set, wanted)));
    if (naming === 'new') {
      const id = crypto.randomUUID();
      report(context, context.session.dispatch(addControlSet(plan, { id, name: wanted, amounts: [] })));
      onChoose(id);
    }
    setNaming(null);
  };
  return (
    <div className="control-sets">
      {set && (
        <Select
          size="small"
          aria-label={t('control.set')}
          value={set.id}
          onChange={(_, { value }) => onChoose(value)}
        >
          {controls.map(({ id, name: one }) => (
            <option key={id} value={id}>
              {one}
            </option>
          ))}
        </Select>
      )}
      <Button size="small" onClick={() => ask('new')}>
        {t('control.newSet')}
      </Button>
      {set && (
        <>
          <Button size="small" appearance="subtle" onClick={() => ask('rename')}>
            {t('control.rename')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => report(context, context.session.dispatch(removeControlSet(set)))}
          >
            {t('control.removeSet')}
          </Button>
        </>
      )}
      {naming && (
        <FormDialog
          title={t(naming === 'new' ? 'control.newSet' : 'control.rename')}
          submit={t('common.save')}
          disabled={name.trim() === ''}
          onSubmit={save}
          onClose={() => setNaming(null)}
        >
          <Field label={t('control.setName')}>
            <Input autoFocus value={name} onChange={(_, { value }) => setName(value)} />
          </Field>
        </FormDialog>
      )}
    </div>
  );
}
