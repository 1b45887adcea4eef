/**
 * Which backups stay: every one of the last 24 hours, the last of each of 14 days before, the last of each of 12 months
 * before that. Instants are ISO 8601 in UTC; the newest always stays.
 */
export function backupsToKeep(instants: readonly string[], now: Date): Set<string> {
  const newestFirst = [...instants].sort().reverse();
  const keep = new Set<string>(newestFirst.slice(0, 1));
  const seen = new Set<string>();
  for (const instant of newestFirst) {
    const period = periodOf(instant, now);
    if (period === null || seen.has(period)) continue;
    seen.add(period);
    keep.add(instant);
  }
  return keep;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Backups of one period compete, and the newest wins: an instant of its own, then a day, then a month; null when too old. */
function periodOf(instant: string, now: Date): string | null {
  const age = now.getTime() - Date.parse(instant);
  if (age <= day) return instant;
  if (age <= 15 * day) return instant.slice(0, 10);
  if (age <= 15 * day + 366 * day) return instant.slice(0, 7);
  return null;
}
