/** Largest file that is taken where nobody says otherwise, in bytes — 文件上限. */
export const defaultFileLimit = 32 * 1024 * 1024;
