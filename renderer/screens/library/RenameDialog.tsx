import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanSummary } from '../../../shared/api/contract.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import { useText } from '../../i18n/text.ts';
import { FormDialog } from '../FormDialog.tsx';
import type { Ask } from './NewPlanDialog.tsx';

interface RenameDialogProps {
  readonly ask: Ask;
  readonly planner: Planner;
  readonly plan: PlanSummary;
  onClose(): void;
}

/** A new title for a plan that is not open: one change in its history like any other. */
export function RenameDialog({ ask, planner, plan, onClose }: RenameDialogProps) {
  const { t } = useText();
  const [title, setTitle] = useState(plan.title);

  const rename = async () => {
    const after = title.trim();
    if (after === '') return;
    const opened = after === plan.title ? null : await ask(planner.openPlan({ plan: plan.id }));
    if (opened) {
      const label = { code: 'change.rename', params: { before: plan.title, after } };
      const change = { label, edits: [{ kind: 'setHeader' as const, patch: { title: after } }] };
      await ask(planner.applyChange({ plan: plan.id, baseSequence: opened.sequence, change }));
    }
    onClose();
  };

  return (
    <FormDialog
      title={t('rename.title')}
      submit={t('common.save')}
      disabled={title.trim() === ''}
      onSubmit={() => void rename()}
      onClose={onClose}
    >
      <Field label={t('new.name')} required>
        <Input value={title} onChange={(_, { value }) => setTitle(value)} autoFocus />
      </Field>
    </FormDialog>
  );
}
