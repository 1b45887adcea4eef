import type { StakeholderShown } from '../../../db/contact/stakeholder.ts';
import type { InsideShown } from '../../../db/qbr/content.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import type { QbrVersion } from '../version.ts';
import { nothingYet, sectionSheet } from './section-page.ts';

/** Who is at the customer and what changed among them; only ever in the internal version. */
export function stakeholderSheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'stakeholder', [26, 26, 16, 22, 14, 30, 26], (page) => {
    const { people = [], since = null, sponsorsGone = [] } = content.inside?.stakeholders ?? {};
    if (sponsorsGone.length > 0)
      page.text(t('qbr.stakeholder.sponsorGone', { names: sponsorsGone.join(', ') }));
    if (people.length === 0) {
      nothingYet(page, review);
      return;
    }
    const roleWord = (role: StakeholderShown['role']) => role && t(`contact.choice.role.${role}`);
    page.table<StakeholderShown, string>(
      [
        { key: 'name', heading: t('qbr.stakeholder.person'), format: 'text', value: ({ name }) => name },
        { key: 'title', heading: t('qbr.role'), format: 'text', value: ({ title }) => title, wrap: true },
        {
          key: 'role',
          heading: t('qbr.stakeholder.role'),
          format: 'text',
          value: ({ role }) => roleWord(role),
        },
        {
          key: 'sentiment',
          heading: t('qbr.stakeholder.sentiment'),
          format: 'integer',
          value: ({ sentiment }) => sentiment,
        },
        {
          key: 'touched',
          heading: t('qbr.stakeholder.touched'),
          format: 'date',
          value: ({ lastTouchedOn }) => lastTouchedOn,
        },
        ...(since === null
          ? []
          : [
              {
                key: 'changes',
                heading: t('qbr.stakeholder.changeWord', { date: since }),
                format: 'text' as const,
                value: ({ changes }: StakeholderShown) =>
                  changes.map((change) => t(`qbr.stakeholder.change.${change}`)).join(', ') ||
                  t('qbr.stakeholder.unchanged'),
                wrap: true,
              },
              {
                key: 'before',
                heading: t('qbr.stakeholder.before'),
                format: 'text' as const,
                value: ({ roleBefore, titleBefore }: StakeholderShown) =>
                  [roleWord(roleBefore), titleBefore].filter(Boolean).join(', ') || null,
                wrap: true,
              },
            ]),
      ],
      people,
    );
    if (since === null) page.text(t('qbr.stakeholder.unknownSince'), 'muted');
  });
}

/** What the customer could buy next and whom to ask for a reference; only ever in the internal version. */
export function expansionSheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'expansion', [44, 24, 60], (page) => {
    const { expansion = [], advocacy = [] } = content.inside ?? {};
    page.section(t('qbr.idea.expansion'));
    if (expansion.length === 0) nothingYet(page, review);
    else
      page.table<InsideShown['expansion'][number], string>(
        [
          {
            key: 'point',
            heading: t('qbr.idea.valuePoint'),
            format: 'text',
            value: ({ valuePoint }) => valuePoint,
            wrap: true,
          },
          { key: 'note', heading: t('qbr.idea.note'), format: 'text', value: ({ note }) => note, wrap: true },
        ],
        expansion,
      );
    page.gap();
    page.section(t('qbr.idea.advocacy'));
    if (advocacy.length === 0) nothingYet(page, review);
    else
      page.table<InsideShown['advocacy'][number], string>(
        [
          {
            key: 'outcome',
            heading: t('qbr.idea.outcome'),
            format: 'text',
            value: ({ outcome }) => outcome,
            wrap: true,
          },
          { key: 'by', heading: t('qbr.idea.by'), format: 'text', value: ({ signedBy }) => signedBy },
          {
            key: 'quote',
            heading: t('qbr.idea.quote'),
            format: 'text',
            value: ({ quote }) => quote,
            wrap: true,
          },
        ],
        advocacy,
      );
  });
}
