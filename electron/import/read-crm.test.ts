import { describe, expect, it } from 'vitest';
import { crmAnswers, crmDeal, likeliestOpportunity } from '../../db/handoff/crm-answer.ts';
import { builtInTemplates, deliveryList } from '../../db/handoff/template.ts';
import { readCrmExports } from './read-crm.ts';

const csv = (name: string, ...lines: string[]) => ({
  name,
  bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`),
});

const salesforce = [
  csv(
    'accounts.csv',
    '"Account ID","Account Name","Industry","Employees","Billing City","Billing State/Province","Billing Country","Account Owner"',
    '"001A","Harbor Retail","Retail","1,250","Shanghai","","China","Zhou Ming"',
    '"001B","Other Ltd","Mining","12","Perth","WA","Australia","Zhou Ming"',
  ),
  csv(
    'opps.csv',
    '"Opportunity Name","Account Name","Amount","Opportunity Currency","Created Date","Close Date","Stage","Probability (%)","Opportunity Owner"',
    '"Pilot","Harbor Retail","12,000.00","USD","3/14/2026","4/20/2026","Closed Won","100","Zhou Ming"',
    '"Rollout","harbor  retail","486,000.00","CNY","8/1/2026","11/30/2026","Negotiation","75","Zhou Ming"',
    '"Something else","Other Ltd","1.00","USD","1/1/2026","1/2/2026","Closed Lost","0","Xu Lan"',
  ),
  csv(
    'contacts.csv',
    '"First Name","Last Name","Account Name","Title","Email","Role"',
    '"Mei","Lin","Harbor Retail","COO","mei@harbor.example","Decision Maker"',
    '"敏","王","Harbor Retail","采购经理","","Procurement"',
    '"Bo","Shi","Harbor Retail","IT lead","bo@harbor.example","Technical Buyer"',
    '"Ann","Lee","Other Ltd","CEO","ann@other.example","Decision Maker"',
  ),
];

const hubspot = [
  csv(
    'hubspot-deals.csv',
    'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Deal probability,Create Date,Associated Company',
    '77,Rollout,Contract sent,2026-11-30 08:30,Zhou Ming,486000.0,0.75,2026-08-01 09:00,Harbor Retail',
  ),
  csv(
    'hubspot-companies.csv',
    'Record ID,Company name,Company owner,Create Date,Industry,Number of Employees,City,Country/Region',
    '5,Harbor Retail,Zhou Ming,2025-01-01 10:00,RETAIL,180,Shanghai,China',
  ),
  csv(
    'hubspot-contacts.csv',
    'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Buying Role,Primary Associated Company',
    '9,Mei,Lin,mei@harbor.example,,COO,BUDGET_HOLDER,Harbor Retail',
    '10,Jo,Chan,,139 0000 0000,Head of stores,CHAMPION,Harbor Retail',
  ),
];

describe('exports of a CRM', () => {
  it('give Salesforce’s facts of one customer, whatever the order of the files', () => {
    const customer = readCrmExports(salesforce.toReversed(), ['Harbor Retail']);
    expect(customer.files.map(({ noun, rows }) => [noun, rows])).toEqual([
      ['contact', 3],
      ['opportunity', 2],
      ['account', 1],
    ]);
    const at = likeliestOpportunity(customer.opportunities, null);
    expect(at).toBe(1);
    const opportunity = customer.opportunities[1] ?? null;
    const facts = { account: customer.accounts[0] ?? null, opportunity, contacts: customer.contacts };
    expect(Object.fromEntries(crmAnswers(deliveryList, facts, 'EUR'))).toEqual({
      industry: 'Retail',
      size: '1000-4999',
      region: 'Shanghai, China',
      amount: '486000.00 CNY',
      sponsor: 'Mei Lin, COO, mei@harbor.example',
      'it-contact': 'Bo Shi, IT lead, bo@harbor.example',
      'decision-makers': 'Mei Lin, COO, mei@harbor.example\n王敏, 采购经理',
    });
    expect(crmDeal(facts)).toEqual({
      deal: 'Rollout',
      seller: 'Zhou Ming',
      percent: 75,
      salesCycleDays: 121,
    });
  });

  it('give HubSpot’s facts, amounts without a currency in the book’s', () => {
    const { accounts, opportunities, contacts } = readCrmExports(hubspot, ['Harbor Retail']);
    const facts = { account: accounts[0] ?? null, opportunity: opportunities[0] ?? null, contacts };
    expect(Object.fromEntries(crmAnswers(deliveryList, facts, 'CNY'))).toMatchObject({
      industry: 'RETAIL',
      size: '50-199',
      region: 'Shanghai, China',
      amount: '486000.00 CNY',
      sponsor: 'Mei Lin, COO, mei@harbor.example',
      champion: 'Jo Chan, Head of stores, 139 0000 0000',
    });
    expect(crmDeal(facts)).toMatchObject({ percent: 75, salesCycleDays: 121 });
  });

  it('means the deal of the handoff’s name where there is one', () => {
    const { opportunities } = readCrmExports(salesforce, ['Harbor Retail']);
    expect(likeliestOpportunity(opportunities, 'Pilot')).toBe(0);
  });

  it('answers only fields the list has, and never the wrong customer’s', () => {
    const { accounts, opportunities, contacts, files } = readCrmExports(salesforce, ['Nobody']);
    expect([accounts, opportunities, contacts]).toEqual([[], [], []]);
    expect(files.map(({ rows }) => rows)).toEqual([0, 0, 0]);
    const own = readCrmExports(salesforce, ['Harbor Retail']);
    const facts = { account: own.accounts[0] ?? null, opportunity: null, contacts: [] };
    expect(crmAnswers(builtInTemplates.expansion, facts, 'CNY').size).toBe(0);
  });

  it('says which file is none of the three, and reads what is typed in for unknown as nothing', () => {
    const other = csv('prices.csv', 'Product,Price', 'A,1');
    const blanks = csv('a.csv', 'Account Name,Industry,Employees', 'Harbor Retail,N/A,unknown');
    const { files, accounts } = readCrmExports([other, blanks], ['Harbor Retail']);
    expect(files.map(({ noun }) => noun)).toEqual([null, 'account']);
    const facts = { account: accounts[0] ?? null, opportunity: null, contacts: [] };
    expect(crmAnswers(deliveryList, facts, 'CNY').size).toBe(0);
  });
});
