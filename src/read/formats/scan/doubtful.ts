/**
 * Characters recognised with less than this should be looked at — 存疑的把握. Measured on clean and damaged scans: most
 * cells that are wrong have such a character, and few that are right.
 */
export const doubtful = 88;
