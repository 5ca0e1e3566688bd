/** The one file of a library; SQLite keeps its write-ahead log beside it. */
export const LIBRARY_FILE = 'library.plkp.db';
/** What SQLite may have beside a database file. */
export const SQLITE_BESIDE = ['-wal', '-shm', '-journal'] as const;
