import { daysBetween, type IsoDate } from '../types/calendar.ts';
import { type Answer, missingAnswer, readAnswer } from './answer.ts';
import { fieldsOf, type HandoffField, type HandoffTemplate } from './template.ts';

type Stated = string | null;
export type CrmAccount = {
  readonly accountName: Stated;
  readonly industry: Stated;
  readonly employees: number | null;
  readonly city: Stated;
  readonly state: Stated;
  readonly country: Stated;
};
export type CrmOpportunity = {
  readonly name: Stated;
  readonly amount: Stated;
  readonly currency: Stated;
  readonly createdOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly stage: Stated;
  /** 0 to 100. */
  readonly percent: number | null;
  readonly owner: Stated;
  readonly products: Stated;
  readonly startOn: IsoDate | null;
  readonly endOn: IsoDate | null;
  readonly term: Stated;
  readonly reason: Stated;
  readonly competitors: Stated;
};
export type CrmContact = {
  readonly name: string;
  readonly title: Stated;
  readonly email: Stated;
  readonly phone: Stated;
  readonly role: Stated;
};

/** What a CRM says of one customer: its own row, the deal chosen, its people. */
export type CrmFacts = {
  readonly account: CrmAccount | null;
  readonly opportunity: CrmOpportunity | null;
  readonly contacts: readonly CrmContact[];
};

/** What is said of the deal itself, beside the fields of its delivery list. */
export type CrmDeal = {
  readonly deal: string | null;
  readonly seller: string | null;
  readonly percent: number | null;
  readonly salesCycleDays: number | null;
};

const sizes: readonly (readonly [under: number, key: string])[] = [
  [50, 'under-50'],
  [200, '50-199'],
  [1000, '200-999'],
  [5000, '1000-4999'],
  [Number.POSITIVE_INFINITY, 'from-5000'],
];

/** Roles as CRMs name them, for the field that asks for such a person. */
const roles: Readonly<Record<string, RegExp>> = {
  sponsor: /decision.?maker|economic|budget.?holder|sponsor|决策|预算|拍板/i,
  champion: /champion|advocate|supporter|拥护|支持者|内部推动/i,
  detractor: /blocker|detractor|opponent|反对|阻碍/i,
  'it-contact': /technical|\bit\b|技术|信息/i,
};
const deciding = /decision|economic|budget|executive|purchas|procure|legal|决策|预算|采购|法务/i;
const using = /end.?user|business user|使用者|用户/i;

/**
 * The answers a CRM's facts give to the fields of a delivery list, by field; only those the field can hold. A field whose
 * meaning is not known by its key gets none.
 */
export function crmAnswers(
  template: HandoffTemplate,
  { account, opportunity, contacts }: CrmFacts,
  currency: string,
): ReadonlyMap<string, Answer> {
  const people = (pattern: RegExp) => contacts.filter(({ role }) => role !== null && pattern.test(role));
  const listed = (of: readonly CrmContact[]) => of.map(personLine).join('\n') || null;
  const size =
    account?.employees == null ? null : sizes.find(([under]) => (account.employees ?? 0) < under)?.[1];
  const stated: Readonly<Record<string, string | null | undefined>> = {
    industry: account?.industry,
    size,
    region: joined(account?.city, account?.state, account?.country),
    products: opportunity?.products,
    amount: amountText(opportunity),
    term: opportunity?.term,
    start: opportunity?.startOn,
    end: opportunity?.endOn,
    'why-bought': opportunity?.reason,
    competitors: opportunity?.competitors,
    ...Object.fromEntries(
      Object.entries(roles).map(([key, pattern]) => {
        const [first] = people(pattern);
        return [key, first && personLine(first)];
      }),
    ),
    'decision-makers': listed(people(deciding)),
    users: listed(people(using)),
  };
  return new Map(
    fieldsOf(template).flatMap((field): [string, Answer][] => {
      const answer = readable(field, stated[field.key] ?? '', currency);
      return answer === null ? [] : [[field.key, answer]];
    }),
  );
}

/** The deal's own facts. A cycle is counted in days from the day the deal was written down to the day it closed. */
export function crmDeal({ opportunity }: CrmFacts): CrmDeal {
  const { createdOn = null, closedOn = null } = opportunity ?? {};
  return {
    deal: opportunity?.name ?? null,
    seller: opportunity?.owner ?? null,
    percent: opportunity?.percent ?? null,
    salesCycleDays: createdOn && closedOn && createdOn <= closedOn ? daysBetween(createdOn, closedOn) : null,
  };
}

/** The deal meant by a name, or else the one that closes last. */
export function likeliestOpportunity(deals: readonly CrmOpportunity[], name: string | null): number | null {
  const named = deals.findIndex((deal) => name !== null && deal.name?.trim() === name.trim());
  if (named >= 0) return named;
  const last = deals.toSorted((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? ''))[0];
  return last ? deals.indexOf(last) : null;
}

function readable(field: HandoffField, text: string, currency: string): Answer | null {
  const { answer } = readAnswer(field, text, currency);
  return answer === null || missingAnswer(field, answer) !== null ? null : answer;
}

/** An amount with the currency its column names, unless it names one itself. */
function amountText(opportunity: CrmOpportunity | null): string | null {
  if (!opportunity?.amount) return null;
  const { amount, currency } = opportunity;
  return currency && !/[\p{L}\p{Sc}]/u.test(amount) ? `${amount} ${currency}` : amount;
}

function personLine({ name, title, email, phone }: CrmContact): string {
  return joined(name, title, email ?? phone) ?? name;
}

function joined(...parts: readonly (string | null | undefined)[]): string | null {
  return parts.filter((part) => part).join(', ') || null;
}
