import { instantText } from '../../domain/instants.ts';
import type { RateLimiter } from '../../domain/ports.ts';
import { rateWindow } from '../rate-window.ts';
import type { MemoryDesk } from './memory-desk.ts';

/** Rate limits in memory. */
export function createMemoryRateLimiter(desk: MemoryDesk): RateLimiter {
  return {
    take: async (limit, now) => {
      const key = `${limit.subject} ${limit.windowSeconds} ${instantText(rateWindow(limit, now).start)}`;
      const taken = (desk.rates.get(key) ?? 0) + 1;
      desk.rates.set(key, taken);
      return taken <= limit.atMost;
    },

    takeOnce: async ({ subject, seconds, by }, now) => {
      const last = desk.letThrough.get(subject);
      const isHeld = last !== undefined && last.by !== by && last.at > instantText(now.subtract({ seconds }));
      if (isHeld) return false;
      desk.letThrough.set(subject, { at: instantText(now), by });
      return true;
    },
  };
}
