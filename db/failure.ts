/** What can go wrong in a way the user can act on. Words for each code stand in the catalogs under `failure`. */
export const failureCodes = [
  'attachment.missing',
  'attachment.altered',
  'attachment.gone',
  'book.none-open',
  'book.not-found',
  'book.not-a-book',
  'book.empty',
  'book.damaged',
  'book.newer-schema',
  'book.locked',
  'book.compared-already',
  'book.read-only',
  'book.exists',
  'book.disk-full',
  'book.no-access',
  'book.migration-failed',
  'change.conflict',
  'change.nothing-to-undo',
  'change.nothing-to-redo',
  'file.not-found',
  'file.too-large',
  'file.no-access',
  'file.in-use',
  'file.disk-full',
  'host.port-taken',
  'import.empty',
  'import.still-open',
  'import.unknown-format',
  'import.old-excel',
  'import.password-protected',
  'import.damaged',
  'import.too-large',
  'import.too-many-rows',
  'import.open-quote',
  'import.gone',
  'import.nothing-known',
  'import.account-card',
  'import.handoff-form',
  'import.questionnaire',
  'import.maturity-model',
  'import.review',
  'import.report',
  'export.too-many-rows',
  'record.not-found',
  'record.invalid',
  'record.ends-before-start',
  'assessment.finished',
  'assessment.outside-model',
  'assessment.reason-needed',
  'account.key-taken',
  'contact.reports-in-circle',
  'contract.end-before-start',
  'contract.key-taken',
  'contract.renews-foreign',
  'contract.renews-itself',
  'contract.price-outside-term',
  'contract.price-of-trial',
  'handoff.wrong-state',
  'handoff.reason-needed',
  'handoff.gap-unassigned',
  'handoff.gaps-open',
  'handoff-template.incomplete',
  'maturity-model.incomplete',
  'maturity-model.in-use',
  'maturity-model.built-in',
  'maturity-model.too-large',
  'maturity-model.damaged',
  'questionnaire.not-one',
  'questionnaire.other-model',
  'questionnaire.other-assessment',
  'handoff-form.not-a-form',
  'handoff-form.other-handoff',
  'record.name-taken',
  'qbr.frozen',
  'qbr.internal-field',
  'letterhead.not-a-picture',
  'letterhead.not-a-template',
  'letterhead.no-theme',
] as const;

export type FailureCode = (typeof failureCodes)[number];
export type FailureParameters = Readonly<Record<string, string | number>>;

/** An expected failure: a code from the closed set and what its sentence needs. Anything else thrown is a fault of ours. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly parameters: FailureParameters;

  constructor(code: FailureCode, parameters: FailureParameters = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(parameters)}`, options);
    this.code = code;
    this.parameters = parameters;
  }
}
