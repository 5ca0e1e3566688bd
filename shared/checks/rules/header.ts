import type { Header } from '../../plan/plan.ts';
import { type Finding, finding } from '../finding.ts';

/** What an appendix has above its table (NĐ 30/2020/NĐ-CP): its title, and what it goes with. */
export function header({ title, decision, locality }: Header): Finding[] {
  return [
    ...missing(
      title,
      finding('check.noTitle', 'error', null, { places: [{ kind: 'header', field: 'title' }] }),
    ),
    ...missing(
      decision,
      finding('check.noDecision', 'warning', null, { places: [{ kind: 'header', field: 'decision' }] }),
    ),
    ...missing(
      locality,
      finding('check.noLocality', 'information', null, { places: [{ kind: 'header', field: 'locality' }] }),
    ),
  ];
}

function missing(text: string, found: Finding): Finding[] {
  return text.trim() === '' ? [found] : [];
}
