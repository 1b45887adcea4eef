import type { Reader, Writer } from '../schema.ts';
import type { Language } from '../types/language.ts';
import { builtInTemplates, type MailKind, type MailTemplate } from './template.ts';

/** A message's template in a language as it is in effect; `isOwn` when the user changed it. */
export async function mailTemplate(
  db: Reader,
  kind: MailKind,
  language: Language,
): Promise<MailTemplate & { readonly isOwn: boolean }> {
  const own = await db
    .selectFrom('mail_template')
    .select(['subject', 'body'])
    .where('kind', '=', kind)
    .where('language', '=', language)
    .executeTakeFirst();
  return own ? { ...own, isOwn: true } : { ...builtInTemplates[kind][language], isOwn: false };
}

export async function setMailTemplate(
  trx: Writer,
  kind: MailKind,
  language: Language,
  template: MailTemplate,
): Promise<void> {
  await trx
    .insertInto('mail_template')
    .values({ kind, language, ...template })
    .onConflict((conflict) => conflict.columns(['kind', 'language']).doUpdateSet(template))
    .execute();
}

/** The built-in words again. */
export async function resetMailTemplate(trx: Writer, kind: MailKind, language: Language): Promise<void> {
  await trx.deleteFrom('mail_template').where('kind', '=', kind).where('language', '=', language).execute();
}

/** How the book's owner signs a message. */
export type MailSender = {
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

export async function mailSender(db: Reader): Promise<MailSender> {
  const row = await db.selectFrom('mail_sender').select(['title', 'email', 'phone']).executeTakeFirst();
  return row ?? { title: null, email: null, phone: null };
}

export async function setMailSender(trx: Writer, sender: MailSender): Promise<void> {
  await trx
    .insertInto('mail_sender')
    .values({ id: 1, ...sender })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(sender))
    .execute();
}
