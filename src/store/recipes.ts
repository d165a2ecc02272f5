import { v7 as newId } from "uuid";
import type { Engine } from "./engine.ts";
import { keepEvent } from "./keep-current.ts";
import { isUuid } from "./keys.ts";
import { storable, storableOrNull } from "./storable.ts";
import type { RecipeWords, StoredRecipe } from "./store.ts";
import type { RecipeTable } from "./tables.ts";

/** Who does something with a recipe, and when. */
interface By {
  readonly who: string;
  readonly at: Date;
}

/**
 * Keeps what a person said of the columns of a publisher's tables, and its event, in one transaction — 保存列对照表. One of the
 * same publisher and name gives way to it; what it said stands in the events.
 */
export function keepRecipe(engine: Engine, recipe: RecipeWords, by: By): Promise<StoredRecipe> {
  return engine.importing(0, [], async ({ db }) => {
    const row: RecipeTable = {
      id: newId(),
      publisher: storable(recipe.publisher ?? ""),
      name: storable(recipe.name),
      heads: JSON.stringify(recipe.heads.map(({ printed, is }) => ({ printed: storable(printed), is }))),
      amount_unit: storableOrNull(recipe.amountUnit),
      who: storable(by.who),
      at: by.at.toISOString(),
    };
    const before = await db
      .deleteFrom("recipe")
      .where("publisher", "=", row.publisher)
      .where("name", "=", row.name)
      .executeTakeFirst();
    await db.insertInto("recipe").values(row).execute();
    await keepEvent(
      db,
      eventKey(row),
      { verb: "keep-recipe", actor: by.who, at: by.at },
      {
        ...factsOf(row),
        replaced: Number(before.numDeletedRows),
      },
    );
    return recipeOf(row);
  });
}

/** All that are kept, newest first — 列对照表清单. */
export async function readRecipes({ db }: Engine): Promise<readonly StoredRecipe[]> {
  const rows = await db.selectFrom("recipe").selectAll().orderBy("id", "desc").execute();
  return rows.map(recipeOf);
}

/** Removes one, with its event; nothing that was read with it changes — 删除列对照表. */
export function removeRecipe(engine: Engine, id: string, by: By): Promise<StoredRecipe | undefined> {
  if (!isUuid(id)) return Promise.resolve(undefined);
  return engine.importing(0, [], async ({ db }) => {
    const row = await db.selectFrom("recipe").selectAll().where("id", "=", id).executeTakeFirst();
    if (!row) return undefined;
    await db.deleteFrom("recipe").where("id", "=", row.id).execute();
    await keepEvent(db, eventKey(row), { verb: "remove-recipe", actor: by.who, at: by.at }, factsOf(row));
    return recipeOf(row);
  });
}

/** It belongs to no region and no year. */
const eventKey = ({ id }: RecipeTable) => ({ region: 0, year: 0, id });

const factsOf = ({ publisher, name, heads, amount_unit }: RecipeTable) => ({
  publisher,
  name,
  heads,
  amountUnit: amount_unit ?? "",
});

const recipeOf = (row: RecipeTable): StoredRecipe => ({
  id: row.id,
  name: row.name,
  ...(row.publisher === "" ? {} : { publisher: row.publisher }),
  heads: JSON.parse(row.heads) as StoredRecipe["heads"], // written by this room from that type
  ...(row.amount_unit === null ? {} : { amountUnit: row.amount_unit }),
  who: row.who,
  at: row.at,
});
