const MODIFIERS = 'Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta';
const KEYS = [
  '[A-Z0-9]',
  'F(?:[1-9]|1\\d|2[0-4])',
  '[!-*,-/:-@[-`{-~]',
  'Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Escape|Esc',
  'Up|Down|Left|Right|Home|End|PageUp|PageDown',
].join('|');
const ACCELERATOR = new RegExp(`^(?:(?:${MODIFIERS})\\+)*(?:${KEYS})$`);

/** Whether a text is an accelerator as Electron documents them: it throws at one that it does not know. */
export function isAccelerator(keys: string): boolean {
  return ACCELERATOR.test(keys);
}
