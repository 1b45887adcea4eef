/** One of the three factors of success: no, half, yes. */
export type OutlookAnswer = 0 | 0.5 | 1;

export type OutlookAnswers = {
  readonly sponsorCommitted: OutlookAnswer | null;
  readonly productFits: OutlookAnswer | null;
  readonly employeesUse: OutlookAnswer | null;
};

/** Without its sponsor a customer succeeds by luck. */
const sponsorLostCap = 60;

/**
 * The outlook (成功三要素), a prior beside health: sponsor committed 40, product fits 40, employees use it 20. A sponsor lost caps
 * it at 60. Null while one of the three is unknown.
 */
export function outlook(
  { sponsorCommitted, productFits, employeesUse }: OutlookAnswers,
  isSponsorLost: boolean,
): number | null {
  if (sponsorCommitted === null || productFits === null || employeesUse === null) return null;
  const sum = 40 * sponsorCommitted + 40 * productFits + 20 * employeesUse;
  return isSponsorLost ? Math.min(sum, sponsorLostCap) : sum;
}
