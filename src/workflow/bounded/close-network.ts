import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

/** What a reading process answers whoever wants the network of it — 禁止联网. */
class NoNetwork extends Error {
  readonly code = "ERR_NO_NETWORK";
  constructor() {
    super("a reading process reaches nobody: neither the network nor other processes");
  }
}

const refuse = (): never => {
  throw new NoNetwork();
};

/**
 * Takes the network from this process for good — 关闭网络. Node 24's permission model does not speak of it (later ones
 * do), so the few functions that every connection goes through, those of `fetch`, `http` and `tls` too, are replaced.
 */
export function closeNetwork(): void {
  shut(net.Socket.prototype, ["connect"]);
  shut(net.Server.prototype, ["listen"]);
  shut(process, ["kill"]); // a signal is a message, too
  shut(dgram.Socket.prototype, ["bind", "connect", "send", "sendto"]);
  for (const names of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
    shut(names, Object.keys(Object.getOwnPropertyDescriptors(names)).filter(isQuestion));
  syncBuiltinESMExports();
}

const isQuestion = (name: string): boolean => /^(?:lookup|resolve|reverse)/.test(name);

function shut(owner: object, names: readonly string[]): void {
  for (const name of names)
    Object.defineProperty(owner, name, { value: refuse, writable: false, configurable: false, enumerable: true });
}
