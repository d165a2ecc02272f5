/** Who acts — 操作人. A role belongs to one organisation; a reader of public pages is nobody in particular. */
export type Actor =
  | { readonly role: "unit-officer" | "unit-head"; readonly id: string; readonly unit: string }
  | { readonly role: "department-reviewer"; readonly id: string; readonly department: string }
  | { readonly role: "budget-division" | "performance-section"; readonly id: string; readonly region: number }
  | { readonly role: "third-party"; readonly id: string; readonly projects: readonly string[] }
  | { readonly role: "supervisor" | "auditor"; readonly id: string; readonly region: number }
  | { readonly role: "public" };
