/** What the process ends with — 退出码. Documented in the README, and the same for every command. */
export const exitCodes = {
  done: 0,
  unexpectedFailure: 1,
  usage: 2,
  /** The command did its work, and the data has problems. */
  problemsInData: 3,
  notFound: 4,
  notAllowed: 5,
  conflict: 6,
  unreachable: 7,
  partlyDone: 8,
  interrupted: 130,
} as const;

/** One of them — 退出码. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
