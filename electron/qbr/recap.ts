import { audienceOf } from '../../db/audience.ts';
import { bookSettings } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import { mailSender } from '../../db/mail/query.ts';
import type { Book } from '../../db/open.ts';
import { type QbrRecap, recapFields } from '../../db/qbr/recap.ts';
import { qbrRecap } from '../../db/qbr/recap-query.ts';
import { leakIn } from '../../db/types/audience.ts';
import type { IsoDate } from '../../db/types/calendar.ts';
import type { Language } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { type Mail, type Mailbox, mailFile } from '../files/mail-file.ts';
import { messagesIn } from '../messages.ts';

/** The recap of a review as a draft to the customer's people. @throws Failure record.not-found, qbr.internal-field */
export async function qbrRecapFile(book: Book, id: number, language: Language): Promise<Uint8Array> {
  const [recap, { owner }, { email }] = await Promise.all([
    qbrRecap(book.db, id),
    bookSettings(book.db),
    mailSender(book.db),
  ]);
  const mail = recapMail(recap, { name: owner, address: email }, language);
  return mailFile(mail, { writtenAt: book.now() });
}

/** The name its file gets unless the user chooses another. @throws Failure record.not-found */
export async function recapFileName(book: Book, id: number, language: Language): Promise<string> {
  return `${fileName(subjectOf(await qbrRecap(book.db, id), language))}.eml`;
}

function subjectOf({ account, review }: QbrRecap, language: Language): string {
  const t = messagesIn(language);
  return t('qbr.recap.subject', { account: account.name, kind: t(`qbr.kind.${review.kind}`) });
}

/**
 * The recap in words. What nothing was taken down for is left out, except that a review without decisions says so.
 * @throws Failure qbr.internal-field naming the field
 */
export function recapMail(recap: QbrRecap, from: Mailbox, language: Language): Mail {
  const leak = leakIn(recap, recapFields, audienceOf);
  if (leak) throw new Failure('qbr.internal-field', { field: leak.field ?? leak.path });
  const t = messagesIn(language);
  const { review, to, decisions, commitments, actions, next } = recap;
  const kind = t(`qbr.kind.${review.kind}`);
  const by = (who: string | null, dueOn: IsoDate | null) =>
    [who, dueOn === null ? null : t('qbr.recap.by', { date: dueOn })]
      .filter((part) => part)
      .join(t('qbr.recap.comma'));
  const line = (text: string, who: string | null, dueOn: IsoDate | null) => {
    const remark = by(who, dueOn);
    return remark === '' ? `- ${text}` : t('qbr.recap.line', { text, remark });
  };
  const list = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[heading, ...lines].join('\n')];
  const names = to.map(({ name }) => name).join(t('qbr.recap.and'));
  const paragraphs = [
    names === '' ? t('qbr.recap.helloAll') : t('qbr.recap.hello', { names }),
    review.heldOn
      ? t('qbr.recap.opening', { kind, date: review.heldOn })
      : t('qbr.recap.openingUndated', { kind }),
    decisions.length === 0
      ? t('qbr.recap.noDecisions')
      : [
          t('qbr.recap.decisions'),
          ...decisions.map(({ decision, decidedBy }) => line(decision, decidedBy, null)),
        ].join('\n'),
    ...(['us', 'customer'] as const).flatMap((side) =>
      list(
        t(`qbr.recap.commitments.${side}`),
        commitments
          .filter((commitment) => commitment.side === side)
          .map(({ text, promisedBy, dueOn }) => line(text, promisedBy, dueOn)),
      ),
    ),
    ...list(
      t('qbr.recap.actions'),
      actions.map(({ title, owner, dueOn }) => line(title, owner, dueOn)),
    ),
    next?.meetingOn
      ? t('qbr.recap.next', { kind: t(`qbr.kind.${next.kind}`), date: next.meetingOn })
      : t('qbr.recap.noNext'),
    t('qbr.recap.closing'),
    from.name,
  ];
  return {
    from,
    to,
    subject: subjectOf(recap, language),
    text: `${paragraphs.filter((each) => each !== '').join('\n\n')}\n`,
  };
}
