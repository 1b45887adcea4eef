import type { Generated } from 'kysely';
import type { Language } from '../types/language.ts';
import type { MailKind } from './template.ts';

/** A message's words as the user changed them; no row while the built-in ones hold. */
export interface MailTemplateTable {
  id: Generated<number>;
  kind: MailKind;
  language: Language;
  subject: string;
  body: string;
}

/** How the book's owner is reached, for the end of a message. */
export interface MailSenderTable {
  id: Generated<number>;
  title: string | null;
  email: string | null;
  phone: string | null;
}
