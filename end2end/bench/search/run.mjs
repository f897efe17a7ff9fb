// node run.mjs <plan.json>
// Does every job of the plan in one Chromium, each on a page of its own; prints JSON: times by the label of the job.
// What the engines answered and stored lies in the plan's folder `kept` afterwards.
//
// The plan, which `cargo hub bench search` writes: `folders` (first part of an address → folder), `kept`, and `jobs`,
// each with `label`, `page` (the script that measures), and `input`, the argument of its `measure`; `weigh`: label → file.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { argument, open } from '../browser.mjs';
import { host } from './host.mjs';
import { weighAll } from './weigh.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const plan = JSON.parse(fs.readFileSync(argument(0, 'the plan'), 'utf8'));
const modules = path.join(here, 'node_modules');
const { address, close } = await host({ bench: here, modules, ...plan.folders }, plan.kept);
const browser = await open();
const results = { chromium: browser.version() };

for (const { label, page: script, input } of plan.jobs) {
  console.error(label);
  // A context of its own is a process of its own: no engine inherits the heap or the warm code of another.
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${label}: ${error}`));
  try {
    await page.goto(address);
    results[label] = await page.evaluate(
      async ({ script, input }) => {
        if (!crossOriginIsolated) throw new Error('the page is not isolated: its clock is too coarse');
        const { measure } = await import(`/bench/${script}`);
        return measure(input);
      },
      { script, input: { ...input, label } },
    );
  } catch (error) {
    results[label] = { failed: String(error).split('\n')[0] };
    console.error(`${label}: ${error}`);
  }
  await context.close();
}

await browser.close();
close();
const files = { ...plan.weigh };
// Indexes of the peers outside of the browser lie there too.
for (const name of fs.readdirSync(plan.kept)) {
  if (name.endsWith('.index')) files[path.basename(name, '.index')] = path.join(plan.kept, name);
}
const weights = await weighAll(files, `${plan.kept}.weights.json`);
for (const [label, weight] of Object.entries(weights)) results[label] = { ...results[label], ...weight };
console.log(JSON.stringify(results));
