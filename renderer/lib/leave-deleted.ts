import { queryClient } from './api.ts';

/** For a mutation that deletes what the screen in front is about: the screen is left first, then everything is read anew. */
export const leavesFirst = { changesNothing: true } as const;

/** Reads everything anew once the screen of what was deleted is gone; otherwise it would ask for it once more, and be refused. */
export async function leaveDeleted(leave: () => void | Promise<void>): Promise<void> {
  await leave();
  await queryClient.invalidateQueries();
}
