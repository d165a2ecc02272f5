import type { FieldPath, Place, Places } from "../domain/place.ts";

/** Where to point for a thing that has no place of its own: its name first — 代表位置. */
const tellingParts = ["project/name", "name", "title", "total", "funding/total"] as const;

/** The place of a value, else of its name, else of the row or table it stands in — 出处. */
export function placeOf(places: Places, path: FieldPath): Place | undefined {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    const exact = places[at];
    if (exact) return exact;
    for (const part of tellingParts) {
      const near = places[`${at}/${part}`];
      if (near) return near;
    }
  }
  return undefined;
}
