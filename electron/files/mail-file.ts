export type Mailbox = { readonly name: string; readonly address: string | null };

export type Mail = {
  /** Who writes it; null leaves it to the mail program. */
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  /** Plain text; lines end with `\n`. */
  readonly text: string;
};

/**
 * A message as an `.eml` file (RFC 5322, UTF-8), which mail programs open as a draft to be looked over and sent. A person
 * without an address is left out: a header with a made-up one would be sent to nobody.
 * @param writtenAt when it is written
 */
export async function mailFile(
  { from, to, subject, text }: Mail,
  { writtenAt }: { writtenAt: Date },
): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer'); // no start needs it
  const sender = from && addressed([from])[0];
  const message = new MailComposer({
    ...(sender && { from: sender }),
    to: addressed(to),
    subject,
    text,
    date: writtenAt,
    // Outlook shows a message without it as one already received, which cannot be sent.
    headers: { 'X-Unsent': '1' },
    // Nothing a user writes makes this read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
    textEncoding: 'base64',
  }).compile();
  return message.build();
}

function addressed(people: readonly Mailbox[]): { name: string; address: string }[] {
  return people.flatMap(({ name, address }) => (address ? [{ name, address }] : []));
}
