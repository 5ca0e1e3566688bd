import type { ArchivedFile } from './archive.ts';

/** What the packed program must hold, and all that it may hold. Paths in the archive; `binary` names the platform. */
export function complaintsAbout(files: readonly ArchivedFile[], binary: string): string[] {
  const library = 'node_modules/better-sqlite3';
  const loaded = `${library}/prebuilds/${binary}.node`;
  const required = [
    'package.json',
    'dist/electron/main.js',
    'dist/electron/preload.cjs',
    'dist/electron/workbook-thread.js',
    'dist/renderer/index.html',
    `${library}/package.json`,
    `${library}/lib/index.js`,
    `${library}/lib/binding.js`,
    `${library}/lib/database.js`,
    loaded,
  ];
  const allowed = [
    /^package\.json$/,
    /^dist\/electron\/(main\.js|workbook-thread\.js|preload\.cjs|chunks\/[\w.-]+\.js)$/,
    /^dist\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|svg|png|woff2))$/,
    new RegExp(`^${library}/(package\\.json|LICENSE|lib/[\\w/-]+\\.js|prebuilds/${binary}\\.node)$`),
  ];
  const found = new Set(files.map((file) => file.path));
  const wrong = (file: ArchivedFile): string[] => {
    if (!allowed.some((pattern) => pattern.test(file.path))) return [`unexpected: ${file.path}`];
    if (file.unpacked !== (file.path === loaded)) {
      return [`${file.unpacked ? 'unpacked' : 'not unpacked'}: ${file.path}`];
    }
    if (!file.sealed) return [`without its hash: ${file.path}`];
    return [];
  };
  const missing = required.filter((path) => !found.has(path)).map((path) => `missing: ${path}`);
  const renderer = files.some((file) => /^dist\/renderer\/assets\/.*\.js$/.test(file.path));
  return [...missing, ...(renderer ? [] : ['missing: the interface’s script']), ...files.flatMap(wrong)];
}
