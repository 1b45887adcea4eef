/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1;
/** An instant, ISO 8601 in UTC with milliseconds. */
export type Instant = string;
/** JSON text; parsed where it is read. */
export type Json = string;
