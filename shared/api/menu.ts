import { z } from 'zod';

/**
 * The menu bar of a window that has one of its own, as the page sends it: the page knows its actions and their words,
 * the host only shows them and says which was chosen. The page hears the keys itself; here they are only printed.
 */
export type MenuModel = readonly Menu[];

export interface Menu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export type MenuItem = MenuAction | MenuSeparator | SubMenu;

export interface MenuAction {
  readonly kind: 'action';
  readonly id: string;
  readonly label: string;
  /** As Electron writes an accelerator: "Ctrl+Shift+D"; empty where there are none, and others are not shown. */
  readonly keys: string;
  readonly enabled: boolean;
  /** For what is on or off. */
  readonly checked?: boolean;
}

export interface MenuSeparator {
  readonly kind: 'separator';
}

export interface SubMenu extends Menu {
  readonly kind: 'menu';
}

/** The door by which the page sets its menu, and the one by which it hears what was chosen. */
export const MENU_CHANNEL = 'planner:menu';
export const ACTION_CHANNEL = 'planner:action';

const MOST_MENUS = 20;
const MOST_ITEMS = 200;
const MOST_LEVELS = 4;

const label = z.string().min(1).max(200);
export const menuActionIdSchema = z.string().regex(/^[\w.:-]{1,80}$/);

const actionSchema = z.strictObject({
  kind: z.literal('action'),
  id: menuActionIdSchema,
  label,
  keys: z.string().max(60),
  enabled: z.boolean(),
  checked: z.exactOptional(z.boolean()),
});
const separatorSchema = z.strictObject({ kind: z.literal('separator') });

/** Menus within menus to a depth that a screen can show. */
function itemsSchema(levels: number): z.ZodType<readonly MenuItem[]> {
  if (levels <= 1) {
    return z.array(z.discriminatedUnion('kind', [actionSchema, separatorSchema])).max(MOST_ITEMS);
  }
  const menuSchema = z.strictObject({ kind: z.literal('menu'), label, items: itemsSchema(levels - 1) });
  return z.array(z.discriminatedUnion('kind', [actionSchema, separatorSchema, menuSchema])).max(MOST_ITEMS);
}

export const menuModelSchema: z.ZodType<MenuModel> = z
  .array(z.strictObject({ label, items: itemsSchema(MOST_LEVELS) }))
  .max(MOST_MENUS);
