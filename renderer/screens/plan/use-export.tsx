import {
  Button,
  Toast,
  ToastBody,
  ToastTitle,
  ToastTrigger,
  type useToastController,
} from '@fluentui/react-components';
import { useCallback } from 'react';
import type { FormId } from '../../../shared/forms/form.ts';
import type { Host } from '../../bridge/host.ts';
import { useText } from '../../i18n/text.ts';
import { watched } from '../../session/jobs.ts';
import type { Session } from '../../session/session.ts';

interface ExportOf {
  readonly session: Session;
  readonly host: Host;
  readonly formId: FormId;
  readonly dispatchToast: ReturnType<typeof useToastController>['dispatchToast'];
}

/** Exports the form that is shown. A form that would lose something says so and offers the one that does not. */
export function useExport({ session, host, formId, dispatchToast }: ExportOf): () => Promise<void> {
  const { t, refusal: wordRefusal } = useText();
  return useCallback(async () => {
    const exportAs = async (form: FormId): Promise<void> => {
      await session.settled();
      const { plan } = session.store.getState();
      const answer = await watched(host.planner, (job) =>
        host.planner.exportWorkbook({ plan: plan.id, form, job }),
      );
      if (answer.ok) {
        const kept = await host.saveFile(answer.value.name, answer.value.bytes);
        if (!kept) return;
        const toast = <ToastTitle>{t('plan.exported', { name: answer.value.name })}</ToastTitle>;
        dispatchToast(<Toast>{toast}</Toast>, { intent: 'success' });
        return;
      }
      if (answer.refusal.code === 'job.cancelled') return;
      const retry = answer.refusal.code === 'form.yearsDiffer' && (
        <ToastTrigger>
          <Button size="small" onClick={() => void exportAs('F2')}>
            {t('plan.offerF2')}
          </Button>
        </ToastTrigger>
      );
      dispatchToast(
        <Toast>
          <ToastTitle {...(retry ? { action: retry } : {})}>{t('plan.exportFailed')}</ToastTitle>
          <ToastBody>{wordRefusal(answer.refusal)}</ToastBody>
        </Toast>,
        { intent: 'error', timeout: -1 },
      );
    };
    await exportAs(formId);
  }, [session, host, formId, dispatchToast, t, wordRefusal]);
}
