import type { PlanContext } from '../plan-context.ts';

/** Closes the panel; the keyboard goes back to the sheet. */
export function closePanel({ settings, hands }: PlanContext): void {
  settings.setState({ panel: null });
  hands().input.focus();
}

/** From the sheet into the open panel, to where the officer last left it, and back. */
export function switchPane({ hands }: PlanContext): void {
  const panel = document.querySelector<HTMLElement>('.side-panel');
  if (!panel || panel.contains(document.activeElement)) hands().input.focus();
  else (panel.querySelector<HTMLElement>('[aria-current="true"]') ?? panel).focus();
}
