import type { Bilingual, Refusal } from "../domain/result.ts";

/** Why a file cannot be read at all — 不能读取的原因. Everything less is a note in the reading. */
export type ReadingRefusal =
  | "empty-file" // 空文件
  | "needs-password" // 加密，需要密码
  | "damaged" // 文件损坏
  | "too-large" // 超过某项上限
  | "format-too-old" // 版本太旧
  | "format-unsupported" // 不支持的格式
  | "nothing-inside" // 没有可读的内容
  | "marked-secret" // 标有密级
  | "engine-missing"; // 本机缺少所需引擎

/** A refusal of a reader: what was found, and what the person can do — 拒绝读取. */
export function refuse(
  code: ReadingRefusal,
  message: Bilingual,
  hint: Bilingual,
): { readonly ok: false; readonly refusal: Refusal<ReadingRefusal> } {
  return { ok: false, refusal: { code, message, hint } };
}
