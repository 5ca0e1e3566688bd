import { Button, Field, Textarea } from '@fluentui/react-components';
import { DocumentTextRegular } from '@fluentui/react-icons';
import { type DragEvent, useState } from 'react';
import type { KeptWording } from '../../../../../shared/api/wording.ts';
import { useText } from '../../../../i18n/text.ts';
import type { Wordings } from '../../../../session/wordings.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

interface WordingEntryProps {
  readonly wordings: Wordings;
  /** What is to be edited; null for the first text of the plan. */
  readonly kept: KeptWording | null;
  onDone(): void;
}

const EXTENSIONS = ['docx', 'txt'] as const;

/** Where the wording comes in: pasted, typed, opened or dropped. */
export function WordingEntry({ wordings, kept, onDone }: WordingEntryProps) {
  const { t } = useText();
  const { host, refuse } = usePlanContext();
  const [text, setText] = useState(kept?.text ?? '');
  const [from, setFrom] = useState(kept && { name: kept.name, notices: kept.notices, text: kept.text });
  const read = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const refused = await wordings.openFile(name, bytes);
    if (refused === null) onDone();
    else if (refused.code !== 'job.cancelled') refuse(refused);
  };
  const keep = async (wording: KeptWording | null): Promise<void> => {
    const refused = await wordings.keep(wording);
    if (refused) refuse(refused);
    else onDone();
  };
  const hold = (): Promise<void> => {
    // A text that was changed by hand is no file's any more, and its headings stand elsewhere.
    const same = from !== null && from.text === text;
    return keep({
      name: same ? from.name : null,
      text,
      notices: same ? from.notices : [],
      answers: same ? (kept?.answers ?? []) : [],
    });
  };
  const open = async (): Promise<void> => {
    const [file] = await host.openFiles(EXTENSIONS);
    if (file) await read(file.name, file.bytes);
  };
  const drop = async (event: DragEvent): Promise<void> => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    setFrom(null);
    await read(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <section
      className="wording-entry"
      aria-label={t('wording.enter')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void drop(event)}
    >
      <p>{t('wording.explain')}</p>
      <Field label={t('wording.text')}>
        <Textarea
          rows={12}
          resize="vertical"
          value={text}
          placeholder={t('wording.placeholder')}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div className="wording-buttons">
        <Button
          appearance="primary"
          size="small"
          disabledFocusable={text.trim() === ''}
          onClick={() => void hold()}
        >
          {t('wording.hold')}
        </Button>
        <Button size="small" icon={<DocumentTextRegular />} onClick={() => void open()}>
          {t('wording.open')}
        </Button>
        {kept && (
          <>
            <Button size="small" onClick={onDone}>
              {t('common.cancel')}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => void keep(null)}>
              {t('wording.remove')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
