import type { AccountTable } from '../account/table.ts';
import type { RelationKind } from '../contact/relationship.ts';
import type { ContactTable } from '../contact/table.ts';
import type { Bilingual } from '../types/language.ts';

/** One customer of the sample book. Amounts are whole yuan a year; days count from today, the past negative. */
export type Story = {
  readonly key: string;
  readonly name: Bilingual;
  readonly industry: Bilingual;
  readonly region: Bilingual;
  readonly size: AccountTable['size'];
  readonly tier: string;
  readonly product: Bilingual;
  readonly seats: number;
  readonly yearly: number;
  readonly endsInDays: number;
  readonly years: number;
  readonly tags: readonly Bilingual[];
  /** A price that changed in the term that runs: what it was before, and since when it is what it is. */
  readonly priceBefore?: { readonly yearly: number; readonly untilDaysAgo: number };
  readonly contacts: readonly Person[];
  /** Who stands how to whom, by their places among the contacts. */
  readonly relations?: readonly (readonly [who: number, kind: RelationKind, whom: number])[];
  readonly notes: readonly Line[];
  readonly next: readonly { readonly title: Bilingual; readonly dueInDays: number }[];
};
type Person = {
  readonly name: Bilingual;
  readonly title: Bilingual;
  readonly role: ContactTable['role'];
  readonly influence: number;
  readonly sentiment: number;
  readonly touchedDaysAgo: number;
};
type Line = {
  readonly kind: 'note' | 'meeting' | 'call' | 'email' | 'visit';
  readonly daysAgo: number;
  readonly body: Bilingual;
};

export const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });
export const eastChina = t('East China', '华东');
export const northChina = t('North China', '华北');
export const southChina = t('South China', '华南');
export const planning = t('Demand Planning', '需求计划');
export const platform = t('Operations Platform', '运营平台');

export function person(
  name: Bilingual,
  title: Bilingual,
  role: ContactTable['role'],
  influence: number,
  sentiment: number,
  touchedDaysAgo: number,
): Person {
  return { name, title, role, influence, sentiment, touchedDaysAgo };
}

export function line(kind: Line['kind'], daysAgo: number, body: Bilingual): Line {
  return { kind, daysAgo, body };
}
