// The outbox in a browser that is killed again and again while a bit is turned over in what it keeps: in each file of one of
// its two places in turn. Nothing that it said was kept is lost, and all of it arrives once and in order.
//
// All damage of a run is in the same place: that is what two places promise to survive. A run that damages the one, and one
// that damages the other, go side by side.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Device, Outbox, OutboxServer } from './outbox_device';

const FOLDER = process.env.HUB_DEMO ?? join(import.meta.dirname, '../../dist');
/** Of both runs together. `cargo hub torture browser` asks for others. */
const KILLS = Number(process.env.OUTBOX_KILLS ?? 50);
const FLIPS = Number(process.env.OUTBOX_FLIPS ?? 50);

// One engine, one size of window: there is nothing to see here.
test.skip(({ isMobile }) => Boolean(isMobile));
test.describe.configure({ mode: 'parallel', retries: 0 });

for (const place of ['IndexedDB', 'File System'] as const) {
  test(`what was kept survives kills and damage in ${place}, and arrives once`, async () => {
    const kills = Math.ceil(KILLS / 2);
    const flips = Math.ceil(FLIPS / 2);
    test.setTimeout(120_000 + kills * 12_000);
    const server = await OutboxServer.serve(FOLDER);
    const device = new Device();
    server.mood = 'gone';
    const safe = new Set<string>();
    const found: Record<string, number> = {};
    const touched = new Map<string, number>();
    let [number, flipped] = [0, 0];

    /** Starts the outbox and sees that nothing has gone. */
    async function start(kill: number): Promise<Outbox> {
      const outbox = await Outbox.start(await device.open(server.address), 'ann', kill || null);
      await expect.poll(() => outbox.last('found'), { timeout: 40_000, intervals: [20] }).toBeTruthy();
      const finding = String(outbox.last('found')![1]);
      found[finding] = (found[finding] ?? 0) + 1;
      const unsent = new Set(await outbox.unsent());
      expect([...safe].filter((name) => !unsent.has(name)), `lost at start ${kill}: ${finding}`).toEqual([]);
      return outbox;
    }

    try {
      for (let kill = 0; kill < kills; kill += 1) {
        const outbox = await start(kill);
        const names: string[] = [];
        const sending = (async () => {
          for (let i = 0; i < 12; i += 1) {
            names.push(`item-${number}`);
            await outbox.send(`item-${number}`, `talk-${number % 3}`);
            number += 1;
          }
        })().catch(() => {});
        await new Promise((done) => { setTimeout(done, 30 + Math.random() * 250); });
        await device.kill();
        await sending;
        for (const name of names) if (outbox.safe.has(outbox.id(name))) safe.add(name);
        const files = device.files(place);
        for (; flipped < Math.round((flips * (kill + 1)) / kills); flipped += 1) {
          const file = files[flipped % files.length];
          device.flip(file, Math.random());
          const kind = file.slice(device.profile.length).replace(/\d+/g, '0');
          touched.set(kind, (touched.get(kind) ?? 0) + 1);
        }
      }
      const outbox = await start(kills);
      server.mood = 'loses its answers';
      await outbox.say(['online']);
      await expect.poll(() => server.effects.size, { timeout: 60_000 }).toBeGreaterThan(0);
      server.mood = 'up';
      await outbox.say(['online']);
      await expect.poll(() => outbox.last('status')?.[1], { timeout: 120_000 }).toBe(0);
      const arrived = [...server.effects.values()].map((body) => JSON.parse(body).name as string);
      expect(new Set(arrived).size, 'once each').toBe(arrived.length);
      expect([...safe].filter((name) => !arrived.includes(name))).toEqual([]);
      for (const talk of [0, 1, 2]) {
        const order = arrived.map((name) => Number(name.slice(5))).filter((item) => item % 3 === talk);
        expect(order, 'in order').toEqual(order.toSorted((a, b) => a - b));
      }
      console.log(`${place}: ${kills} kills, ${flipped} flips, ${safe.size} kept, ${arrived.length} arrived`, found, Object.fromEntries(touched));
    } finally {
      await device.remove();
      await server.stop();
    }
  });
}
