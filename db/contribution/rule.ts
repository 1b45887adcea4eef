import { type CommitmentSide, type CommitmentStatus, keptOf } from '../commitment/rule.ts';
import { contractMovements, type Movement, type PaidContract } from '../contract/movement.ts';
import { renewalOutcome, withAutomaticRenewals } from '../contract/renewal.ts';
import { type FiscalStart, fiscalQuarterOf, quarterPeriod, shiftQuarter } from '../qbr/period.ts';
import type { Share } from '../qbr/practice.ts';
import type { IsoDate } from '../types/calendar.ts';
import { type ExchangeRate, toBaseMinor } from '../types/exchange.ts';
import type { Money } from '../types/money.ts';
import { includes, type Period } from '../types/period.ts';
import { type ClaimTerms, claimWorth, isSourced, sumByCurrency, type Worth } from '../value/proof.ts';

/** A value claim of any account. */
export type ContributedClaim = ClaimTerms & {
  readonly id: number;
  readonly accountId: number;
  readonly account: string;
  readonly valuePoint: string | null;
  readonly outcome: string;
};

/** What the book knows, of every account asked for; the rule picks what counts in the period. */
export type ContributionFacts = {
  readonly claims: readonly ContributedClaim[];
  readonly contracts: readonly PaidContract[];
  readonly reviews: readonly { readonly accountId: number; readonly heldOn: IsoDate }[];
  /** Commitments made in reviews. */
  readonly commitments: readonly {
    readonly side: CommitmentSide;
    readonly status: CommitmentStatus;
    readonly dueOn: IsoDate;
  }[];
  readonly baseCurrency: string;
  readonly rates: readonly ExchangeRate[];
  readonly today: IsoDate;
  /** See contract/renewal.ts. */
  readonly gapDays: number;
};

/** Amounts of several cases: one per currency, and all together only where the book has a rate for each. */
export type MoneySum = {
  readonly amounts: readonly Money[];
  /** By the rate of the day each case counts on; null without an amount, and where a rate is missing. */
  readonly inBase: Money | null;
  /** Currencies the book had no rate for on the day. */
  readonly missingRates: readonly string[];
  readonly cases: number;
  /** Cases whose amount is unknown; they are among the cases and in no amount. */
  readonly unknown: number;
};

export const proofs = ['signed', 'unsigned', 'unsourced'] as const;
/** How far a claim is proven; what has no source proves nothing, signed or not. */
export type Proof = (typeof proofs)[number];

export type CountedClaim = ContributedClaim & {
  readonly proof: Proof;
  /** The day it counts on: signed, or, without a signature, the last day of the value. */
  readonly countsOn: IsoDate;
  readonly worth: Worth;
};

/** Signed claims of one value point or account; the name is null for claims without a value point. Keys tell two of one name apart. */
export type ProvenOf = { readonly key: string; readonly name: string | null; readonly sum: MoneySum };

export type ContributionFigure =
  | {
      readonly key: Proof | 'renewals' | 'rises' | 'falls' | 'new-lines';
      readonly kind: 'money';
      readonly sum: MoneySum;
    }
  | {
      readonly key: 'renewed' | 'kept-us' | 'kept-customer';
      readonly kind: 'share';
      readonly share: Share;
      /** Cases nobody has judged yet; they are not among the cases. */
      readonly unscored: number;
    }
  | { readonly key: 'reviews'; readonly kind: 'count'; readonly count: number; readonly accounts: number }
  /** The book has no place for it: not zero, not known. */
  | { readonly key: 'risks' | 'references'; readonly kind: 'not-recorded' };

/** Where the book keeps what a figure is counted from; null where it keeps nothing of the kind. */
export const figureSource = {
  signed: 'claims',
  unsigned: 'claims',
  unsourced: 'claims',
  renewed: 'contracts',
  renewals: 'contracts',
  rises: 'contracts',
  falls: 'contracts',
  'new-lines': 'contracts',
  reviews: 'reviews',
  'kept-us': 'commitments',
  'kept-customer': 'commitments',
  risks: null,
  references: null,
} as const satisfies Readonly<Record<ContributionFigure['key'], string | null>>;

export type Contribution = {
  readonly figures: readonly ContributionFigure[];
  readonly byValuePoint: readonly ProvenOf[];
  readonly byAccount: readonly ProvenOf[];
  readonly claims: readonly CountedClaim[];
  readonly movements: readonly Movement[];
  /** Renewals and price changes whose two prices cannot be compared. */
  readonly incomparable: number;
  /** Contracts that follow another without saying whether they renew it. */
  readonly unlinked: number;
};

/** The fiscal quarter before the one that today lies in. */
export function lastQuarter(today: IsoDate, fiscalStart: FiscalStart): Period {
  return quarterPeriod(shiftQuarter(fiscalQuarterOf(today, fiscalStart), -1), fiscalStart);
}

/** The day a period is told as of: its last, or today while it runs. */
export function asOfDay(period: Period, today: IsoDate): IsoDate {
  if (today < period.to) return today;
  return period.to;
}

/**
 * What customer success contributed in the period, over all the accounts given (domain.md 5, inside). Every case counts on one
 * day, so that four quarters add up to their year: a claim on the day it was signed, a contract on the day it began or its
 * price changed, a commitment on the day it was due.
 */
export function contribution(facts: ContributionFacts, period: Period): Contribution {
  const claims = facts.claims
    .map(counted)
    .filter(({ countsOn }) => includes(period, countsOn))
    .sort((a, b) => (a.countsOn < b.countsOn ? -1 : a.countsOn > b.countsOn ? 1 : a.id - b.id));
  const signed = claims.filter(({ proof }) => proof === 'signed');
  const sum = (cases: readonly Case[]) => moneySum(cases, facts);
  const proven = (some: readonly CountedClaim[]) => sum(some.map(caseOf));
  const { today, gapDays } = facts;
  const contracts = withAutomaticRenewals(facts.contracts, today, gapDays, 'every');
  const { movements: all, unlinked } = contractMovements(contracts, gapDays);
  const movements = all.filter(({ on }) => includes(period, on));
  const changed = movements.filter(({ kind }) => kind !== 'new-line');
  const differing = (holds: (minor: number) => boolean) =>
    sum(
      changed.flatMap(({ on, difference }) =>
        difference !== null && holds(difference.minor) ? [{ on, money: difference }] : [],
      ),
    );
  const begun = (kind: Movement['kind']) =>
    sum(movements.filter((each) => each.kind === kind).map(({ on, after }) => ({ on, money: after })));
  const reviews = facts.reviews.filter(({ heldOn }) => includes(period, heldOn));
  return {
    figures: [
      ...proofs.map((key) => ({
        key,
        kind: 'money' as const,
        sum: proven(claims.filter(({ proof }) => proof === key)),
      })),
      { key: 'renewed', kind: 'share', ...renewedShare({ ...facts, contracts }, period) },
      { key: 'renewals', kind: 'money', sum: begun('renewal') },
      { key: 'rises', kind: 'money', sum: differing((minor) => minor > 0) },
      { key: 'falls', kind: 'money', sum: differing((minor) => minor < 0) },
      { key: 'new-lines', kind: 'money', sum: begun('new-line') },
      {
        key: 'reviews',
        kind: 'count',
        count: reviews.length,
        accounts: new Set(reviews.map(({ accountId }) => accountId)).size,
      },
      { key: 'kept-us', kind: 'share', ...keptBy('us', facts.commitments, period) },
      { key: 'kept-customer', kind: 'share', ...keptBy('customer', facts.commitments, period) },
      { key: 'risks', kind: 'not-recorded' },
      { key: 'references', kind: 'not-recorded' },
    ],
    byValuePoint: grouped(
      signed,
      ({ valuePoint }) => valuePoint ?? '',
      ({ valuePoint }) => valuePoint,
      proven,
    ),
    byAccount: grouped(
      signed,
      ({ accountId }) => accountId,
      ({ account }) => account,
      proven,
    ),
    claims,
    movements,
    incomparable: changed.filter(({ difference }) => difference === null).length,
    unlinked: unlinked.filter((on) => includes(period, on)).length,
  };
}

/** A share of the cases with an outcome, and how many have none yet. */
type ShareOfScored = { readonly share: Share; readonly unscored: number };

/** An amount and the day whose rate it is told by. */
type Case = { readonly on: IsoDate; readonly money: Money | null };

function moneySum(
  cases: readonly Case[],
  { baseCurrency, rates }: Pick<ContributionFacts, 'baseCurrency' | 'rates'>,
): MoneySum {
  const known = cases.flatMap(({ on, money }) => (money === null ? [] : [{ on, money }]));
  const missing = new Set<string>();
  let minor = 0;
  for (const { on, money } of known) {
    const inBase = toBaseMinor(money.minor, money.currency, baseCurrency, rates, on);
    if (inBase === null) missing.add(money.currency);
    else minor += inBase;
  }
  return {
    amounts: sumByCurrency(known.map(({ money }) => money)),
    inBase: known.length === 0 || missing.size > 0 ? null : { minor, currency: baseCurrency },
    missingRates: [...missing].sort(),
    cases: cases.length,
    unknown: cases.length - known.length,
  };
}

function counted(claim: ContributedClaim): CountedClaim {
  const proof = !isSourced(claim) ? 'unsourced' : claim.signedOn === null ? 'unsigned' : 'signed';
  return { ...claim, proof, countsOn: claim.signedOn ?? claim.period.to, worth: claimWorth(claim) };
}

function caseOf({ countsOn, worth }: CountedClaim): Case {
  return { on: countsOn, money: worth.kind === 'worth' ? worth.money : null };
}

/** The most in the base currency first; what cannot be told in it last, by name. */
function grouped(
  claims: readonly CountedClaim[],
  keyOf: (claim: CountedClaim) => string | number,
  nameOf: (claim: CountedClaim) => string | null,
  proven: (some: readonly CountedClaim[]) => MoneySum,
): ProvenOf[] {
  return [...Map.groupBy(claims, keyOf)]
    .map(([key, some]) => ({ key: `${key}`, name: some[0] ? nameOf(some[0]) : null, sum: proven(some) }))
    .sort(
      (a, b) =>
        (b.sum.inBase?.minor ?? Number.NEGATIVE_INFINITY) -
          (a.sum.inBase?.minor ?? Number.NEGATIVE_INFINITY) || ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
    );
}

/** Of the terms that ended in the period, those renewed; what is still open stands apart. */
function renewedShare(
  { contracts, today, gapDays }: Pick<ContributionFacts, 'contracts' | 'today' | 'gapDays'>,
  period: Period,
): ShareOfScored {
  const ofAccount = Map.groupBy(contracts, ({ accountId }) => accountId);
  const outcomes = contracts
    .filter(({ endOn }) => endOn !== null && includes(period, endOn))
    .map((each) => renewalOutcome(each, ofAccount.get(each.accountId) ?? [], today, gapDays));
  const decided = outcomes.filter((outcome) => outcome !== 'open');
  const part = decided.filter((outcome) => outcome === 'renewed').length;
  return { share: { part, cases: decided.length }, unscored: outcomes.length - decided.length };
}

function keptBy(
  side: CommitmentSide,
  commitments: ContributionFacts['commitments'],
  period: Period,
): ShareOfScored {
  const due = commitments.filter((each) => each.side === side && includes(period, each.dueOn));
  const { unscored, ...share } = keptOf(due);
  return { share, unscored };
}
