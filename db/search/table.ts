export interface SearchTable {
  rowid: number;
  words: string;
  search: string;
  rank: number;
}
