/** Words of the page that says “no” — 问题页. */
export const problemWords = {
  zh: { requestId: "请求编号", home: "回到首页", search: "搜索", errors: "具体问题" },
  en: { requestId: "Request id", home: "Back to the home page", search: "Search", errors: "In detail" },
} as const;
