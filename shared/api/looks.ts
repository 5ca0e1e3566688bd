import { z } from 'zod';
import { rowIdSchema } from '../plan/atoms-schema.ts';
import { printSetSchema } from './printing.ts';

/**
 * How a plan is looked at, and how the office likes the program to look. The host remembers both; neither is part of a
 * plan or of its history, and what was never set or cannot be read is the default.
 */

const MOST_COLUMNS = 2000;
/** As many as a plan has rows. */
const MOST_COLLAPSED = 100_000;
const columnId = z.string().min(1).max(200);

/** A plan on one form. */
export const planViewSchema = z.strictObject({
  /** Pixels of the columns that the officer made wider or narrower. */
  widths: z
    .record(columnId, z.int().min(20).max(2000))
    .refine((widths) => Object.keys(widths).length <= MOST_COLUMNS),
  /** Rows whose rows below are hidden. */
  collapsed: z.array(rowIdSchema).max(MOST_COLLAPSED),
  /** The last of the columns that stay in sight; null for the form's own. */
  frozen: columnId.nullable(),
  /** What was last set up to be printed; null for the form as it is officially. */
  print: printSetSchema.nullable(),
});

/** What may be open at the right of the sheet, one at a time. Which of them there are is the window's to know. */
export const PANEL_IDS = ['checks', 'reconcile', 'compare', 'control', 'pictures', 'history'] as const;
export type PanelId = (typeof PANEL_IDS)[number];

/** Pixels of a side panel; a narrow window gives it less than was chosen. */
export const PANEL_WIDTH = { least: 280, most: 1000 } as const;

export const settingsSchema = z.strictObject({
  /** Who works here, as the history names them; empty for the name that the system knows. */
  author: z.string().trim().normalize('NFC').max(200),
  locale: z.enum(['vi', 'en']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  density: z.enum(['compact', 'comfortable']),
  /** Percent. */
  zoom: z.int().min(50).max(200),
  /** Whether cells that changed since the last revision are marked. */
  markChanged: z.boolean(),
  /** The side panel that is open. */
  panel: z.enum(PANEL_IDS).nullable(),
  panelWidth: z.int().min(PANEL_WIDTH.least).max(PANEL_WIDTH.most),
  /** Where backups are copied to as well, as a USB stick; empty for nowhere. */
  backupFolder: z.string().max(1000),
});

const { shape } = settingsSchema;
const someShape = {
  author: z.exactOptional(shape.author),
  locale: z.exactOptional(shape.locale),
  theme: z.exactOptional(shape.theme),
  density: z.exactOptional(shape.density),
  zoom: z.exactOptional(shape.zoom),
  markChanged: z.exactOptional(shape.markChanged),
  panel: z.exactOptional(shape.panel),
  panelWidth: z.exactOptional(shape.panelWidth),
  backupFolder: z.exactOptional(shape.backupFolder),
} satisfies { readonly [Name in keyof typeof shape]: z.ZodType };

/** Some of the settings: a window changes what its officer changed and leaves the rest to the other windows. */
export const someSettingsSchema = z.strictObject(someShape);

export const DEFAULT_VIEW: z.output<typeof planViewSchema> = {
  widths: {},
  collapsed: [],
  frozen: null,
  print: null,
};
export const DEFAULT_SETTINGS: z.output<typeof settingsSchema> = {
  author: '',
  locale: 'vi',
  theme: 'system',
  density: 'compact',
  zoom: 100,
  markChanged: true,
  panel: null,
  panelWidth: 360,
  backupFolder: '',
};
