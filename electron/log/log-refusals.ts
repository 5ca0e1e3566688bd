import { METHODS, type Method } from '../../shared/api/contract.ts';
import type { Planner } from '../../shared/api/planner.ts';
import type { Result } from '../../shared/refusal.ts';
import type { Log } from './log.ts';
import { logCode } from './log-event.ts';

/**
 * The same planner, whose refusals stand in the log by their codes. What a window asks again and again, as every second
 * what others did, stands there once.
 */
export function logRefusals(planner: Planner, log: Log): Planner {
  let last = '';
  const heard = (method: Method): ((input: unknown) => Promise<Result<unknown>>) => {
    const ask = planner[method] as (input: unknown) => Promise<Result<unknown>>;
    return async (input) => {
      const answer = await ask(input);
      if (answer.ok) return answer;
      const code = logCode(answer.refusal);
      if (`${method} ${code}` !== last) log.write({ event: 'refused', method, code });
      last = `${method} ${code}`;
      return answer;
    };
  };
  return Object.fromEntries(METHODS.map((method) => [method, heard(method)])) as Planner;
}
