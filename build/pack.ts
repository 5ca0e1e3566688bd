import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
// Only what it says of itself: loading Electron's module would start a download where its binary is missing.
import electron from 'electron/package.json' with { type: 'json' };
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { findElectron } from '../electron/hosts/start/find-electron.ts';
import { complaintsAboutNotices, noticesOf } from './dependencies/notices.ts';
import { type Shipped, shippedPackages } from './dependencies/shipped.ts';
import described from './electron-builder.json' with { type: 'json' };
import { listArchive } from './pack/archive.ts';
import { complaintsAbout } from './pack/contents.ts';
import { complaintsAboutFuses } from './pack/fuses.ts';
import { makeStandIn } from './pack/stand-in.ts';

/**
 * `npm run pack`: the program as a folder, and a look at what it holds. With Electron's own files where they were
 * installed; without them around a stand-in, which it says. Fails where the archive lacks something or holds more.
 */
const ROOT = path.resolve(import.meta.dirname, '..');
const MODULES = path.join(ROOT, 'node_modules');

const NOTICES = path.join(ROOT, 'dist', 'THIRD-PARTY-NOTICES.txt');

const configuration: Configuration = described;
const { version } = electron;

async function pack(): Promise<string[]> {
  const packages = await shippedPackages();
  writeFileSync(NOTICES, noticesOf(packages));
  if (findElectron(MODULES)) {
    const electronDist = path.join(MODULES, 'electron', 'dist');
    console.log(`Packing with Electron ${version} from ${electronDist}`);
    const platform = Platform.current();
    return layOut({ ...configuration, electronDist }, platform, packages);
  }
  const electronDist = mkdtempSync(path.join(tmpdir(), 'electron-stand-in-'));
  try {
    makeStandIn(electronDist, version);
    console.log(
      `STAND-IN: Electron ${version} is not installed here, so this packs around an empty distribution.`,
    );
    console.log('STAND-IN: the folder shows what would be shipped, its fuses included; it does not run.');
    return await layOut({ ...configuration, electronDist }, Platform.LINUX, packages);
  } finally {
    rmSync(electronDist, { recursive: true, force: true });
  }
}

/** Lays the program out in `out/`, lists its archive, and answers what is wrong with it. */
async function layOut(
  config: Configuration,
  platform: Platform,
  packages: readonly Shipped[],
): Promise<string[]> {
  const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
  await build({
    projectDir: ROOT,
    targets: platform.createTarget('dir', arch),
    config,
    publish: 'never',
  });
  const unpackedArch = arch === Arch.x64 ? '' : `-${Arch[arch]}`;
  const resources = resourcesIn(path.join(ROOT, 'out'), platform, unpackedArch);
  const files = listArchive(path.join(resources, 'app.asar'));
  for (const file of files) console.log(`${file.unpacked ? 'unpacked ' : '         '}${file.path}`);
  const program = programBeside(resources, platform);
  const notices = readFileSync(path.join(resources, '..', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const binary = `${platform.nodeName}-${Arch[arch]}`;
  const beside = path.join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds');
  return [
    ...complaintsAbout(files, binary),
    ...complaintsAboutNotices(notices, packages),
    ...(await complaintsAboutFuses(program)),
    ...(existsSync(path.join(beside, `${binary}.node`))
      ? []
      : [`missing beside the archive: ${binary}.node`]),
  ];
}

function resourcesIn(out: string, platform: Platform, arch: string): string {
  if (platform !== Platform.MAC) {
    return path.join(out, `${platform.buildConfigurationKey}${arch}-unpacked`, 'resources');
  }
  return path.join(out, `mac${arch}`, 'Phụ lục Kinh phí.app', 'Contents', 'Resources');
}

function programBeside(resources: string, platform: Platform): string {
  if (platform === Platform.MAC) return path.join(resources, '..', '..');
  const name = 'phu-luc-kinh-phi';
  return path.join(resources, '..', platform === Platform.WINDOWS ? `${name}.exe` : name);
}

const complaints = await pack();
for (const complaint of complaints) console.error(complaint);
console.log(
  complaints.length === 0 ? 'The archive holds what it must and nothing else.' : 'The archive is wrong.',
);
process.exitCode = complaints.length === 0 ? 0 : 1;
