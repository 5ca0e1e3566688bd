import type { IpcMain } from 'electron';
import { CALL_CHANNEL, callMessageSchema } from '../../../shared/api/host.ts';
import { answer, type Planner, type WireResult } from '../../../shared/api/planner.ts';
import { refuse } from '../../../shared/refusal.ts';
import { isFromOurPage } from './sender.ts';

/** The one door between the page and the planner: who asks is checked, then what is asked, then what goes out. */
export function answerCalls(ipc: IpcMain, planner: Planner, onBug: (error: unknown) => void): void {
  ipc.handle(CALL_CHANNEL, async (event, message: unknown): Promise<WireResult> => {
    if (!isFromOurPage(event)) return refuse('api.forbidden');
    const call = callMessageSchema.safeParse(message);
    if (!call.success) return refuse('api.badRequest', { method: '', where: 'message' });
    return answer(planner, call.data.method, call.data.payload, onBug);
  });
}
