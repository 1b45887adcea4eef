import { missingAnswer } from '../../../../db/handoff/answer.ts';
import { fieldsOf } from '../../../../db/handoff/template.ts';
import type { MailValues } from '../../../../db/mail/template.ts';
import type { IsoDate } from '../../../../db/types/calendar.ts';
import { readPerson } from '../../../../db/types/person-text.ts';
import type { Format } from '../../../lib/format.ts';
import type { Handoff } from '../handoff-type.ts';

export type Recipient = { readonly name: string; readonly email: string | null };
export type Sender = {
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/** What is known for a message to the customer of a handoff, in the words of its language; null where it is not. */
export function welcomeValues(
  handoff: Handoff,
  { recipient, owner, sender, kickoffBy }: WelcomeFacts,
  format: Format,
): MailValues {
  const answer = (key: string) => {
    const field = fieldsOf(handoff.template).find((each) => each.key === key);
    const text = handoff.answers[key]?.answer ?? '';
    return field && missingAnswer(field, text) === null ? text : null;
  };
  const deadline = answer('outcome-deadline');
  return {
    customer: handoff.accountName,
    contact: recipient?.name ?? null,
    deal: handoff.deal,
    products: answer('products'),
    seller: handoff.seller,
    success: answer('success-definition'),
    'success-metric': answer('success-metric'),
    'metric-target': answer('metric-target'),
    deadline: deadline && format.longDate(deadline),
    'kickoff-by': kickoffBy && format.longDate(kickoffBy),
    csm: handoff.receiver ?? owner,
    'csm-title': sender.title,
    'csm-email': sender.email,
    'csm-phone': sender.phone,
  };
}

export type WelcomeFacts = {
  readonly recipient: Recipient | null;
  /** The book's owner, who writes where nobody else receives the handoff. */
  readonly owner: string;
  readonly sender: Sender;
  readonly kickoffBy: IsoDate | null;
};

/** Who can be written to: the account's contacts, then the people the answers name; each once. */
export function recipientsOf(handoff: Handoff, contacts: readonly Recipient[]): Recipient[] {
  const answered = ['sponsor', 'champion', 'it-contact'].flatMap((key) => {
    const person = readPerson(handoff.answers[key]?.answer ?? '');
    return person ? [{ name: person.name, email: person.email }] : [];
  });
  const all = [...contacts.map(({ name, email }) => ({ name, email })), ...answered];
  return all.filter(({ name }, at) => all.findIndex((each) => each.name === name) === at);
}
