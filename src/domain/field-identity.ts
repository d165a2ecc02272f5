import type { FieldIdentity, IndicatorIdentity } from "./correction.ts";
import type { Declaration, TargetTable } from "./declaration.ts";
import { foldName } from "./identity.ts";
import type { Indicator } from "./indicator.ts";
import type { FieldPath } from "./place.ts";

type Owner = Omit<FieldIdentity, "nth" | "indicator" | "field">;

interface OwnerAt {
  readonly owner: Owner;
  readonly path: FieldPath;
  readonly declaration: Declaration | undefined;
}

const keyOf = ({ table, of, unit, project }: Owner): string =>
  JSON.stringify([table, of, foldName(unit), foldName(project)]);
const keyWithoutUnit = ({ table, of, project }: Owner): string => JSON.stringify([table, of, foldName(project)]);

/** Tables, subtotals and projects of a reading, by what they are called — 字段定位. */
interface FieldFinder {
  /** The identity of a value; `undefined` where the path leads into no table. */
  readonly identityOf: (path: FieldPath) => FieldIdentity | undefined;
  /** Where the value stands in this reading; `undefined` where it is not found, or not surely the one. */
  readonly pathOf: (identity: FieldIdentity) => FieldPath | undefined;
}

/** Finds values by what they belong to — 按身份定位字段. Linear to make, constant for each question. */
export function finderOf(tables: readonly TargetTable[]): FieldFinder {
  const owners = tables.flatMap(ownersOf);
  const byPath = new Map(owners.map((one) => [one.path, one]));
  const byKey = Map.groupBy(owners, ({ owner }) => keyOf(owner));
  const byProject = Map.groupBy(owners, ({ owner }) => keyWithoutUnit(owner));
  return {
    identityOf(path) {
      const own = /^tables\/\d+(?:\/(?:units|declarations)\/\d+)?(?=\/)/u.exec(path)?.[0];
      const found = own === undefined ? undefined : byPath.get(own);
      if (own === undefined || !found) return undefined;
      const nth = byKey.get(keyOf(found.owner))!.indexOf(found); // it is in the group of its own key
      const rest = path.slice(own.length + 1);
      const [, n, field] = /^indicators\/(\d+)\/(.+)$/u.exec(rest) ?? [];
      const indicators = found.declaration?.indicators;
      const indicator = n === undefined ? undefined : indicators?.[Number(n)];
      if (!indicator || !indicators || field === undefined)
        return { ...found.owner, nth, indicator: undefined, field: rest };
      return { ...found.owner, nth, indicator: indicatorIdentity(indicators, indicator), field };
    },
    pathOf(identity) {
      const same = byKey.get(keyOf(identity));
      const alone = byProject.get(keyWithoutUnit(identity));
      // A project that stands under another unit now is still the same where it is the only one of its name.
      const owner = same?.[identity.nth] ?? (identity.of === "project" && alone?.length === 1 ? alone[0] : undefined);
      if (!owner) return undefined;
      if (!identity.indicator) return `${owner.path}/${identity.field}`;
      const n = indicatorAt(owner.declaration?.indicators ?? [], identity.indicator);
      return n === undefined ? undefined : `${owner.path}/indicators/${n}/${identity.field}`;
    },
  };
}

function ownersOf(table: TargetTable, t: number): readonly OwnerAt[] {
  const path = `tables/${t}`;
  const own = { table: table.kind, of: "table", unit: "", project: "" } as const;
  return [
    { owner: own, path, declaration: undefined },
    ...table.units.map((unit, n) => ({
      owner: { ...own, of: "unit", unit: unit.name } as const,
      path: `${path}/units/${n}`,
      declaration: undefined,
    })),
    ...table.declarations.map((declaration, n) => ({
      owner: { ...own, of: "project", unit: declaration.unit ?? "", project: declaration.project.name } as const,
      path: `${path}/declarations/${n}`,
      declaration,
    })),
  ];
}

const isNamed = (name: string) => (one: Indicator) => foldName(one.name) === foldName(name);

const indicatorIdentity = (list: readonly Indicator[], own: Indicator): IndicatorIdentity => ({
  name: own.name,
  number: own.number,
  nth: list.filter(isNamed(own.name)).indexOf(own),
});

/** By its name; where that is read otherwise now, by its number, if the list has that number once. */
function indicatorAt(list: readonly Indicator[], { name, number, nth }: IndicatorIdentity): number | undefined {
  const named = [...list.keys()].filter((n) => isNamed(name)(list[n]!));
  if (named.length > 0) return named[nth];
  const numbered = number === undefined ? [] : [...list.keys()].filter((n) => list[n]!.number === number);
  return numbered.length === 1 ? numbered[0] : undefined;
}
