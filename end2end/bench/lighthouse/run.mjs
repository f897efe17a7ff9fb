// node run.mjs <folder of the static demonstration> [path]
// Lighthouse, its mobile preset, on the folder served by a plain static host; prints JSON, scores from 0 to 100.
import fs from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serve } from '../static.mjs';

const [folder, start = ''] = process.argv.slice(2);
const host = await serve(folder);
const chrome = await launch({
  chromePath: process.env.CHROMIUM,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const result = await lighthouse(host.address + start, { port: chrome.port, output: 'json', logLevel: 'error' });
  const { categories, audits, lighthouseVersion, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(runtimeError.message);
  const score = (name) => Math.round(categories[name].score * 100);
  if (process.env.LIGHTHOUSE_REPORT) fs.writeFileSync(process.env.LIGHTHOUSE_REPORT, result.report);
  const lost = Object.values(audits)
    .filter((audit) => audit.score !== null && audit.score < 1)
    .map((audit) => `${audit.id} ${audit.displayValue ?? ''}`.trim());
  console.log(JSON.stringify({
    version: lighthouseVersion,
    performance: score('performance'),
    accessibility: score('accessibility'),
    best_practices: score('best-practices'),
    seo: score('seo'),
    lost,
  }));
} finally {
  chrome.kill();
  host.close();
}
