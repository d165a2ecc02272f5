const organisation =
  /(?:局|委员会|委|办公室|办|中心|院|所|队|站|馆|校|学校|幼儿园|小学|中学|医院|处|厅|部|政府|街道|协会|联合会|促进会|法院|检察院|园|库|总社|基金会|学院|大学)(?:[（(][^）)]*[)）])?$/u;

/** Whether a name ends as the names of organisations do — 是否机构名称. */
export function namesOrganisation(name: string): boolean {
  return organisation.test(name);
}
