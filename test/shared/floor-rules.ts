import path from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** Whom each floor of shared/ may import: a floor, by its folder or its file's name, or a package. Itself always. */
export type FloorRules = Readonly<Record<string, readonly string[]>>;

/**
 * What a pure module does not reach for: clocks, chance, and whatever only some hosts have. `Date` is here as a whole,
 * its type too: a time comes in as ISO text.
 */
const OUTSIDE = new Set([
  'Buffer',
  'Date',
  'XMLHttpRequest',
  'console',
  'crypto',
  'document',
  'eval',
  'fetch',
  'global',
  'globalThis',
  'indexedDB',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'self',
  'sessionStorage',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
]);

/** What a source of shared/ does that its floor must not, in words. `file` is its path from the repository's root. */
export function floorFaults(file: string, source: string, rules: FloorRules): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const own = floorOf(file);
  const allowed = rules[own];
  if (allowed === undefined) return [`${file}: ${own} is no floor that these rules know`];
  const strangers = importsOf(program)
    .map((name) => (name.startsWith('.') ? floorOf(path.posix.join(path.posix.dirname(file), name)) : name))
    .filter((name) => name !== own && !allowed.includes(name))
    .map((name) => `${file}: ${own} must not import ${name}`);
  const reached = reachesOf(program).map((name) => `${file}: shared/ has no ${name}`);
  return [...strangers, ...reached];
}

/** `shared/plan/edit/rows.ts` is of floor `plan`, `shared/refusal.ts` of floor `refusal`. */
function floorOf(file: string): string {
  const [room, name = ''] = file.split('/');
  return room === 'shared' ? name.replace(/\.ts$/, '') : file;
}

/** Everything that a module names to be imported: types, re-exports and imports at run time included. */
function importsOf(program: ESTree.Program): string[] {
  const names: string[] = [];
  new Visitor({
    ImportDeclaration: ({ source }) => void names.push(source.value),
    ExportAllDeclaration: ({ source }) => void names.push(source.value),
    ExportNamedDeclaration: ({ source }) => void (source && names.push(source.value)),
    TSImportType: ({ source }) => void names.push(source.value),
    ImportExpression: ({ source }) => {
      const literal = source.type === 'Literal' && typeof source.value === 'string' ? source.value : null;
      names.push(literal ?? 'what is known only at run time');
    },
  }).visit(program);
  return names;
}

/** The globals that a module reaches for. Names of properties are not references. */
function reachesOf(program: ESTree.Program): string[] {
  const reached = new Map<number, string>();
  const named = new Set<number>();
  const key = (node: { readonly key: { readonly start: number }; readonly computed: boolean }): void => {
    if (!node.computed) named.add(node.key.start);
  };
  new Visitor({
    MemberExpression: ({ object, property, computed }) => {
      if (computed) return;
      named.add(property.start);
      // Of all that Math has only chance is not the same everywhere.
      const harmless = property.type === 'Identifier' && property.name !== 'random';
      if (object.type === 'Identifier' && object.name === 'Math' && harmless) named.add(object.start);
    },
    // A shorthand is both the name of a property and a reference, in one place.
    Property: (node) => (node.shorthand ? undefined : key(node)),
    PropertyDefinition: key,
    MethodDefinition: key,
    TSPropertySignature: key,
    TSMethodSignature: key,
    Identifier: ({ name, start }) => {
      if (named.has(start)) return;
      if (name === 'Math') reached.set(start, 'Math.random');
      else if (OUTSIDE.has(name)) reached.set(start, name);
    },
  }).visit(program);
  return [...reached.values()];
}
