import { Button, Spinner } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons';
import { isAlike } from '../../../../../shared/reconcile/comparison.ts';
import { useText } from '../../../../i18n/text.ts';
import { watched } from '../../../../session/jobs.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { ComparisonResult } from './ComparisonResult.tsx';
import { SideChoice } from './SideChoice.tsx';
import { useComparison } from './use-comparison.ts';
import { useSides } from './use-sides.ts';

/** This plan, its revisions, other plans and workbooks held against each other. */
export function ComparePanel() {
  const { t, refusal } = useText();
  const { host, session, notify, refuse } = usePlanContext();
  const sides = useSides();
  const answer = useComparison(sides.chosen);
  const exportAs = async (as: 'changes' | 'F5'): Promise<void> => {
    if (!sides.chosen) return;
    const wanted = { ...sides.chosen, as };
    await session.settled();
    const made = await watched(host.planner, (job) => host.planner.exportComparison({ ...wanted, job }));
    if (made.ok) {
      const { name, bytes } = made.value;
      if (await host.saveFile(name, bytes)) notify(t('plan.exported', { name }));
    } else if (made.refusal.code !== 'job.cancelled') refuse(made.refusal);
  };
  const side = (which: 'before' | 'after') => (
    <SideChoice
      label={t(`compare.${which}`)}
      value={sides[which]}
      choices={sides.choices}
      onChange={(option) => sides.choose(which, option)}
      onFocus={sides.refresh}
    />
  );
  const buttons = (
    <div className="compare-buttons">
      <Button size="small" disabledFocusable={!answer?.ok} onClick={() => void exportAs('changes')}>
        {t('compare.exportChanges')}
      </Button>
      <Button size="small" disabledFocusable={!answer?.ok} onClick={() => void exportAs('F5')}>
        {t('compare.exportF5')}
      </Button>
    </div>
  );
  return (
    <div className="side-panel-body compare-panel">
      <div className="compare-sides">
        {side('before')}
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowSwapRegular />}
          aria-label={t('compare.swap')}
          onClick={sides.swap}
        />
        {side('after')}
      </div>
      {sides.chosen && buttons}
      <div role="status" className="compare-said">
        {!sides.chosen && t('compare.nothingChosen')}
        {sides.chosen && !answer && <Spinner size="tiny" label={t('compare.working')} />}
        {answer && !answer.ok && `⛔ ${refusal(answer.refusal)}`}
        {answer?.ok &&
          isAlike(answer.value.comparison) &&
          `✓ ${refusal({ code: 'compare.alike', params: {} })}`}
      </div>
      {answer?.ok && sides.chosen && <ComparisonResult compared={answer.value} sides={sides.chosen} />}
    </div>
  );
}
