import type { Socket } from "node:net";
import type { Bilingual } from "../domain/result.ts";
import { problemView, unencodedAddress, unreadableRequest } from "./problem.ts";

/**
 * Answers what is no HTTP request at all — 无法解析的请求. The commonest is an address with Chinese characters as they
 * are, which programs such as curl send and Node's parser does not take: the answer says how to write it.
 */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const problem = error.code === "HPE_INVALID_URL" ? unencodedAddress() : unreadableRequest(statusOf(error.code));
  // Nothing of the request was read, so nobody knows its language.
  const both = ({ zh, en }: Bilingual): string => `${zh} · ${en}`;
  const view = { ...problemView(problem, "zh", "-"), detail: both(problem.title), hint: both(problem.hint) };
  const body = Buffer.from(`${JSON.stringify(view)}\n`);
  socket.end(
    Buffer.concat([
      Buffer.from(
        [
          `HTTP/1.1 ${problem.status} ${reasons[problem.status] ?? "Bad Request"}`,
          `Content-Length: ${body.length}`,
          "Content-Type: application/problem+json; charset=utf-8",
          "Connection: close",
          "\r\n",
        ].join("\r\n"),
      ),
      body,
    ]),
  );
}

const reasons: Readonly<Record<number, string>> = { 408: "Request Timeout", 431: "Request Header Fields Too Large" };

function statusOf(code: string | undefined): number {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
  return code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
}
