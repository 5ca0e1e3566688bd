import { createServer, type RequestListener, type Server } from 'node:http';

/** How long, how much and how many a server puts up with. Times in milliseconds, sizes in bytes. */
export interface Patience {
  /** Until all headers of a request must be there. */
  readonly headers: number;
  /** Until all of a request must be there; a workbook of 100 MB takes some seconds. */
  readonly request: number;
  /** How long an idle connection is kept for a next request. */
  readonly idle: number;
  readonly headerBytes: number;
  readonly headerCount: number;
  readonly connections: number;
}

export const PATIENCE: Patience = {
  headers: 5_000,
  request: 60_000,
  idle: 5_000,
  headerBytes: 8_192,
  headerCount: 60,
  connections: 64,
};

/** A server that nobody can keep busy by being slow, endless or many: a window has six connections at most. */
export function patientServer(listener: RequestListener, patience: Patience = PATIENCE): Server {
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.idle,
      maxHeaderSize: patience.headerBytes,
      // Looked at several times in the shortest of these times.
      connectionsCheckingInterval: Math.max(50, patience.headers / 5),
      insecureHTTPParser: false,
    },
    listener,
  );
  server.maxHeadersCount = patience.headerCount;
  server.maxConnections = patience.connections;
  return server;
}
