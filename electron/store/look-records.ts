import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { PlanView, Settings } from '../../shared/api/contract.ts';
import { DEFAULT_SETTINGS, DEFAULT_VIEW, planViewSchema, settingsSchema } from '../../shared/api/looks.ts';
import type { FormId } from '../../shared/forms/form.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { type OnWrite, SealedTable } from './sealed-table.ts';

interface JsonRecord {
  readonly json: string;
}

const { widths, collapsed, frozen, print } = planViewSchema.shape;
const { author, locale, theme, density, zoom, markChanged, panel, panelWidth, backupFolder } =
  settingsSchema.shape;

/** Field by field: one that cannot be read does not cost the officer the others. */
const storedView = z.object({
  widths: widths.catch(DEFAULT_VIEW.widths),
  collapsed: collapsed.catch(DEFAULT_VIEW.collapsed),
  frozen: frozen.catch(DEFAULT_VIEW.frozen),
  print: print.catch(DEFAULT_VIEW.print),
});
const storedSettings = z.object({
  author: author.catch(DEFAULT_SETTINGS.author),
  locale: locale.catch(DEFAULT_SETTINGS.locale),
  theme: theme.catch(DEFAULT_SETTINGS.theme),
  density: density.catch(DEFAULT_SETTINGS.density),
  zoom: zoom.catch(DEFAULT_SETTINGS.zoom),
  markChanged: markChanged.catch(DEFAULT_SETTINGS.markChanged),
  panel: panel.catch(DEFAULT_SETTINGS.panel),
  panelWidth: panelWidth.catch(DEFAULT_SETTINGS.panelWidth),
  backupFolder: backupFolder.catch(DEFAULT_SETTINGS.backupFolder),
});

/** Of the settings the name that every edit bears, for whoever asks for it beside other things. */
export const SET_AUTHOR = `SELECT CASE WHEN json_valid(json) THEN json ->> '$.author' END AS author FROM settings`;

/** The name that such an answer holds; empty where none was set. */
export function authorIn(found: unknown): string {
  if (typeof found !== 'string') return DEFAULT_SETTINGS.author;
  const read = author.safeParse(found);
  return read.success ? read.data : DEFAULT_SETTINGS.author;
}

/**
 * How plans are looked at and how the office likes the program to look. Unlike a plan, these are conveniences: a text
 * that is not what `put…` wrote (damaged, or of another version of the program) reads as the default.
 */
export class LookRecords {
  readonly #view;
  readonly #views;
  readonly #settings;
  readonly #author;
  readonly #allSettings;

  constructor(database: Database.Database, onWrite: OnWrite) {
    this.#view = database.prepare<[string, string], JsonRecord>(
      'SELECT json FROM plan_view WHERE plan = ? AND form = ?',
    );
    this.#views = new SealedTable(database, 'plan_view');
    this.#settings = database.prepare<[], JsonRecord>('SELECT json FROM settings');
    this.#author = database.prepare<[], { author: unknown }>(SET_AUTHOR);
    this.#allSettings = new SealedTable(database, 'settings', onWrite);
  }

  view(plan: PlanId, form: FormId): PlanView {
    return readOr(storedView, this.#view.get(plan, form), DEFAULT_VIEW);
  }

  putView(plan: PlanId, form: FormId, view: PlanView): void {
    this.#views.put({ plan, form, json: JSON.stringify(z.encode(planViewSchema, view)) });
  }

  settings(): Settings {
    return readOr(storedSettings, this.#settings.get(), DEFAULT_SETTINGS);
  }

  author(): string {
    return authorIn(this.#author.get()?.author);
  }

  putSettings(settings: Settings): void {
    this.#allSettings.put({ only: 1, json: JSON.stringify(z.encode(settingsSchema, settings)) });
  }
}

function readOr<Value>(schema: z.ZodType<Value>, record: JsonRecord | undefined, otherwise: Value): Value {
  if (!record) return otherwise;
  try {
    const read = schema.safeParse(JSON.parse(record.json));
    return read.success ? read.data : otherwise;
  } catch {
    // Not JSON at all: SQLite checks what is written, so the file was changed by something else.
    return otherwise;
  }
}
