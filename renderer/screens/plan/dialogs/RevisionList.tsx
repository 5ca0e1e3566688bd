import { Button } from '@fluentui/react-components';
import { printDateTime } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/text.ts';
import { useRevisions } from '../../../session/use-revisions.ts';
import { usePlanContext } from '../actions/use-action-state.ts';

/** The revisions that there are, each to be taken out as it was. */
export function RevisionList() {
  const { t, locale, refusal } = useText();
  const context = usePlanContext();
  const revisions = useRevisions(context.session, context.host.planner);
  if (revisions.length === 0) return null;
  return (
    <section className="revision-list" aria-label={t('revise.known')}>
      <h3>{t('revise.known')}</h3>
      <ul>
        {revisions.map(({ label, at, by, stage, note, reopened }) => (
          <li key={label}>
            <div>
              <strong>{label}</strong> – {refusal({ code: `revision.${stage}`, params: {} })}
              <div className="revision-about">
                {[printDateTime(at, locale), by, note].filter((part) => part !== '').join(' · ')}
              </div>
              {reopened && (
                <div className="revision-about">
                  {refusal({
                    code: 'revision.reopened',
                    params: {
                      by: reopened.by,
                      kind: refusal({ code: `revision.${reopened.kind}`, params: {} }),
                      reason: reopened.reason,
                    },
                  })}
                </div>
              )}
            </div>
            <Button size="small" onClick={() => context.exportWorkbook(label)} type="button">
              {t('revise.export')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
