/** What an import brings, in the order it is written: what others refer to comes first. */
export const importNouns = ['account', 'contact', 'contract', 'note'] as const;
export type ImportNoun = (typeof importNouns)[number];

type FieldGroups = Readonly<Record<ImportNoun, readonly (readonly string[])[]>>;

/** Fields without which no row of the noun can be imported; one of each group. */
export const neededFields: FieldGroups = {
  account: [['name', 'key']],
  contact: [
    ['accountKey', 'accountName'],
    ['name', 'lastName', 'firstName', 'email'],
  ],
  contract: [['accountKey', 'accountName', 'key']],
  note: [['accountKey', 'accountName'], ['body'], ['occurredOn']],
};

/** Fields without which rows hardly are of the noun, to tell a sheet by; one of each group. */
export const tellingFields: FieldGroups = {
  ...neededFields,
  contract: [...neededFields.contract, ['startOn', 'endOn', 'amount', 'monthlyAmount', 'annualAmount']],
  note: [['accountKey', 'accountName'], ['body']],
};
