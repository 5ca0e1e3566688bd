import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a program (`node --require record-connections.ts …`, its threads included): whatever would leave the
 * process by a socket or ask for a name is written down in the file of the variable CONNECTIONS, and fails. Listening is
 * allowed on the loopback alone. HTTP, TLS and fetch all come down to `net.Socket.connect`.
 */
const LOOPBACK = '127.0.0.1';
const record = process.env.CONNECTIONS ?? '';

function refuse(what: string): never {
  appendFileSync(record, `${isMainThread ? 'program' : 'thread'}: ${what}\n`);
  throw new Error(`no network: ${what}`);
}

net.Socket.prototype.connect = (...given: unknown[]): never => refuse(`connect ${JSON.stringify(given[0])}`);
for (const method of ['bind', 'connect', 'send'] as const) {
  dgram.Socket.prototype[method] = (): never => refuse(`datagram ${method}`);
}
for (const asked of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(asked)) {
    if (!/^(lookup|resolve|reverse)/.test(name)) continue;
    const ask = Reflect.get(asked, name);
    Reflect.set(asked, name, (host: unknown, ...more: unknown[]): unknown =>
      // Listening on the loopback asks for its address, which needs nobody's answer.
      host === LOOPBACK ? Reflect.apply(ask, asked, [host, ...more]) : refuse(`name ${JSON.stringify(host)}`),
    );
  }
}

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (this: net.Server, ...given: unknown[]): net.Server {
  const [port, host] = given;
  if (host !== LOOPBACK) return refuse(`listen ${JSON.stringify([port, host])}`);
  return Reflect.apply(listen, this, given);
};

// What modules import by name is what is watched too.
syncBuiltinESMExports();
