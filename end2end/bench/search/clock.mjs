// How long things take: the best of some rounds, since everything else that the machine does only adds.

const ROUNDS = 5;
/** Queries that are timed; the slowest engine takes a tenth of a second for each. */
const TIMED = 500;

/** Hits that count for quality, and hits that are timed: a page shows fewer, an evaluation looks deeper. */
export const DEEP = 1000;
export const PAGE = 100;

/** At most so many as are timed, evenly from all. */
export function spread(all) {
  const step = Math.max(1, all.length / TIMED);
  const count = Math.min(all.length, TIMED);
  return Array.from({ length: count }, (_, at) => all[Math.floor(at * step)]);
}

/** Milliseconds of each call, best of the rounds. */
export function timeEach(calls) {
  const best = new Float64Array(calls.length).fill(Infinity);
  for (let round = 0; round < ROUNDS; round += 1) {
    calls.forEach((call, at) => {
      const started = performance.now();
      call();
      best[at] = Math.min(best[at], performance.now() - started);
    });
  }
  return best;
}

/** Milliseconds of one thing done anew each time, best of the rounds. */
export function timeBest(work, rounds = 3) {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** What most and what nearly all take. */
export function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
  return { p50: at(0.5), p95: at(0.95) };
}
