import type { ReactNode } from "react";
import type { ProjectQuery } from "../api/contract/project-query.ts";
import type { PublicFacts } from "../api/contract/public-facts.ts";
import type { Language } from "../domain/result.ts";

/** Sections of the site, as the menu shows them — 栏目. */
export type Section = "projects" | "departments" | "documents" | "rules" | "data" | "about" | "none";

/** What a page is asked with. */
export interface PageRequest {
  readonly language: Language;
  readonly params: Readonly<Record<string, string>>;
  /** The address asked for: its path and its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly facts: PublicFacts;
  readonly door: PageDoor;
  /** Who the reader said to be when they corrected something; "" where they never did. */
  readonly who: string;
}

/** What pages need of the door beside the facts: how an address is read. */
export interface PageDoor {
  readonly projectQuery: (address: URLSearchParams) => ProjectQuery;
}

/** What the view of a page is given. */
export interface Viewed<View> extends PageRequest {
  readonly view: View;
}

/** A page, ready for the frame. */
export interface Shown {
  readonly title: string;
  readonly description?: string;
  readonly section: Section;
  readonly body: ReactNode;
  /** Seconds until the page asks for itself again. */
  readonly refresh?: number;
  readonly status?: number;
  /** Words in the search box of the header; `undefined` where the page has a box of its own. */
  readonly searched?: string;
  /** Style and script that only this page needs. */
  readonly extra?: "desk" | "import";
}

/** A page of the site — 页面: address, what it loads, title, view. */
export interface Page {
  readonly path: string;
  readonly show: (request: PageRequest) => Promise<Shown | undefined>;
}

/** A page out of its four parts; `undefined` from `load` is “not found”. */
export function page<View>(parts: {
  readonly path: string;
  readonly section: Section;
  readonly load: (request: PageRequest) => Promise<View | undefined> | View | undefined;
  readonly title: (viewed: Viewed<View>) => string;
  readonly description?: (viewed: Viewed<View>) => string;
  readonly ownSearch?: true;
  readonly extra?: Shown["extra"];
  readonly refresh?: (view: View) => number | undefined;
  readonly View: (viewed: Viewed<View>) => ReactNode;
}): Page {
  return {
    path: parts.path,
    async show(request) {
      const view = await parts.load(request);
      if (view === undefined) return undefined;
      const viewed = { ...request, view };
      const refresh = parts.refresh?.(view);
      return {
        title: parts.title(viewed),
        section: parts.section,
        body: parts.View(viewed),
        ...(parts.ownSearch ? {} : { searched: "" }),
        ...(parts.description ? { description: parts.description(viewed) } : {}),
        ...(refresh === undefined ? {} : { refresh }),
        ...(parts.extra ? { extra: parts.extra } : {}),
      };
    },
  };
}
