import type { Noun } from '../../db/kernel/define.ts';
import { commitmentColumns } from '../commitment/own-columns.ts';
import type { OwnColumns } from './own-column.ts';

/** By noun, what its sheet has beside its definition. */
const own: Readonly<Record<string, OwnColumns>> = { commitment: commitmentColumns };

export function ownColumnsOf({ name }: Pick<Noun, 'name'>): OwnColumns {
  return own[name] ?? {};
}
