/**
 * Where the caller stands, for the paths that a command line names. npm runs a script in the package's folder and
 * keeps the caller's in INIT_CWD, which means that only when npm runs this very script.
 */
export function callerFolder(
  script: string,
  environment: { readonly npm_lifecycle_event?: string | undefined; readonly INIT_CWD?: string | undefined },
): string {
  const viaNpm = environment.npm_lifecycle_event === script;
  return (viaNpm ? environment.INIT_CWD : undefined) ?? process.cwd();
}
