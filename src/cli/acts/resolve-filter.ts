import { foldName } from "../../domain/identity.ts";
import type { OrganisationRow, ProjectFilter, Store } from "../../store/store.ts";
import { exitCodes } from "../exit-codes.ts";
import type { FilterOptions } from "../filter-options.ts";
import { CommandRefusal } from "../terminal.ts";

/** The filter that options stand for — 筛选条件: names of departments and units become those that have these words. */
export async function resolveFilter(store: Store, options: FilterOptions): Promise<ProjectFilter> {
  const { year, region, department, unit, dimension, aspect, kind, rule, severity } = options;
  const departments = department || unit ? await store.departments() : [];
  return {
    ...(year ? { years: year } : {}),
    ...(region ? { regions: region } : {}),
    ...(department ? { departments: named("department", departments, department) } : {}),
    ...(unit ? { units: named("unit", await unitsOf(store, departments), unit) } : {}),
    ...(dimension ? { dimensions: dimension } : {}),
    ...(aspect ? { aspects: aspect } : {}),
    ...(kind ? { valueKinds: kind } : {}),
    ...(rule ? { rules: rule } : {}),
    ...(severity ? { severities: severity } : {}),
  };
}

async function unitsOf(store: Store, departments: readonly OrganisationRow[]): Promise<readonly OrganisationRow[]> {
  const units: OrganisationRow[] = [];
  for (const { id } of departments) units.push(...((await store.department(id))?.units ?? []));
  return units;
}

const kinds = { department: { zh: "部门", en: "department" }, unit: { zh: "单位", en: "unit" } } as const;

/** Ids of the organisations whose name has one of these words; a word that nobody has is a mistake worth telling. */
function named(kind: keyof typeof kinds, all: readonly OrganisationRow[], words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const found = all.filter(({ name }) => foldName(name).includes(foldName(word)));
    if (found.length > 0) return found.map(({ id }) => id);
    throw new CommandRefusal(
      {
        zh: `没有名称含“${word}”的${kinds[kind].zh}。`,
        en: `No ${kinds[kind].en} has “${word}” in its name.`,
      },
      exitCodes.notFound,
    );
  });
}
