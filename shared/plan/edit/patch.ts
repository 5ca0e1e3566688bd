/** The values that a patch is about to replace: the patch that undoes it. */
export function formerValues<Whole extends object>(whole: Whole, patch: Partial<Whole>): Partial<Whole> {
  const former: Partial<Whole> = {};
  for (const name in patch) former[name] = whole[name];
  return former;
}
