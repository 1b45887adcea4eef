import { nameIdentity } from './plan.ts';
import { keyIdentity } from './record-key.ts';

export interface NamedAccount {
  readonly id: number;
  readonly key: string | null;
  readonly name: string;
  readonly archived: boolean;
}

/** Finds the account a row of a file means: by its key, else by its name. */
export class AccountIndex {
  readonly #byKey = new Map<string, number>();
  readonly #byName = new Map<string, NamedAccount[]>();

  constructor(accounts: Iterable<NamedAccount>) {
    for (const account of accounts) {
      if (account.key !== null) this.#byKey.set(keyIdentity(account.key), account.id);
      const name = nameIdentity(account.name) ?? '';
      const sharing = this.#byName.get(name);
      if (sharing) sharing.push(account);
      else this.#byName.set(name, [account]);
    }
  }

  hasKey(key: string): boolean {
    return this.#byKey.has(keyIdentity(key));
  }

  /**
   * The account's id. A key that nobody has falls back on the name only where that account has no key of its own; of
   * several of one name the one that is not archived is meant.
   */
  find(
    key: string | null,
    name: string | null,
  ): number | 'no-account' | 'unknown-account' | 'several-accounts' {
    if (key === null && name === null) return 'no-account';
    const byKey = key === null ? undefined : this.#byKey.get(keyIdentity(key));
    if (byKey !== undefined) return byKey;
    const named = (this.#byName.get(nameIdentity(name) ?? '') ?? []).filter(
      (account) => key === null || account.key === null,
    );
    const current = named.filter(({ archived }) => !archived);
    const intended = current.length > 0 ? current : named;
    if (intended.length > 1) return 'several-accounts';
    return intended[0]?.id ?? 'unknown-account';
  }
}
