import type { Workbooks } from './workbooks.ts';

/** Workbooks whose library is loaded at their first use: it takes 0.15 s, which opening and editing need not wait. */
export function lazyWorkbooks(load: () => Promise<Workbooks>): Workbooks {
  let loading: Promise<Workbooks> | undefined;
  const loaded = (): Promise<Workbooks> => {
    loading ??= load();
    return loading;
  };
  return {
    write: async (...given) => (await loaded()).write(...given),
    writeComparison: async (...given) => (await loaded()).writeComparison(...given),
    read: async (...given) => (await loaded()).read(...given),
  };
}
