import type { Reading } from '../../../../shared/intake/reading.ts';
import { useText } from '../../../i18n/text.ts';
import { ImportDialog } from '../../import/ImportDialog.tsx';
import type { ImportFile } from '../../import/use-reading.ts';
import { report } from '../actions/report.ts';
import { usePlanContext } from '../actions/use-action-state.ts';

interface ImportIntoProps {
  readonly file: ImportFile;
  readonly reading: Reading;
  onClose(): void;
}

/** A file into the plan that is open: accepted, it is one change and one undo. */
export function ImportInto({ file, reading, onClose }: ImportIntoProps) {
  const { t } = useText();
  const context = usePlanContext();
  const { session, host } = context;
  return (
    <ImportDialog
      planner={host.planner}
      file={file}
      first={reading}
      place={null}
      target={{
        kind: 'into',
        plan: session.store.getState().plan,
        onAccept: ({ change, changed }) => {
          onClose();
          if (!change) return;
          report(context, session.dispatch(change));
          context.notify(t('import.taken', { count: changed.length, file: file.name }));
        },
      }}
      onClose={onClose}
    />
  );
}
