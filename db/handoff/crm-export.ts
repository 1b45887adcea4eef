import type { ImportNoun } from '../import/noun.ts';
import { plainWord } from '../types/heading-word.ts';

export const crmProducts = ['salesforce', 'hubspot'] as const;
export type CrmProduct = (typeof crmProducts)[number];

/** What a CRM exports, each to a file of its own. */
export const crmNouns = ['account', 'opportunity', 'contact'] as const;
export type CrmNoun = (typeof crmNouns)[number];

/** A file known by its headings. */
export type CrmExport = { readonly product: CrmProduct; readonly noun: CrmNoun };

/** What the rows of such a file are to a book: a deal that was won is a contract. */
export const importNounOf: Readonly<Record<CrmNoun, ImportNoun>> = {
  account: 'account',
  opportunity: 'contract',
  contact: 'contact',
};

const ofAccount = {
  accountId: [
    'Account ID',
    'Associated Company IDs (Primary)',
    'Primary Associated Company ID',
    'Associated Company IDs',
    'Associated Company ID',
  ],
  accountName: [
    'Account Name',
    'Associated Company (Primary)',
    'Primary Associated Company',
    'Associated Company',
    'Primary Company',
    'Company name',
    'Company',
    '客户名称',
    '客户名',
    '公司名称',
  ],
} as const;

/**
 * The columns of both products' exports that are of use here, by what they mean: the headings these programs give them in
 * English and Chinese, and as field names in Salesforce's data export. Of several in one file the first one listed counts.
 */
export const crmColumns = {
  account: {
    id: ['Account ID', 'Record ID', 'Company ID', 'Id'],
    accountName: [...ofAccount.accountName, 'Name', '名称'],
    industry: ['Industry', '行业', '所属行业'],
    employees: [
      'Employees',
      'Number of Employees',
      'No. of Employees',
      '员工数',
      '员工人数',
      '员工数量',
      '雇员',
    ],
    city: ['Billing City', 'City', 'Shipping City', '城市', '帐单邮寄城市', '账单城市'],
    state: ['Billing State/Province', 'State/Region', 'Billing State', '省份', '州/地区'],
    country: ['Billing Country', 'Country/Region', 'Country', '国家', '国家/地区', '帐单邮寄国家/地区'],
    owner: ['Company owner'],
    salesOwner: ['Account Owner', '客户所有人'],
    status: ['Lifecycle Stage', 'Account Type', 'Type', '类型'],
    customerSince: ['Became a Customer Date'],
    description: ['Account Description', 'Description', 'About Us', '描述', '客户描述'],
  },
  opportunity: {
    id: ['Opportunity ID', 'Deal ID', 'Record ID', 'Id'],
    ...ofAccount,
    name: ['Opportunity Name', 'Deal Name', '业务机会名称', '商机名称', '交易名称'],
    amount: ['Amount', 'Deal Amount', 'Amount in company currency', '金额', '商机金额'],
    currency: [
      'Opportunity Currency',
      'Amount Currency',
      'Currency',
      'Deal Currency Code',
      'CurrencyIsoCode',
      '币种',
      '业务机会货币',
    ],
    createdOn: ['Created Date', 'Create Date', 'Created', '创建日期', '创建时间'],
    closedOn: ['Close Date', 'Closed Date', '结束日期', '关闭日期', '预计成交日期', '成交日期'],
    isWon: ['Is Closed Won', 'Is Won', 'Won'],
    stage: ['Stage', 'Deal Stage', 'StageName', '阶段', '商机阶段', '交易阶段'],
    percent: [
      'Probability (%)',
      'Deal probability',
      'Probability',
      '可能性 (%)',
      '可能性',
      '赢单率',
      '成交概率',
    ],
    owner: ['Opportunity Owner', 'Deal owner', 'Owner', '业务机会所有人', '商机负责人', '负责人'],
    products: ['Product Name', 'Products', 'Line Items', 'Associated Line Item', '产品名称', '产品'],
    startOn: [
      'Contract Start Date',
      'Subscription Start Date',
      'Service Start Date',
      'Start Date',
      '合同开始日期',
      '开始日期',
    ],
    endOn: [
      'Contract End Date',
      'Subscription End Date',
      'Service End Date',
      'End Date',
      '合同结束日期',
      '到期日期',
    ],
    term: ['Contract Term (months)', 'Contract Term', 'Term', '合同期限', '合同期限(月)'],
    reason: ['Closed Won Reason', 'Reason Won', 'Win Reason', '赢单原因', '成交原因'],
    competitors: ['Main Competitor(s)', 'Competitors', 'Competitor', '主要竞争对手', '竞争对手'],
  },
  contact: {
    ...ofAccount,
    name: ['Full Name', 'Contact Name', 'Name', '姓名', '联系人姓名'],
    firstName: ['First Name', '名', '名字'],
    lastName: ['Last Name', '姓', '姓氏'],
    title: ['Job Title', 'Title', '职务', '职位'],
    email: ['Email', 'Email Address', '电子邮件', '邮箱'],
    phone: ['Mobile', 'Mobile Phone', 'Mobile Phone Number', 'Phone', 'Phone Number', '手机', '电话'],
    role: ['Buying Role', 'Contact Role', 'Role', 'Role in Deal', '角色', '购买角色', '联系人角色'],
    lastTouchedOn: ['Last Activity', 'Last Activity Date', 'Last Contacted', '上次活动'],
  },
} as const satisfies Readonly<Record<CrmNoun, Readonly<Record<string, readonly string[]>>>>;

/** The field of an import each meaning fills; what is not here is left out, or guessed where nothing here says better. */
const fieldsFilled: {
  readonly [Noun in CrmNoun]: Partial<Readonly<Record<keyof (typeof crmColumns)[Noun], string>>>;
} = {
  account: {
    id: 'key',
    accountName: 'name',
    industry: 'industry',
    country: 'region',
    owner: 'owner',
    salesOwner: 'salesOwner',
    status: 'status',
    customerSince: 'customerSince',
    description: 'description',
  },
  opportunity: {
    id: 'key',
    accountId: 'accountKey',
    accountName: 'accountName',
    products: 'product',
    amount: 'amount',
    currency: 'currency',
    isWon: 'dealStage',
    stage: 'dealStage',
    startOn: 'startOn',
    endOn: 'endOn',
    term: 'termMonths',
  },
  contact: {
    accountId: 'accountKey',
    accountName: 'accountName',
    name: 'name',
    firstName: 'firstName',
    lastName: 'lastName',
    title: 'title',
    email: 'email',
    phone: 'phone',
    role: 'role',
    lastTouchedOn: 'lastTouchedOn',
  },
};

/** Columns that look like ours and are not: a company's close date is its latest deal's, a rating is how warm a lead is. */
const meantOtherwise: Readonly<Record<CrmNoun, readonly string[]>> = {
  account: ['Created Date', 'Create Date', 'Close Date', 'Rating', '创建日期'],
  opportunity: [],
  contact: ['Contact Owner', 'Contact ID', 'Record ID', 'Created Date', 'Create Date', 'Id', 'Account Owner'],
};

/** How a product's file is told: one heading of each group, and none of the others. The first that fits is it. */
const signatures: readonly (CrmExport & {
  readonly one: readonly (readonly string[])[];
  readonly none?: readonly string[];
})[] = [
  {
    product: 'salesforce',
    noun: 'opportunity',
    one: [
      ['Opportunity Name', '业务机会名称'],
      ['Stage', 'Amount', 'Close Date', 'Opportunity Owner', '阶段', '金额', '结束日期', '业务机会所有人'],
    ],
  },
  { product: 'salesforce', noun: 'opportunity', one: [['StageName'], ['CloseDate'], ['Name']] },
  {
    product: 'hubspot',
    noun: 'opportunity',
    one: [['Deal Name'], ['Deal Stage', 'Pipeline', 'Deal owner', 'Close Date']],
  },
  {
    product: 'salesforce',
    noun: 'contact',
    one: [
      ['Account Name', 'Account ID'],
      ['Last Name', 'Full Name', 'Contact Name'],
      ['Email', 'Title', 'Phone', 'Mobile', 'Role'],
      [
        'Contact ID',
        'Contact Owner',
        'Contact Role',
        'Salutation',
        'Mailing City',
        'Mailing Country',
        'Mailing State/Province',
        'Reports To',
        'Account Owner',
        'Lead Source',
        'OwnerId',
        'ReportsToId',
      ],
    ],
  },
  {
    product: 'hubspot',
    noun: 'contact',
    one: [
      ['First Name', 'Last Name'],
      ['Email'],
      [
        'Record ID',
        'Contact owner',
        'Marketing contact status',
        'Lifecycle Stage',
        'Associated Company',
        'Associated Company IDs',
        'Primary Associated Company ID',
      ],
    ],
    none: ['Account Name'],
  },
  {
    product: 'hubspot',
    noun: 'account',
    one: [
      ['Company name'],
      [
        'Record ID',
        'Company owner',
        'Company Domain Name',
        'Lifecycle Stage',
        'Associated Deal',
        'Associated Contact',
      ],
    ],
    none: ['First Name', 'Last Name', 'Email', 'Deal Name', 'Account Name'],
  },
  {
    product: 'salesforce',
    noun: 'account',
    one: [
      ['Account Name', '客户名', '客户名称'],
      [
        'Account Owner',
        'Billing City',
        'Billing Country',
        'Billing State/Province',
        'Account Site',
        'Account Source',
        'Parent Account',
        '客户所有人',
        '帐单邮寄城市',
        '帐单邮寄国家/地区',
      ],
    ],
    none: ['Contract Number', 'Contract Start Date', 'Start Date', 'Subject', 'Last Name', 'Case Number'],
  },
  {
    product: 'salesforce',
    noun: 'account',
    one: [['Id'], ['Name'], ['BillingCountry', 'BillingCity', 'NumberOfEmployees', 'AccountSource']],
    none: ['LastName', 'StageName'],
  },
];

/** The export these headings belong to; null for any other file. */
export function crmExportOf(headings: readonly string[]): CrmExport | null {
  const words = new Set(headings.map(plainWord));
  const has = (heading: string) => words.has(plainWord(heading));
  const found = signatures.find(({ one, none }) => one.every((group) => group.some(has)) && !none?.some(has));
  return found ? { product: found.product, noun: found.noun } : null;
}

/** What is known of a column: its field, or none; or perhaps one, for the user to say. */
export type KnownColumn = { readonly field: string | null; readonly suggestion: string | null };

/**
 * The import's field for each column of such a file; null where the heading says nothing and is to be guessed as in any
 * file. The day a deal was won is not the day its contract begins, but it is suggested where no column says that day.
 */
export function crmImportColumns(
  headings: readonly string[],
  noun: CrmNoun,
): readonly (KnownColumn | null)[] {
  const words = headings.map(plainWord);
  const meanings: Readonly<Record<string, readonly string[]>> = crmColumns[noun];
  const columnOf = (meaning: string) =>
    (meanings[meaning] ?? []).map((heading) => words.indexOf(plainWord(heading))).find((at) => at >= 0);
  const fields = new Map<number, string>();
  for (const [meaning, field] of Object.entries(fieldsFilled[noun])) {
    const column = columnOf(meaning);
    if (column !== undefined && !fields.has(column) && !fields.values().some((taken) => taken === field))
      fields.set(column, field);
  }
  const isDated = fields.values().some((field) => field === 'startOn');
  const closing = noun === 'opportunity' && !isDated ? columnOf('closedOn') : undefined;
  const known = new Set([...Object.values(meanings).flat(), ...meantOtherwise[noun]].map(plainWord));
  return words.map((word, column) =>
    known.has(word)
      ? { field: fields.get(column) ?? null, suggestion: column === closing ? 'startOn' : null }
      : null,
  );
}
