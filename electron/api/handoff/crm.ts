import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { getAccount } from '../../../db/account/query.ts';
import { bookSettings, today } from '../../../db/book/query.ts';
import { Failure } from '../../../db/failure.ts';
import { missingAnswer } from '../../../db/handoff/answer.ts';
import { crmAnswers, crmDeal, likeliestOpportunity } from '../../../db/handoff/crm-answer.ts';
import { editHandoff, getHandoff } from '../../../db/handoff/query.ts';
import { stateAnswer, takeAnswer } from '../../../db/handoff/source-query.ts';
import { fieldsOf } from '../../../db/handoff/template.ts';
import type { Book } from '../../../db/open.ts';
import { record } from '../../../db/record.ts';
import { readCrmExports } from '../../import/read-crm.ts';
import type { Service } from '../../service.ts';
import { count, one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

const source = one.extend({
  uploads: z.array(z.string()).min(1).max(10),
  /** The deal meant, by its place among the customer's; the likeliest when null. */
  opportunity: count.nullable(),
});

/** A handoff filled in from what a CRM exported. */
export const handoffCrmRouter = router({
  /** What the files say beside what is there, field by field; writes nothing. */
  compare: bookProcedure
    .input(source)
    .query(async ({ ctx: { book, service }, input }) => compared(book, service, input)),

  /**
   * Takes over the chosen fields, and what is said of the deal where nothing was known. `noteOthers` keeps what the CRM says
   * of the other contradicted fields beside their answers.
   */
  takeOver: bookProcedure
    .input(source.extend({ fields: z.array(z.string()).max(500), noteOthers: z.boolean() }))
    .mutation(async ({ ctx: { book, service }, input }) => {
      const { id } = input;
      const { rows, deal } = await compared(book, service, input);
      const handoff = await getHandoff(book.db, id);
      const on = await today(book);
      const chosen = new Set(input.fields);
      await record(
        book,
        { key: 'handoff.prefill', parameters: { account: handoff.accountName } },
        async (trx) => {
          for (const { field, after, differs } of rows) {
            const statement = { source: 'crm', answer: after, on } as const;
            if (chosen.has(field.key))
              await takeAnswer(trx, id, field, handoff.answers[field.key], { ...statement, reason: null });
            else if (differs && input.noteOthers) await stateAnswer(trx, id, field.key, statement);
          }
          const facts = {
            deal: handoff.deal ?? deal.deal,
            seller: handoff.seller ?? deal.seller,
            deal_percent: handoff.deal_percent ?? deal.percent,
            sales_cycle_days: handoff.sales_cycle_days ?? deal.salesCycleDays,
          };
          await editHandoff(trx, id, facts);
        },
      );
      return { taken: rows.filter(({ field }) => chosen.has(field.key)).length };
    }),
});

async function compared(book: Book, service: Service, input: z.infer<typeof source>) {
  const handoff = await getHandoff(book.db, input.id);
  const { legalName } = await getAccount(book.db, handoff.account_id);
  const { base_currency } = await bookSettings(book.db);
  const files = await Promise.all(input.uploads.map((upload) => uploaded(service, upload)));
  const names = [handoff.accountName, ...(legalName ? [legalName] : [])];
  const customer = readCrmExports(files, names);
  const at = input.opportunity ?? likeliestOpportunity(customer.opportunities, handoff.deal);
  const facts = {
    account: customer.accounts[0] ?? null,
    opportunity: at === null ? null : (customer.opportunities[at] ?? null),
    contacts: customer.contacts,
  };
  const answers = crmAnswers(handoff.template, facts, base_currency);
  return {
    files: customer.files,
    opportunities: customer.opportunities.map(({ name, closedOn, stage }) => ({ name, closedOn, stage })),
    opportunity: at,
    deal: crmDeal(facts),
    rows: fieldsOf(handoff.template).flatMap((field) => {
      const after = answers.get(field.key);
      if (after === undefined) return [];
      const given = handoff.answers[field.key];
      const before = given?.answer ?? '';
      const differs = missingAnswer(field, before) === null && before !== after;
      return [{ field, before, source: given?.source ?? null, after, same: before === after, differs }];
    }),
  };
}

async function uploaded(service: Service, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const transfer = service.transfers.find(id);
  if (!transfer) throw new Failure('import.gone');
  return { name: transfer.name, bytes: await readFile(transfer.path) };
}
