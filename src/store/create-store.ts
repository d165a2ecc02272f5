import { eachProject } from "./each-project.ts";
import type { Engine } from "./engine.ts";
import { keepCorrections } from "./keep-corrections.ts";
import { keepImport } from "./keep-import.ts";
import { KeptReadings } from "./kept-readings.ts";
import { previewImport } from "./preview-import.ts";
import { readCorrections } from "./read-corrections.ts";
import { findDocumentWithHash, readDocument, readDocuments, readKnown, readSourceBytes } from "./read-documents.ts";
import { readFacets } from "./read-facets.ts";
import { readEvents, readFigures } from "./read-figures.ts";
import { readDepartment, readDepartments, readUnit } from "./read-organisations.ts";
import { readProfile } from "./read-profile.ts";
import { readProject } from "./read-project.ts";
import { readProjects } from "./read-projects.ts";
import { keepRecipe, readRecipes, removeRecipe } from "./recipes.ts";
import { search } from "./search.ts";
import type { Store } from "./store.ts";

/** The store over one engine: every question in one visible list — 存储. */
export function createStore(engine: Engine): Store {
  const readings = new KeptReadings(engine.db);
  return {
    engine: engine.kind,
    close: () => engine.close(),
    keepImport: (record) => keepImport(engine, record),
    keepCorrections: (record) => keepCorrections(engine, record),
    correctionsOf: (sha256, region) => readCorrections(engine.db, sha256, region),
    previewImport: (record) => previewImport(engine, readings, record),
    figures: () => readFigures(engine),
    projects: (filter, page) => readProjects(engine, filter, page),
    facets: (filter) => readFacets(engine, filter),
    eachProject: (filter) => eachProject(engine, readings, filter),
    profile: (filter) => readProfile(engine, filter),
    project: (key) => readProject(engine, readings, key),
    documents: () => readDocuments(engine),
    document: (key) => readDocument(engine, readings, key),
    documentWithHash: (sha256) => findDocumentWithHash(engine, sha256),
    sourceBytes: (key) => readSourceBytes(engine, key),
    knownOf: (sha256, region) => readKnown(engine, sha256, region),
    keepRecipe: (recipe, by) => keepRecipe(engine, recipe, by),
    recipes: () => readRecipes(engine),
    removeRecipe: (id, by) => removeRecipe(engine, id, by),
    departments: () => readDepartments(engine),
    department: (id) => readDepartment(engine, id),
    unit: (id) => readUnit(engine, id),
    search: (question, limit, filter) => search(engine, question, limit, filter),
    events: (limit) => readEvents(engine, limit),
  };
}
