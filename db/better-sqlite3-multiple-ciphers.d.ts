/** The fork has better-sqlite3's interface; its own types are not exported, and of an earlier version. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database from 'better-sqlite3';

  export default Database;
}
