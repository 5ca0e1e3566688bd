import { Button } from '@fluentui/react-components';
import { FlagRegular, LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons';
import type { Revision } from '../../../../../shared/api/revisions.ts';
import { printTime } from '../../../../i18n/dates.ts';
import { useText } from '../../../../i18n/text.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { NOW, revisionOption } from '../compare/side-options.ts';

interface RevisionMarkProps {
  readonly kind: 'revision' | 'reopening';
  readonly revision: Revision;
}

/** That a revision was named, or an approved one opened again and why. */
export function RevisionMark({ kind, revision }: RevisionMarkProps) {
  const { t, locale, refusal } = useText();
  const context = usePlanContext();
  const { label, stage, at, by, note, reopened } = revision;
  if (kind === 'reopening') {
    if (!reopened) return null;
    const what = refusal({ code: `revision.${reopened.kind}`, params: {} });
    const params = { by: reopened.by, kind: what, reason: reopened.reason };
    return (
      <li className="history-mark">
        <LockOpenRegular />
        <div>
          {`${label}: ${refusal({ code: 'revision.reopened', params })}`}
          <div className="history-about">{printTime(reopened.at, locale)}</div>
        </div>
      </li>
    );
  }
  const compare = (): void => {
    context.sides.setState({ before: revisionOption(label), after: NOW });
    context.settings.setState({ panel: 'compare' });
  };
  return (
    <li className="history-mark">
      {stage === 'approved' ? <LockClosedRegular /> : <FlagRegular />}
      <div>
        <strong>{label}</strong> – {refusal({ code: `revision.${stage}`, params: {} })}
        <div className="history-about">
          {[printTime(at, locale), by, note].filter((part) => part !== '').join(' · ')}
        </div>
        <div className="history-actions">
          <Button size="small" onClick={compare}>
            {t('history.compare')}
          </Button>
          <Button size="small" onClick={() => context.exportWorkbook(label)}>
            {t('revise.export')}
          </Button>
        </div>
      </div>
    </li>
  );
}
