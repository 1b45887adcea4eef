import type { Api } from '../own-book.ts';

type AccountFacts = Parameters<Api['account']['create']>[0];
type ContractFacts = Parameters<Api['contract']['create']>[0]['facts'];

const products = ['Planning', 'Alerts', 'Training'];
const year = new Date().getFullYear();

/**
 * Five customers, called by their order in the list. Birch is the largest: three contracts, two people, one of whom reports to
 * the other, and two notes. Cedar has a note of two lines and a price that changes.
 */
export async function fillPortfolio(api: Api): Promise<void> {
  await addAccount(api, { name: 'Aster Education', size: 'large', owner: 'Lin Yue' }, [30_000]);
  const birch = await addAccount(
    api,
    { name: 'Birch Retail Group', size: 'large', owner: 'Lin Yue' },
    [600_000, 120_000, 60_000],
  );
  const sponsor = await addPerson(api, birch.id, 'Mona Reyes', {
    role: 'sponsor',
    influence: 5,
    sentiment: 1,
  });
  const user = await addPerson(api, birch.id, 'Otto Lang', { role: 'key-user', influence: 2, sentiment: 2 });
  await api.contact.relate({ contactId: user, otherId: sponsor, kind: 'reports-to' });
  await addNote(api, birch.id, 'call', 'Asked for the figures of last quarter.');
  await addNote(api, birch.id, 'meeting', 'They renew when stock-outs halve.');

  const cedar = await addAccount(api, { name: 'Cedar Logistics', size: 'mid', owner: 'Lin Yue' }, [240_000]);
  await addNote(api, cedar.id, 'call', 'All fine.\nHappy to speak to another logistics firm.');
  const [contractId = 0] = cedar.contractIds;
  const change = { fromOn: `${year}-07-01`, amountMinor: 26_000_000, seats: null };
  await api.contract.changePrice({ id: contractId, change });

  await addAccount(api, { name: 'Dune Health', size: 'large', owner: 'Wu Xin' }, [215_000]);
  await addAccount(api, { name: 'Elm Apparel', size: 'mid', owner: 'Wu Xin' }, [90_000]);
}

/** Adds a customer whose contracts of these yearly amounts, in yuan, run from last year to the one after next. */
export async function addAccount(
  api: Api,
  facts: Partial<AccountFacts> & Pick<AccountFacts, 'name'>,
  yearly: readonly number[] = [],
): Promise<{ id: number; contractIds: number[] }> {
  const { id } = await api.account.create({
    key: null,
    legalName: null,
    industry: null,
    size: null,
    region: null,
    tier: null,
    owner: null,
    salesOwner: null,
    status: 'active',
    tags: [],
    description: null,
    customerSince: null,
    ...facts,
  });
  const contractIds = [];
  for (const [at, amount] of yearly.entries()) {
    const contract: ContractFacts = {
      key: null,
      product: products[at] ?? null,
      seats: null,
      amountMinor: amount * 100,
      currency: 'CNY',
      billingPeriod: 'year',
      startOn: `${year - 1}-01-01`,
      endOn: `${year + 2}-12-31`,
      firstPaidOn: `${year - 1}-01-01`,
      noticeDays: null,
      autoRenews: null,
      noticeGivenOn: null,
      isTrial: false,
      renewsContractId: null,
    };
    contractIds.push((await api.contract.create({ accountId: id, facts: contract })).id);
  }
  return { id, contractIds };
}

type PersonFacts = Parameters<Api['contact']['create']>[0]['facts'];

async function addPerson(
  api: Api,
  accountId: number,
  name: string,
  facts: Pick<PersonFacts, 'role' | 'influence' | 'sentiment'>,
): Promise<number> {
  const unknown = { title: null, email: null, phone: null, languages: null, lastTouchedOn: null };
  return (await api.contact.create({ accountId, facts: { ...unknown, ...facts, name } })).id;
}

async function addNote(api: Api, accountId: number, kind: 'call' | 'meeting', body: string): Promise<void> {
  const occurredOn = `${year - 1}-12-01`;
  await api.note.create({ accountId, facts: { kind, occurredOn, body, contactId: null } });
}
