import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Select,
  Spinner,
} from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import type { FormId } from '../../../../shared/forms/form.ts';
import { STYLE_TAG } from '../../../../shared/print/page-html.ts';
import type { Refusal } from '../../../../shared/refusal.ts';
import { isChord } from '../../../actions/chord.ts';
import { useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { FIXED_ZOOMS, type PageZoom, usePrintFrame } from './use-print-frame.ts';

interface PrintPreviewProps {
  /** Lets the pages' style sheet in. */
  readonly nonce: string;
  onClose(): void;
}

type Shown = { readonly pages: Output<'printPages'> } | { readonly refused: Refusal } | null;

/** The form as it will be printed, page by page: the very document that is printed and kept as PDF. */
export function PrintPreview({ nonce, onClose }: PrintPreviewProps) {
  const { t, refusal } = useText();
  const { session, host, view, exportDocument } = usePlanContext();
  const [form, setForm] = useState<FormId>(view.getState().form);
  const [shown, setShown] = useState<Shown>(null);
  const [zoom, setZoom] = useState<PageZoom>('width');
  const [saving, setSaving] = useState(false);
  const frame = usePrintFrame(zoom, onKey);
  const pages = shown && 'pages' in shown ? shown.pages : null;

  useEffect(() => {
    let left = false;
    const load = async (): Promise<void> => {
      await session.settled();
      const answer = await host.planner.printPages({ plan: session.store.getState().plan.id, form });
      if (!left) setShown(answer.ok ? { pages: answer.value } : { refused: answer.refusal });
    };
    setShown(null);
    load().catch(() => setShown({ refused: { code: 'app.hostGone', params: {} } }));
    return () => {
      left = true;
    };
  }, [session, host, form]);

  const save = async (): Promise<void> => {
    setSaving(true);
    await exportDocument('pdf', form).finally(() => setSaving(false));
  };

  /** The pages hear their own keys. */
  function onKey(event: globalThis.KeyboardEvent | KeyboardEvent): void {
    const native = 'nativeEvent' in event ? event.nativeEvent : event;
    if (isChord('Ctrl+P', native)) {
      event.preventDefault();
      frame.print();
    } else if (native.key === 'Escape' && native.view !== window) onClose();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="print-preview" onKeyDown={onKey}>
        <DialogBody>
          <DialogTitle
            action={
              pages && (
                <span className="print-view">
                  <output>{t('print.page', { page: frame.page, count: pages.pages })}</output>
                  <Select
                    size="small"
                    aria-label={t('print.zoom')}
                    value={`${zoom}`}
                    onChange={(_, { value }) => {
                      const fixed = FIXED_ZOOMS.find((one) => `${one}` === value);
                      setZoom(fixed ?? (value === 'page' ? 'page' : 'width'));
                    }}
                  >
                    <option value="width">{t('print.fitWidth')}</option>
                    <option value="page">{t('print.fitPage')}</option>
                    {FIXED_ZOOMS.map((one) => (
                      <option key={one} value={one}>{`${one} %`}</option>
                    ))}
                  </Select>
                </span>
              )
            }
          >
            {t('plan.print')}
          </DialogTitle>
          <DialogContent className="print-pages">
            {shown === null && <Spinner label={t('print.making')} />}
            {shown && 'refused' in shown && <p role="alert">{refusal(shown.refused)}</p>}
            {pages && (
              <iframe
                ref={frame.ref}
                title={t('print.pages')}
                sandbox="allow-same-origin allow-modals"
                srcDoc={pages.html.replace(STYLE_TAG, `<style nonce="${nonce}">`)}
                onLoad={frame.onLoad}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common.close')}</Button>
            {shown && 'refused' in shown && shown.refused.code === 'form.yearsDiffer' && (
              <Button appearance="primary" onClick={() => setForm('F2')}>
                {t('print.showF2')}
              </Button>
            )}
            {pages && (
              <>
                <Button disabledFocusable={saving} onClick={() => void save()}>
                  {t(saving ? 'print.saving' : 'print.save')}
                </Button>
                <Button appearance="primary" onClick={frame.print}>
                  {t('print.print')}
                </Button>
              </>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
