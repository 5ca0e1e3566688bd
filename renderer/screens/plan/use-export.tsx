import {
  Button,
  Toast,
  ToastBody,
  ToastTitle,
  ToastTrigger,
  type useToastController,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import type { FormId } from '../../../shared/forms/form.ts';
import type { Host } from '../../bridge/host.ts';
import { useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';
import { exportFile, type FileFormat } from './export-file.ts';
import type { PlanContext } from './plan-context.ts';

interface ExportOf {
  readonly session: Session;
  readonly host: Host;
  readonly formId: FormId;
  readonly dispatchToast: ReturnType<typeof useToastController>['dispatchToast'];
}

interface Exports extends Pick<PlanContext, 'exportDocument'> {
  exportWorkbook(revision?: string): Promise<void>;
}

/** Exports the form that is shown. A form that would lose something says so and offers the one that does not. */
export function useExport({ session, host, formId, dispatchToast }: ExportOf): Exports {
  const { t, refusal: wordRefusal } = useText();
  return useMemo(() => {
    const exportAs = async (format: FileFormat, form: FormId, revision?: string): Promise<void> => {
      const answer = await exportFile({ session, host }, format, form, { revision });
      if (answer.ok) {
        if (answer.value === null) return;
        const toast = <ToastTitle>{t('plan.exported', { name: answer.value })}</ToastTitle>;
        dispatchToast(<Toast>{toast}</Toast>, { intent: 'success' });
        return;
      }
      const retry = answer.refusal.code === 'form.yearsDiffer' && (
        <ToastTrigger>
          <Button size="small" onClick={() => void exportAs(format, 'F2', revision)}>
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
    return {
      exportWorkbook: (revision) => exportAs('xlsx', formId, revision),
      exportDocument: (format, form) => exportAs(format, form),
    };
  }, [session, host, formId, dispatchToast, t, wordRefusal]);
}
