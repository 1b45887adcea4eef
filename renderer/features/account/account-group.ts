import { useTranslation } from 'react-i18next';
import { lifecycleStages } from '../../../db/domain/lifecycle.ts';
import type { AccountGroup } from '../../../db/queries/account-list.ts';

/** What a list can be cut by, in the order offered. */
export const accountGroups = [
  'stage',
  'tier',
  'owner',
  'region',
  'size',
  'industry',
] as const satisfies readonly AccountGroup[];

const sizes = ['large', 'mid', 'small'] as const;

/** The name of a group and of a value in it, in the user's language. */
export function useGroupNames() {
  const { t } = useTranslation();
  return {
    groupName: (group: AccountGroup) =>
      group === 'stage' || group === 'owner' ? t(`account.column.${group}`) : t(`account.field.${group}`),
    valueName(group: AccountGroup, value: string | null): string {
      if (value === null) return group === 'stage' ? t('account.list.noStage') : t('account.list.notSet');
      const stage = group === 'stage' && lifecycleStages.find((known) => known === value);
      if (stage) return t(`lifecycle.stage.${stage}`);
      const size = group === 'size' && sizes.find((known) => known === value);
      return size ? t(`account.choice.size.${size}`) : value;
    },
  };
}
