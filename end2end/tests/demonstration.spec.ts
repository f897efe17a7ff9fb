// The market without a server: a visitor of the static demonstration plays its people in turn, in both languages and at both
// widths, from plain files below a path; axe on every page on the way.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, LANGUAGES, test, type Language } from './hub';
import { go, kept, reach, settled, sound } from './office_page';
import { StaticHost } from './static_host';

const FOLDER = process.env.HUB_DEMO ?? join(import.meta.dirname, '../../dist');

const WORDS = {
  en: {
    bar: 'Demonstration', whom: 'Whom do you want to play?', play: 'Play', switch: 'Switch', again: 'Start again',
    sure: 'Yes, start again', begun: 'The demonstration has begun anew.', damaged: /could not be read/, nobody: /playing nobody yet/,
    hello: /Good to see you/, menu: 'Office menu', company: 'Company', account: 'Account', invitee: "Colleague's e-mail",
    invite: 'Make an invitation link', open: 'Open the invitation, then switch to somebody',
    invited: 'You are invited to a company', accept: 'Accept the invitation', readOnly: /Only administrators/,
    about: 'About the company, in English', save: 'Save the profile', saved: 'The profile is saved', keep: 'Save mine over it',
    signUp: 'Sign up your company', supplier: 'Supplier', number: 'Company number', nameOwn: 'Name in English', name: 'Your name',
    email: 'E-mail', password: 'Password', create: 'Create account and company', present: 'Present password', next: 'New password',
    change: 'Change the password', noPasswords: /no passwords and codes in this demonstration/, goods: 'My catalogue',
    all: 'Select all that are shown', publish: 'Publish', withdraw: 'Withdraw', done: '1 published', refused: /1 not done/,
    gone: '7 withdrawn', shown: 'Published', draft: 'Draft', faulty: 'Needs mending', over: 'Withdrawn',
  },
  zh: {
    bar: '演示', whom: '您想扮演谁？', play: '扮演', switch: '切换', again: '重新开始', sure: '是，重新开始',
    begun: '演示已重新开始。', damaged: /无法读取/, nobody: /尚未选择角色/, hello: /您好/, menu: '工作台菜单', company: '企业',
    account: '账户', invitee: '同事的邮箱', invite: '生成邀请链接', open: '打开邀请，然后切换角色', invited: '您受邀加入一家企业',
    accept: '接受邀请', readOnly: /只有管理员/, about: '企业介绍（英文）', save: '保存资料', saved: '资料已保存', keep: '用我的覆盖',
    signUp: '企业注册', supplier: '供应商', number: '企业编号', nameOwn: '中文名称', name: '姓名', email: '邮箱', password: '密码',
    create: '创建账户和企业', present: '当前密码', next: '新密码', change: '修改密码', noPasswords: /演示中没有密码和验证码/,
    goods: '我的商品', all: '选择当前全部', publish: '发布', withdraw: '下架', done: '已发布 1 个', refused: /1 个未完成/,
    gone: '已下架 7 个', shown: '已发布', draft: '草稿', faulty: '需要修正', over: '已下架',
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

let host: StaticHost;
test.beforeEach(async () => { host = await StaticHost.serve(FOLDER, '/deep/er/'); });
test.afterEach(() => host.stop());

const bar = (page: Page, language: Language) => page.getByRole('complementary', { name: WORDS[language].bar });
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });

/** Opens the office as a visitor does who was never here, and plays somebody. This host knows files only, so that a page can
    be loaded again as soon as the browser keeps the site. */
async function enter(page: Page, language: Language, who: string) {
  await go(page, `${host.address}${language}/office/`);
  await expect(heading(page)).toHaveText(WORDS[language].whom);
  await page.getByRole('main').getByRole('button', { name: new RegExp(`^${WORDS[language].play} .*${who}`) }).click();
  await expect(heading(page)).toHaveText(WORDS[language].hello);
  await kept(page);
}

/** Plays somebody else by the bar. */
async function change(page: Page, language: Language, who: string) {
  const words = WORDS[language];
  await bar(page, language).getByRole('button', { name: words.switch }).click();
  await bar(page, language).getByRole('button', { name: new RegExp(`^${words.play} .*${who}`) }).click();
  await expect(bar(page, language).locator('b').first()).toContainText(who);
}

async function toCompany(page: Page, language: Language) {
  const words = WORDS[language];
  await reach(page, words.menu, words.account, words.company);
  await expect(page.locator('#members li').first()).toBeVisible();
}

async function toGoods(page: Page, language: Language) {
  const words = WORDS[language];
  await reach(page, words.menu, words.account, words.goods);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: a visitor is a buyer, a supplier and the reviewer in turn, and invites one as another`, async ({ page }) => {
    test.setTimeout(120_000);
    const main = page.getByRole('main');
    await go(page, `${host.address}${language}/office/`);
    await expect(bar(page, language)).toContainText(words.nobody);
    await expect(main.getByRole('listitem').filter({ has: page.getByRole('button') })).toHaveCount(12);
    await sound(page);

    await enter(page, language, 'Chen Hao');
    await sound(page);
    await toCompany(page, language);
    await expect(page.locator('#members li')).toHaveCount(2);
    await main.getByLabel(words.invitee).fill('kumar.rajan@tuasbolt.example');
    await main.getByRole('button', { name: words.invite }).click();
    await main.getByRole('link', { name: words.open }).click();
    await expect(heading(page)).toHaveText(words.invited);

    // Whoever is played next finds the invitation.
    await bar(page, language).getByRole('button', { name: words.switch }).click();
    await sound(page);
    await bar(page, language).getByRole('button', { name: /Kumar Rajan/ }).click();
    await expect(bar(page, language).locator('b').first()).toContainText('Kumar Rajan');
    await expect(heading(page)).toHaveText(words.invited);
    await main.getByRole('button', { name: words.accept }).click();
    await expect(page.locator('#members li')).toHaveCount(3);
    await expect(page.locator('#profile')).toContainText(words.readOnly);
    await sound(page);

    await change(page, language, 'Ong Mei Xuan');
    await expect(heading(page)).toHaveText(words.hello);
    await page.reload();
    await settled(page);
    await expect(bar(page, language).locator('b').first()).toContainText('Ong Mei Xuan');
    await sound(page);

    await bar(page, language).getByRole('button', { name: words.again }).click();
    await sound(page);
    await bar(page, language).getByRole('button', { name: words.sure }).click();
    await expect(heading(page)).toHaveText(words.whom);
    await enter(page, language, 'Kumar Rajan');
    await toCompany(page, language);
    await expect(page.locator('#members')).toContainText('kumar.rajan@tuasbolt.example');
    await expect(bar(page, language)).not.toContainText('Qianhai');
    expect(host.missing).toEqual([]);
  });

  test(`${language}: a company signs up, and what needs a password says that there is none`, async ({ page }) => {
    const main = page.getByRole('main');
    await go(page, `${host.address}${language}/office/sign-up/`);
    await expect(heading(page)).toHaveText(words.signUp);
    await main.getByLabel(words.supplier).check();
    await main.getByLabel(words.number).fill('202630832C');
    await main.getByLabel(words.nameOwn).fill('Jurong Nuts');
    await main.getByLabel(words.name, { exact: true }).fill('Wei Ling');
    await main.getByLabel(words.email).fill('wei.ling@jurongnuts.example');
    await main.getByLabel(words.password, { exact: true }).fill('correct horse battery staple');
    await main.getByRole('button', { name: words.create }).click();
    await expect(heading(page)).toHaveText(words.hello);
    await expect(bar(page, language)).toContainText('Jurong Nuts');
    await sound(page);
    await page.getByRole('navigation', { name: words.menu }).getByRole('link', { name: words.account }).click();
    await main.getByLabel(words.present).fill('correct horse battery staple');
    await main.getByLabel(words.next).fill('four unrelated words here');
    await main.getByRole('button', { name: words.change }).click();
    await expect(main.getByRole('alert')).toHaveText(words.noPasswords);
    await sound(page);
  });

  test(`${language}: a supplier publishes and withdraws goods, is told of a faulty cell, and all of it stays`, async ({ page }) => {
    test.setTimeout(120_000);
    await enter(page, language, 'Tan Wei Ling');
    await toGoods(page, language);
    const states = page.locator('.goods-list tbody .goods-state');
    // In the order of their numbers; the last has a minimum order that its prices do not have.
    await expect(states).toHaveText([...Array(5).fill(words.shown), words.draft, words.shown, words.draft]);
    await sound(page);
    await page.getByLabel(words.all).check();
    await page.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(page.getByText(words.done)).toBeVisible();
    await expect(page.getByText(words.refused)).toBeVisible();
    await expect(states).toHaveText([...Array(7).fill(words.shown), words.faulty]);
    await expect(page.locator('.goods-list td.moq input[aria-invalid="true"]')).toHaveCount(1);
    await sound(page);

    await page.reload();
    await settled(page);
    await expect(states).toHaveText([...Array(7).fill(words.shown), words.draft]);
    await page.getByLabel(words.all).check();
    await page.getByRole('button', { name: words.withdraw, exact: true }).click();
    await expect(page.getByText(words.gone)).toBeVisible();
    await expect(states).toHaveText([...Array(7).fill(words.over), words.draft]);
    await change(page, language, 'Nur Aisyah');
    await toGoods(page, language);
    await expect(states.first()).toHaveText(words.over);
    expect(host.missing).toEqual([]);
  });

  test(`${language}: two tabs play two people on one profile, and the second decides`, async ({ page }) => {
    const main = page.getByRole('main');
    await enter(page, language, 'Tan Wei Ling');
    await toCompany(page, language);
    const second = await page.context().newPage();
    await go(second, page.url());
    await expect(bar(second, language).locator('b').first()).toContainText('Tan Wei Ling');
    const there = second.getByRole('main');
    await there.getByLabel(words.about).fill('Bolts since 1987.');
    await there.getByRole('button', { name: words.save }).click();
    await expect(second.getByText(words.saved)).toBeVisible();
    await main.getByLabel(words.about).fill('Bolts and nuts.');
    await main.getByRole('button', { name: words.save }).click();
    const table = main.getByRole('region').getByRole('table');
    await expect(table).toContainText('Bolts since 1987.');
    await expect(table).toContainText('Bolts and nuts.');
    await main.getByRole('button', { name: words.keep }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
    await second.reload();
    await expect(there.getByLabel(words.about)).toHaveValue('Bolts and nuts.');
    // Each tab plays for itself.
    await change(second, language, 'Lin Yue');
    await page.reload();
    await expect(bar(page, language).locator('b').first()).toContainText('Tan Wei Ling');
  });

  test(`${language}: it goes on without a network, and says when what it kept was damaged`, async ({ page, context }) => {
    await enter(page, language, 'Goh Jun Ming');
    await expect.poll(() => page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state ?? 'none';
    }), { timeout: 30_000 }).toBe('activated');
    await context.setOffline(true);
    await page.reload();
    await settled(page);
    await toCompany(page, language);
    await page.getByRole('main').getByLabel(words.about).fill('Coffee without a network.');
    await page.getByRole('main').getByRole('button', { name: words.save }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('main').getByLabel(words.about)).toHaveValue('Coffee without a network.');

    await page.evaluate(() => new Promise<void>((done, fail) => {
      const open = indexedDB.open('hub.demo');
      open.onerror = () => fail(open.error);
      open.onsuccess = () => {
        const store = open.result.transaction('records', 'readwrite').objectStore('records');
        const keys = store.getAllKeys();
        keys.onsuccess = () => {
          // Any but the first, which is the seal.
          const gone = store.delete(keys.result[3]!);
          gone.onsuccess = () => { open.result.close(); done(); };
        };
      };
    }));
    await page.reload();
    await settled(page);
    await expect(bar(page, language)).toContainText(words.damaged);
    await expect(heading(page)).toHaveText(words.whom);
    await sound(page);
  });
}
