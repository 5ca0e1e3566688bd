import { Field, Input, Select } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { Planner } from '../../../shared/api/planner.ts';
import { year } from '../../../shared/plan/ids.ts';
import type { ProgrammeTemplate } from '../../../shared/programmes/programme.ts';
import type { Result } from '../../../shared/refusal.ts';
import { showPlan } from '../../address.ts';
import { useText } from '../../i18n/text.ts';
import { FormDialog } from '../FormDialog.tsx';

export type Ask = <Value>(asked: Promise<Result<Value>>) => Promise<Value | null>;

interface NewPlanDialogProps {
  readonly ask: Ask;
  readonly planner: Planner;
  onClose(): void;
}

/** A new plan from a programme's structure; the title and the years follow the programme until typed. */
export function NewPlanDialog({ ask, planner, onClose }: NewPlanDialogProps) {
  const { t } = useText();
  const [programmes, setProgrammes] = useState<readonly ProgrammeTemplate[]>([]);
  const [id, setId] = useState('');
  const [title, setTitle] = useState('');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [locality, setLocality] = useState('');
  const [missing, setMissing] = useState(false);
  const chosen = programmes.find((programme) => programme.id === id);
  const unconfirmed = chosen?.rows.filter((row) => !row.confirmed).length ?? 0;

  const choose = useCallback((programme: ProgrammeTemplate | undefined) => {
    if (!programme) return;
    setId(programme.id);
    setFirst(`${programme.period.first}`);
    setLast(`${programme.period.last}`);
  }, []);

  useEffect(() => {
    let open = true;
    void ask(planner.programmes({})).then((listed) => {
      if (!open || !listed) return;
      setProgrammes(listed);
      choose(listed[0]);
    });
    return () => {
      open = false;
    };
  }, [ask, planner, choose]);

  const create = async () => {
    if (title.trim() === '') {
      setMissing(true);
      return;
    }
    const period = { first: year(Number.parseInt(first, 10)), last: year(Number.parseInt(last, 10)) };
    const opened = await ask(planner.createPlan({ programme: id, title: title.trim(), period, locality }));
    if (opened) showPlan(opened.plan.id);
  };

  return (
    <FormDialog
      title={t('new.title')}
      submit={t('new.create')}
      onSubmit={() => void create()}
      onClose={onClose}
    >
      <Field
        label={t('new.programme')}
        {...(unconfirmed > 0
          ? {
              validationState: 'warning',
              validationMessage: t('new.unconfirmed', { count: unconfirmed }),
            }
          : {})}
      >
        <Select
          value={id}
          onChange={(_, { value }) => choose(programmes.find((programme) => programme.id === value))}
        >
          {programmes.map((programme) => (
            <option key={programme.id} value={programme.id}>
              {programme.title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('new.name')} required {...(missing ? { validationMessage: t('new.needsName') } : {})}>
        <Input value={title} onChange={(_, { value }) => setTitle(value)} autoFocus />
      </Field>
      <div className="fields-row">
        <Field label={t('new.first')}>
          <Input type="number" value={first} onChange={(_, { value }) => setFirst(value)} />
        </Field>
        <Field label={t('new.last')}>
          <Input type="number" value={last} onChange={(_, { value }) => setLast(value)} />
        </Field>
      </div>
      <Field label={t('new.locality')}>
        <Input value={locality} onChange={(_, { value }) => setLocality(value)} />
      </Field>
    </FormDialog>
  );
}
