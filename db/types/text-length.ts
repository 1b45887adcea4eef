/** Characters a line of text may have, the same in forms and imports: a name, a key, a title. */
export const longestLine = 200;
/** Characters a text written at length may have, such as a note or a description. */
export const longestProse = 20_000;
