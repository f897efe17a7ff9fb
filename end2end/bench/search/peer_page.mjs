// In the page: builds, stores, opens and asks one peer; sends back its index, its answers and its times.
import { DEEP, PAGE, percentiles, spread, timeBest, timeEach } from './clock.mjs';
import { peer } from './peers.mjs';

const text = async (address) => (await fetch(address)).text();

/** `queries`: address of `[id, text]` each. Returns times in milliseconds; index and answers go to the server. */
export async function measure({ engine: name, set, documents, queries: address, label }) {
  const queries = await (await fetch(address)).json();
  const engine = await peer(name, set);
  const lines = (await text(documents)).split('\n').filter((line) => line.trim());
  const docs = lines.map((line) => JSON.parse(line));
  let index;
  const build = timeBest(() => { index = engine.build(docs); }, 1);
  const stored = engine.store(index);
  index = null;
  await fetch(`/keep/${label}.index`, { method: 'POST', body: stored });
  const open = timeBest(() => { index = engine.open(stored); });
  const rows = queries.flatMap(([id, query]) => engine.find(index, query, DEEP).map((hit) => `${id}\t${hit}`));
  await fetch(`/keep/${label}.tsv`, { method: 'POST', body: `${rows.join('\n')}\n` });
  const times = timeEach(spread(queries).map(([, query]) => () => engine.find(index, query, PAGE)));
  return { build, open, ...percentiles(times), documents: docs.length, queries: queries.length };
}
