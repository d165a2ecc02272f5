/** Starts a reading process while the rest of the command is still being loaded — 预热读取进程. */
export async function warmReader(): Promise<void> {
  const { ownPool } = await import("../workflow/bounded/read-bounded.ts");
  ownPool().warm();
}
