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
import { type KeyboardEvent, useState } from 'react';
import { STYLE_TAG } from '../../../../shared/print/page-html.ts';
import { refuse } from '../../../../shared/refusal.ts';
import { isChord } from '../../../actions/chord.ts';
import { useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { exportFile } from '../export-file.ts';
import { PrintPanel } from './PrintPanel.tsx';
import { hasF1, withF2 } from './print-set-edits.ts';
import { FIXED_ZOOMS, type PageZoom, usePrintFrame } from './use-print-frame.ts';
import { usePrintPages } from './use-print-pages.ts';
import { usePrintSetup } from './use-print-setup.ts';

interface PrintPreviewProps {
  /** Lets the pages' style sheet in. */
  readonly nonce: string;
  onClose(): void;
}

/** What is printed and exported: set up at the left, and at the right the very pages that are printed and kept as PDF. */
export function PrintPreview({ nonce, onClose }: PrintPreviewProps) {
  const { t, refusal } = useText();
  const context = usePlanContext();
  const setup = usePrintSetup();
  const { pages, refused, busy } = usePrintPages(setup?.set ?? null);
  const [zoom, setZoom] = useState<PageZoom>('width');
  const [making, setMaking] = useState<'pdf' | 'xlsx' | 'docx' | null>(null);
  const [said, setSaid] = useState<{ readonly role: 'status' | 'alert'; readonly text: string } | null>(null);
  const frame = usePrintFrame(zoom, onKey);
  const ready = pages !== null && !busy;

  const leave = (): void => {
    if (setup?.draft) setup.leave();
    else onClose();
  };

  const make = async (format: 'pdf' | 'xlsx' | 'docx'): Promise<void> => {
    if (!setup) return;
    setMaking(format);
    setSaid(null);
    const made = await exportFile(context, format, context.view.getState().form, { print: setup.set }).catch(
      () => refuse('app.hostGone'),
    );
    setMaking(null);
    if (!made.ok) setSaid({ role: 'alert', text: refusal(made.refusal) });
    else if (made.value !== null) setSaid({ role: 'status', text: t('plan.exported', { name: made.value }) });
  };

  /** The pages hear their own keys. */
  function onKey(event: globalThis.KeyboardEvent | KeyboardEvent): void {
    const native = 'nativeEvent' in event ? event.nativeEvent : event;
    if (isChord('Ctrl+P', native)) {
      event.preventDefault();
      if (ready) frame.print();
    } else if (native.key === 'Escape' && native.view !== window) leave();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && leave()}>
      <DialogSurface className="print-preview" onKeyDown={onKey}>
        <DialogBody>
          <DialogTitle
            action={
              <span className="print-view">
                {busy && pages && <Spinner size="tiny" label={t('print.making')} />}
                {pages && (
                  <>
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
                  </>
                )}
              </span>
            }
          >
            {t('plan.print')}
          </DialogTitle>
          <DialogContent className="print-content">
            {setup && <PrintPanel setup={setup} notices={pages?.notices ?? []} />}
            <div className="print-pages">
              {busy && !pages && <Spinner label={t('print.making')} />}
              {refused && !busy && (
                <div role="alert">
                  <p>{refusal(refused)}</p>
                  {setup && refused.code === 'form.yearsDiffer' && hasF1(setup.set) && (
                    <Button appearance="primary" onClick={() => setup.change(withF2(setup.set))}>
                      {t('print.showF2')}
                    </Button>
                  )}
                </div>
              )}
              {pages && (
                <iframe
                  ref={frame.ref}
                  title={t('print.pages')}
                  sandbox="allow-same-origin allow-modals"
                  srcDoc={pages.html.replace(STYLE_TAG, `<style nonce="${nonce}">`)}
                  onLoad={frame.onLoad}
                />
              )}
            </div>
          </DialogContent>
          <DialogActions className="print-actions">
            {/* Beside its button: in passing it would lie over the others. */}
            {said && <span role={said.role}>{said.text}</span>}
            <Button onClick={onClose}>{t('common.close')}</Button>
            {(['docx', 'xlsx', 'pdf'] as const).map((format) => (
              <Button
                key={format}
                disabledFocusable={!ready || making !== null}
                onClick={() => void make(format)}
              >
                {t(making === format ? 'print.saving' : SAVE[format])}
              </Button>
            ))}
            <Button appearance="primary" disabledFocusable={!ready} onClick={frame.print}>
              {t('print.print')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const SAVE = { docx: 'plan.exportWord', xlsx: 'plan.export', pdf: 'print.save' } as const;
