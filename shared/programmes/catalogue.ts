import { ok, type Result, refuse } from '../refusal.ts';
import dtts from './dtts-2021-2025.json' with { type: 'json' };
import empty from './empty.json' with { type: 'json' };
import gnbv from './gnbv-2021-2025.json' with { type: 'json' };
import mtqg from './mtqg-2026-2030.json' with { type: 'json' };
import ntm from './ntm-2021-2025.json' with { type: 'json' };
import { type ProgrammeTemplate, programmeTemplateSchema } from './programme.ts';

let parsed: readonly ProgrammeTemplate[] | undefined;

/** The structures that are built in, in the order in which they are offered. Parsed at first use, once. */
export function programmeTemplates(): readonly ProgrammeTemplate[] {
  parsed ??= [gnbv, dtts, ntm, mtqg, empty].map((data) => programmeTemplateSchema.parse(data));
  return parsed;
}

/** The built-in structure with this id. Refused where there is none, naming the ids that exist. */
export function programmeTemplate(id: string): Result<ProgrammeTemplate, 'programme.unknown'> {
  const found = programmeTemplates().find((template) => template.id === id);
  if (found !== undefined) return ok(found);
  const known = programmeTemplates().map((template) => template.id);
  return refuse('programme.unknown', { id, known: known.join(', ') });
}
