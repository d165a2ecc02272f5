/**
 * Characters recognised with less than this should be looked at — 存疑的把握. Measured over three types and five kinds of
 * damage: three in four cells that are wrong have such a character, and one in eight that are right.
 */
export const doubtful = 92;
