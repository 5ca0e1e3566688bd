import { Kernel } from '../../shared/engine/kernel.ts';
import { type Shape, shapeOf } from '../../shared/engine/shape.ts';
import { sourceId, year } from '../../shared/plan/ids.ts';
import { type Capital, type Source, type SourceGroup, yearsOf } from '../../shared/plan/plan.ts';
import { FloatKernel } from './float-kernel.ts';
import { type Measured, median } from './report.ts';

/**
 * The engine against the same loops over floats. A locality is 20 rows (16 leaves) × 5 years × 8 leaf sources and
 * kinds = 640 leaves. Both kernels run in turn within one process, so a noisy machine slows both.
 */
export function measureEngine(): Measured[] {
  const shape = localityShape();
  return [
    fullComputation(shape, 1, 3000),
    fullComputation(shape, 1000, 6),
    oneEdit(shape, 1),
    oneEdit(shape, 10_000),
    memory(shape, 1000),
  ];
}

const PERIOD = { first: year(2021), last: year(2025) };

function localityShape(): Shape {
  const years = yearsOf(PERIOD);
  const source = (id: string, parent: string | null, group: SourceGroup, capitals: Capital[]): Source => ({
    id: sourceId(id),
    parent: parent === null ? null : sourceId(parent),
    group,
    name: id,
    short: id,
    years,
    capitals,
    origin: 'own',
  });
  const kinds: Capital[] = ['investment', 'recurrent'];
  return shapeOf(PERIOD, [
    source('central', null, 'central', kinds),
    source('local', null, 'local', kinds),
    source('province', 'local', 'local', kinds),
    source('commune', 'local', 'local', kinds),
    source('other', null, 'other', ['none']),
    source('credit', 'other', 'other', ['none']),
    source('community', 'other', 'other', ['none']),
  ]);
}

interface Tree {
  readonly parent: Int32Array;
  readonly isLeaf: Uint8Array;
  readonly leafRows: readonly number[];
}

/** Localities of 20 rows: one on top, three parents under it, 16 leaves. */
function treeOf(localities: number): Tree {
  const count = 1 + 20 * localities;
  const parent = new Int32Array(count);
  const isLeaf = new Uint8Array(count);
  const leafRows: number[] = [];
  parent[0] = -1;
  let next = 1;
  for (let locality = 0; locality < localities; locality++) {
    const top = next++;
    for (const children of [5, 5, 6]) {
      const project = next++;
      parent[project] = top;
      for (let child = 0; child < children; child++) {
        parent[next] = project;
        isLeaf[next] = 1;
        leafRows.push(next++);
      }
    }
  }
  return { parent, isLeaf, leafRows };
}

function kernels(
  shape: Shape,
  localities: number,
): { ours: Kernel; floats: FloatKernel; tree: Tree; leaves: number } {
  const tree = treeOf(localities);
  const ours = new Kernel(shape, tree.parent, tree.isLeaf);
  const floats = new FloatKernel(shape, tree.parent, tree.isLeaf);
  for (const node of tree.leafRows) {
    shape.years.forEach((_, plane) => {
      shape.leaves.forEach((_, leaf) => {
        const trieu = (node * 7 + leaf * 3) % 997;
        ours.load(node, plane, leaf, BigInt(trieu) * 1_000_000n);
        floats.load(node, plane, leaf, trieu * 1_000_000);
      });
    });
  }
  ours.computeAll();
  floats.computeAll();
  return { ours, floats, tree, leaves: tree.leafRows.length * shape.years.length * shape.leaves.length };
}

interface InTurn {
  /** Nanoseconds a repetition, medians over the rounds. */
  readonly own: number;
  readonly yardstick: number;
  /** The median of each round's own ratio: what slows one round slows both sides of it. */
  readonly ratio: number;
}

function inTurn(rounds: number, repeat: number, ours: () => void, yardstick: () => void): InTurn {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    [ours, yardstick].forEach((measured, at) => {
      const start = process.hrtime.bigint();
      for (let i = 0; i < repeat; i++) measured();
      times[at]?.push(Number(process.hrtime.bigint() - start) / repeat);
    });
  }
  const ratios = times[0].map((own, round) => own / (times[1][round] ?? own));
  return { own: median(times[0]), yardstick: median(times[1]), ratio: median(ratios) };
}

function fullComputation(shape: Shape, localities: number, repeat: number): Measured {
  const { ours, floats, leaves } = kernels(shape, localities);
  const { own, yardstick, ratio } = inTurn(
    15,
    repeat,
    () => ours.computeAll(),
    () => floats.computeAll(),
  );
  return {
    what: `all totals of ${leaves} leaves, exact / float (ns a leaf)`,
    ours: (own / leaves).toFixed(1),
    yardstick: (yardstick / leaves).toFixed(1),
    ratio,
    limit: 1.2,
  };
}

function oneEdit(shape: Shape, localities: number): Measured {
  const { ours, floats, tree, leaves } = kernels(shape, localities);
  const amounts = Array.from({ length: 64 }, (_, at) => BigInt(at) * 1_000_000n + 5n);
  let one = 0;
  let other = 0;
  // Places and amounts are laid out before, so that finding them weighs on neither side.
  const places = 1 << 14;
  const nodes = Int32Array.from(
    { length: places },
    (_, at) => tree.leafRows[(at * 7919) % tree.leafRows.length] ?? 1,
  );
  const years = shape.years.length;
  const kinds = shape.leaves.length;
  const { own, yardstick, ratio } = inTurn(
    15,
    100_000,
    () => {
      ours.update(nodes[one & (places - 1)] ?? 1, one % years, one % kinds, amounts[one & 63] ?? 0n);
      ours.takeChanged();
      one += 1;
    },
    () => {
      floats.update(
        nodes[other & (places - 1)] ?? 1,
        other % years,
        other % kinds,
        (other & 63) * 1_000_000 + 5,
      );
      other += 1;
    },
  );
  return {
    what: `one edit with all its totals, ${leaves} leaves (ns)`,
    ours: own.toFixed(0),
    yardstick: yardstick.toFixed(0),
    ratio,
    limit: 3,
  };
}

function memory(shape: Shape, localities: number): Measured {
  const { ours, leaves } = kernels(shape, localities);
  const bytes = ours.bytes / leaves;
  return {
    what: `memory of the engine, ${leaves} leaves (bytes a leaf)`,
    ours: bytes.toFixed(1),
    yardstick: '1',
    ratio: bytes,
    limit: 40,
  };
}
