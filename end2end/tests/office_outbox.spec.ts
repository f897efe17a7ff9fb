// What is written in the office, on the hub's own server: where it is can be read on every page, nobody loses it, and nobody
// sends what another has written.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, LANGUAGES, test as journeys, type Language } from './hub';
import { Device } from './outbox_device';
import { ask, found, PASSWORD, signIn, signUp } from './people';

// Requests fail on purpose here.
const test = journeys.extend<{ clean: void }>({ clean: [async ({}, use) => { await use(); }, { auto: true }] });

const WORDS = {
  en: {
    about: 'About the company, in English', save: 'Save the profile', quiet: 'All saved', sent: 'Sent', here: '1 saved here',
    panel: 'What you have saved', waiting: 'Saved here, waiting to be sent', company: 'Company profile', close: 'Close',
    reopened: /what you wrote last on this device/, typed: 'Typed, kept on this device', discard: 'Discard', sure: 'Discard for good',
  },
  zh: {
    about: '企业介绍（英文）', save: '保存资料', quiet: '已全部保存', sent: '已发送', here: '1 项已存本机', panel: '您保存的内容',
    waiting: '已存本机，等待发送', company: '企业资料', close: '关闭', reopened: /这是您上次在本机填写/, typed: '已填写，存于本机',
    discard: '放弃', sure: '确定放弃',
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

const status = (page: Page): Locator => page.locator('.office-head .sync');

/** Signs somebody up who has a company, and opens its page. */
async function enter(page: Page, language: Language = 'en') {
  await page.goto(`${language}/about`);
  const { email, account } = await signUp(page);
  const company = await found(page);
  await open(page, company, language);
  return { email, account, company };
}

async function open(page: Page, company: string, language: Language = 'en') {
  await page.goto(`${language}/office/company/${company}`);
  await expect(page.getByLabel(WORDS[language].about)).toBeVisible();
  await expect(status(page)).toBeVisible();
}

async function write(page: Page, text: string, language: Language = 'en') {
  await page.getByLabel(WORDS[language].about).fill(text);
}

async function save(page: Page, text: string, language: Language = 'en') {
  await write(page, text, language);
  await page.getByRole('button', { name: WORDS[language].save }).click();
}

/** What the hub has. */
async function about(page: Page, company: string): Promise<string> {
  return (await ask(page, 'GET', `v1/companies/${company}`)).body.about.en;
}

async function sound(page: Page) {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const found = (await axe.analyze()).violations;
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, 'pixels that stand out sideways').toBeLessThanOrEqual(0);
}

/** Runs before the outbox's thread does. */
async function before(context: BrowserContext, script: string) {
  await context.route(/\/outbox-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    // As text: the answer's own headers speak of compressed bytes.
    await route.fulfill({ contentType: 'text/javascript', body: `${script}\n${await response.text()}` });
  });
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: what is saved without a network is on the device, said to be, and sent later`, async ({ page, context }) => {
    const { company } = await enter(page, language);
    await expect(status(page)).toHaveText(words.quiet);
    await context.setOffline(true);
    await save(page, 'Bolts since 1987.', language);
    await expect(status(page)).toHaveText(words.here);
    await status(page).click();
    const panel = page.getByRole('dialog', { name: words.panel });
    await expect(panel.locator('.unsent-list li')).toHaveCount(1);
    await expect(panel).toContainText(words.company);
    await expect(panel).toContainText(words.waiting);
    await sound(page);
    await panel.getByRole('button', { name: words.close }).click();
    await context.setOffline(false);
    await expect(status(page)).toHaveText(words.sent, { timeout: 20_000 });
    expect(await about(page, company)).toBe('Bolts since 1987.');
    await sound(page);
  });

  test(`${language}: what is typed is there again after the page was closed, and can be let go`, async ({ page }) => {
    const { company } = await enter(page, language);
    await write(page, 'Bolts and', language);
    await page.waitForTimeout(1_000);
    await page.goto(`${language}/about`);
    await open(page, company, language);
    await expect(page.getByLabel(words.about)).toHaveValue('Bolts and');
    await expect(page.getByText(words.reopened)).toBeVisible();
    await status(page).click();
    const panel = page.getByRole('dialog', { name: words.panel });
    await expect(panel).toContainText(words.typed);
    await panel.getByRole('button', { name: words.discard, exact: true }).click();
    await panel.getByRole('button', { name: words.sure }).click();
    await expect(panel.locator('.unsent-list li')).toHaveCount(0, { timeout: 15_000 });
    await open(page, company, language);
    await page.waitForTimeout(500);
    await expect(page.getByLabel(words.about)).toHaveValue('');
  });
}

test('signing out with something unsent asks, and does what is answered', async ({ page, context }) => {
  test.skip(Boolean(test.info().project.use.isMobile), 'the button stands in the account on a phone');
  const { company, email } = await enter(page);
  const out = page.locator('.office-head').getByRole('button', { name: 'Sign out' });
  const asked = page.getByRole('alertdialog', { name: 'Not everything has been sent' });
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  const hold = /\/v1\/companies\//;

  await context.route(hold, (route) => route.abort());
  await save(page, 'Held back.');
  await expect(status(page)).toHaveText('1 saved here');
  await out.click();
  await asked.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(asked).toHaveCount(0);

  // Kept: still there when the same person is back.
  await out.click();
  await asked.getByRole('button', { name: 'Keep it here' }).click();
  await expect(heading).toHaveText('Sign in');
  await context.unroute(hold);
  await signIn(page, email);
  await open(page, company);
  await expect.poll(() => about(page, company), { timeout: 20_000 }).toBe('Held back.');

  // Sent first: the session ends when it has arrived.
  await context.route(hold, (route) => route.abort());
  await save(page, 'Sent first.');
  await expect(status(page)).toHaveText('1 saved here');
  await out.click();
  await asked.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByText('You are signed out as soon as everything has been sent.')).toBeVisible();
  await context.unroute(hold);
  await expect(heading).toHaveText('Sign in', { timeout: 30_000 });
  await signIn(page, email);
  expect(await about(page, company)).toBe('Sent first.');

  // Let go of.
  await open(page, company);
  await context.route(hold, (route) => route.abort());
  await save(page, 'Never sent.');
  await expect(status(page)).toHaveText('1 saved here');
  await out.click();
  await asked.getByRole('button', { name: 'Discard it' }).click();
  await expect(heading).toHaveText('Sign in');
  await context.unroute(hold);
  await signIn(page, email);
  await open(page, company);
  await page.waitForTimeout(2_000);
  await expect(status(page)).toHaveText('All saved');
  expect(await about(page, company)).toBe('Sent first.');
});

test('an expired session keeps what was saved, asks to sign in, and sends it then', async ({ page }) => {
  const { company, email } = await enter(page);
  await ask(page, 'POST', 'v1/sign-out');
  await save(page, 'Written after the session.');
  await expect(status(page)).toHaveText('1 saved here: sign in');
  await status(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
  const main = page.getByRole('main');
  await main.getByLabel('E-mail').fill(email);
  await main.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await main.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel(WORDS.en.about)).toBeVisible();
  await expect.poll(() => about(page, company), { timeout: 20_000 }).toBe('Written after the session.');
  await expect(status(page)).toHaveText('Sent');
});

test('another account on the same device neither sees nor sends what the first one wrote', async ({ page, context }) => {
  const first = await enter(page);
  const hold = /\/v1\/companies\//;
  await context.route(hold, (route) => route.abort());
  await save(page, 'Of the first.');
  await expect(status(page)).toHaveText('1 saved here');
  await ask(page, 'POST', 'v1/sign-out');
  await context.unroute(hold);
  const second = await enter(page);
  await expect(status(page)).toHaveText('All saved');
  await status(page).click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('1 item of another account waits on this device');
  await expect(panel.locator('.unsent-list li')).toHaveCount(0);
  await expect(panel).not.toContainText('Tuas');
  await panel.getByRole('button', { name: 'Close' }).click();
  await save(page, 'Of the second.');
  await expect.poll(() => about(page, second.company), { timeout: 20_000 }).toBe('Of the second.');
  await signIn(page, first.email);
  expect(await about(page, first.company)).toBe('');
  await open(page, first.company);
  await expect.poll(() => about(page, first.company), { timeout: 20_000 }).toBe('Of the first.');
});

test('two tabs say the same, and what one of them saved arrives once', async ({ page, context }) => {
  const { company } = await enter(page);
  const other = await context.newPage();
  await open(other, company);
  await context.setOffline(true);
  await save(page, 'From one tab.');
  for (const tab of [page, other]) await expect(status(tab)).toHaveText('1 saved here');
  await page.close();
  await context.setOffline(false);
  await expect.poll(() => about(other, company), { timeout: 40_000 }).toBe('From one tab.');
  await expect(status(other)).toHaveText(/All saved|Sent/);
  expect((await ask(other, 'GET', `v1/companies/${company}`)).body.version, 'founded, then changed once').toBe(2);
});

test('a clock that is wrong by years delays nothing and orders nothing', async ({ page, context }) => {
  const { company } = await enter(page);
  const YEARS = 20 * 365 * 86_400_000;
  for (const [ahead, text] of [[YEARS, 'In twenty years.'], [-YEARS, 'Twenty years ago.']] as const) {
    await before(context, `Date.now = ((now) => () => now() + ${ahead})(Date.now);`);
    await page.clock.setSystemTime(Date.now() + ahead);
    await open(page, company);
    // Its thread has come.
    await expect(status(page)).toHaveText(/All saved|Sent/);
    await context.setOffline(true);
    await save(page, text);
    await expect(status(page)).toHaveText('1 saved here');
    await context.setOffline(false);
    await expect.poll(() => about(page, company), { timeout: 20_000 }).toBe(text);
    await expect(status(page)).toHaveText('Sent');
  }
});

test('no room on the device is said, with a way out', async ({ baseURL }) => {
  // A browser of its own: quotas of contexts that keep nothing cannot be set.
  const device = new Device();
  try {
    await noRoom(await device.open(new URL('en/about', baseURL).href));
  } finally {
    await device.remove();
  }
});

async function noRoom(page: Page) {
  const { company } = await signUpHere(page);
  await page.goto(new URL(`en/office/company/${company}`, page.url().replace(/en\/.*/, '')).href);
  await expect(page.getByLabel(WORDS.en.about)).toBeVisible();
  await expect(status(page)).toHaveText('All saved');
  const context = page.context();
  await context.setOffline(true);
  const devtools = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await save(page, 'No room for this.');
  await expect(status(page)).toHaveText(/not saved here|saved once/i, { timeout: 10_000 });
  await status(page).click();
  await expect(page.getByRole('button', { name: 'Save what is unsent as a file' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(status(page)).toHaveText('1 saved here', { timeout: 30_000 });
}

async function signUpHere(page: Page) {
  await signUp(page);
  return { company: await found(page) };
}

test('a device that does not answer is told, with a way out', async ({ page, context }) => {
  await before(context, `
    const silent = () => new Promise(() => {});
    self.hang = () => {
      IDBFactory.prototype.open = () => new EventTarget();
      IDBDatabase.prototype.transaction = function () { return { objectStore: () => ({ get: () => ({}), put: () => ({}) }) }; };
      StorageManager.prototype.getDirectory = silent;
    };
    self.addEventListener('message', (event) => { if (event.data[0] === 'submit' || event.data[0] === 'type') self.hang(); });`);
  await enter(page);
  await expect(status(page)).toHaveText('All saved');
  await context.setOffline(true);
  await save(page, 'Nobody answers.');
  await expect(status(page)).toHaveText(/not saved here/i, { timeout: 10_000 });
  await offersAFile(page, 'Nobody answers.');
});

test('a database that hangs leaves one copy, which is said', async ({ page, context }) => {
  await before(context, `
    self.addEventListener('message', (event) => {
      if (event.data[0] !== 'type') return;
      IDBFactory.prototype.open = () => new EventTarget();
      IDBDatabase.prototype.transaction = function () { return { objectStore: () => ({ get: () => ({}), put: () => ({}) }) }; };
    });`);
  const { company } = await enter(page);
  await expect(status(page)).toHaveText('All saved');
  await context.setOffline(true);
  await save(page, 'Once only.');
  await expect(status(page)).toHaveText(/not saved here|saved once/i, { timeout: 10_000 });
  await expect(status(page)).toHaveText(/saved once/, { timeout: 20_000 });
  await offersAFile(page, 'Once only.');
  // The one copy is sent all the same.
  await context.setOffline(false);
  await expect.poll(() => about(page, company), { timeout: 30_000 }).toBe('Once only.');
});

async function offersAFile(page: Page, text: string) {
  await status(page).click();
  const panel = page.getByRole('dialog');
  const coming = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save what is unsent as a file' }).click();
  const file = await (await coming).path();
  expect(JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))).toContain(text);
  await panel.getByRole('button', { name: 'Close' }).click();
}
