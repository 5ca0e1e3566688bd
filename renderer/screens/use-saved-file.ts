import { useState } from 'react';
import type { Output } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/refusal.ts';
import type { Host } from '../bridge/host.ts';
import { useText } from '../i18n/text.ts';

/** A dialog's file: made by the host, saved where the officer says. `wrong` is why there is none, in words. */
export function useSavedFile(host: Host) {
  const { t, refusal } = useText();
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  /** The name under which it was saved; null where it was refused or the officer chose no place. */
  const save = async (make: () => Promise<Result<Output<'exportPlanFile'>>>): Promise<string | null> => {
    setBusy(true);
    setWrong(null);
    const answer = await make().catch(() => null);
    setBusy(false);
    if (!answer?.ok) {
      setWrong(answer ? refusal(answer.refusal) : t('app.hostGone'));
      return null;
    }
    const { name, bytes } = answer.value;
    return (await host.saveFile(name, bytes)) ? name : null;
  };

  return { busy, wrong, setWrong, save };
}
