export interface SearchTable {
  rowid: number;
  words: string;
  search: string;
  rank: number;
}

/** The number a noun has in the rowids of the index. */
export interface SearchNounTable {
  slot: number;
  noun: string;
}
