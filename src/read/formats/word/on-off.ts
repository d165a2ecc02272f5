/** Word's ways to say no — 开关值. */
export function isOff(value: string | undefined): boolean {
  return value === "0" || value === "false" || value === "off" || value === "none";
}
