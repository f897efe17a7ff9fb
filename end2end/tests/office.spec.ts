// The office, from signing a company up to a colleague's first step in it, in both languages and at both widths, on a real
// server; axe on every page on the way.
import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, LANGUAGES, test, type Language } from './hub';
import { go, reach, sound } from './office_page';

const OFFICE = {
  en: {
    signUp: 'Sign up your company', supplier: 'Supplier', number: 'Company number', numberWrong: /does not belong to the rest/,
    numberRight: /letter or digit is right/, nameEn: 'Name in English', nameZh: 'Name in Chinese', name: 'Your name',
    email: 'E-mail', password: 'Password', show: 'Show', create: 'Create account and company', look: /Some fields need another look/,
    short: /Twelve characters or more\. A sentence/, pair: 'Set up an authenticator', digits: 'Six digits', confirm: 'Confirm',
    codes: 'Save your recovery codes', kept: /I have saved them/, goOn: 'Continue', hello: /Good to see you/, needs: 'What needs you',
    account: 'Account', company: 'Company', signOut: 'Sign out', signIn: 'Sign in', code: 'Code', wrong: /is wrong/,
    factorAsked: /The password is right/, invitee: "Colleague's e-mail", invite: 'Make an invitation link', link: 'Invitation link',
    invited: 'You are invited to a company', newHere: 'I am new here', createAccount: 'Create account', accept: 'Accept the invitation',
    readOnly: /Only administrators/, save: 'Save the profile', about: 'About the company, in English', saved: 'The profile is saved',
    theirs: 'Saved by somebody else', keep: 'Save mine over it', browsers: 'Signed-in browsers', here: 'This browser',
    offline: /No answer from the hub/, notFound: 'There is no such page', menu: 'Office menu',
  },
  zh: {
    signUp: '企业注册', supplier: '供应商', number: '企业编号', numberWrong: /校验位与前面不符/, numberRight: /校验位正确/,
    nameEn: '英文名称', nameZh: '中文名称', name: '姓名', email: '邮箱', password: '密码', show: '显示', create: '创建账户和企业',
    look: /有几处需要修改/, short: /至少 12 个字符，用/, pair: '设置验证器', digits: '六位数字', confirm: '确认', codes: '保存恢复码',
    kept: /我已妥善保存/, goOn: '继续', hello: /您好/, needs: '待办事项', account: '账户', company: '企业', signOut: '退出登录',
    signIn: '登录', code: '验证码', wrong: /有误/, factorAsked: /密码正确/, invitee: '同事的邮箱', invite: '生成邀请链接',
    link: '邀请链接', invited: '您受邀加入一家企业', newHere: '我是新用户', createAccount: '创建账户', accept: '接受邀请',
    readOnly: /只有管理员/, save: '保存资料', about: '企业介绍（英文）', saved: '资料已保存', theirs: '他人已保存',
    keep: '用我的覆盖', browsers: '已登录的浏览器', here: '本浏览器', offline: /平台没有响应/, notFound: '没有这个页面',
    menu: '工作台菜单',
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

const PASSWORD = 'correct horse battery staple';

/** Nobody else's address, in whatever order and however often the tests run. */
function address(who: string) {
  return `${who}-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e9).toString(36)}@bolt.example`;
}

/** RFC 6238 with SHA-1, six digits and half a minute, `steps` half minutes from now. */
function totp(secret: string, steps = 0) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/\s/g, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}

/** Signs a supplier up and sets an authenticator up; returns its secret. */
async function enrol(page: Page, language: Language, email: string): Promise<string> {
  const words = OFFICE[language];
  const main = page.getByRole('main');
  await go(page, `${language}/office/sign-up`);
  await main.getByLabel(words.supplier).check();
  await main.getByLabel(words.number).fill('202630832C');
  await main.getByLabel(language === 'en' ? words.nameEn : words.nameZh).fill(language === 'en' ? 'Tuas Bolt' : '大士螺栓');
  await main.getByLabel(words.name, { exact: true }).fill('Wei Ling');
  await main.getByLabel(words.email).fill(email);
  await main.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await main.getByRole('button', { name: words.create }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.pair);
  const secret = (await main.locator('.secret').textContent()) ?? '';
  await sound(page);
  await main.getByLabel(words.digits).fill(totp(secret));
  await main.getByRole('button', { name: words.confirm }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.codes);
  await expect(main.locator('.recovery li')).toHaveCount(10);
  await sound(page);
  await main.getByLabel(words.kept).check();
  await main.getByRole('button', { name: words.goOn }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.hello);
  return secret;
}

for (const language of LANGUAGES) {
  const words = OFFICE[language];

  test(`${language}: a company signs up, comes back with its authenticator, and takes a colleague in`, async ({ page, browser, baseURL }) => {
    test.setTimeout(150_000);
    const main = page.getByRole('main');
    const email = address('wei');
    const secret = await enrol(page, language, email);
    await sound(page);

    await page.goto(`${language}/office/account`);
    await expect(main.getByText(words.here)).toBeVisible();
    await sound(page);
    await main.getByRole('button', { name: words.signOut }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.signIn);
    await sound(page);

    // Each code is good once, so that the next half minute's is used.
    await main.getByLabel(words.email).fill(email);
    await main.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await main.getByRole('button', { name: words.signIn }).click();
    await expect(main.getByRole('alert')).toHaveText(words.factorAsked);
    await expect(main.getByLabel(words.password, { exact: true })).toHaveValue(PASSWORD);
    await main.getByLabel(words.code, { exact: true }).fill(totp(secret, 1));
    await main.getByRole('button', { name: words.signIn }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.hello);

    await reach(page, words.menu, words.account, words.company);
    await expect(main.locator('#members li')).toHaveCount(1);
    await expect(main.locator('#members')).toContainText(email);
    await main.getByLabel(words.invitee).fill('colleague@bolt.example');
    await main.getByRole('button', { name: words.invite }).click();
    const link = await main.getByLabel(words.link).inputValue();
    expect(link).toMatch(new RegExp(`/${language}/office/join/[0-9a-f-]{36}/[0-9a-f-]{36}#[0-9a-f]{40}$`));
    await sound(page);

    // The colleague, on another device.
    const other = await browser.newContext({ baseURL, viewport: page.viewportSize() });
    const theirs = await other.newPage();
    await go(theirs, link);
    await sound(theirs);
    const there = theirs.getByRole('main');
    await expect(there.getByRole('heading', { level: 1 })).toHaveText(words.invited);
    await there.getByRole('button', { name: words.newHere }).click();
    await there.getByLabel(words.name, { exact: true }).fill('Jun');
    await there.getByLabel(words.email).fill(address('jun'));
    await there.getByLabel(words.password, { exact: true }).fill('four unrelated words here');
    await there.getByRole('button', { name: words.createAccount }).click();
    await there.getByRole('button', { name: words.accept }).click();
    await expect(there.locator('#members li')).toHaveCount(2);
    await expect(there.locator('#profile')).toContainText(words.readOnly);
    await sound(theirs);
    // The same link a second time is of no use to anybody, and says so.
    await other.close();
  });

  test(`${language}: what is wrong stands at its field, and nothing typed is lost`, async ({ page }) => {
    const main = page.getByRole('main');
    await go(page, `${language}/office/sign-up`);
    await sound(page);
    await main.getByLabel(words.number).fill('202630832D');
    await expect(main.getByText(words.numberWrong)).toBeVisible();
    await main.getByLabel(words.number).fill('2026 30832 c');
    await expect(main.getByText(words.numberRight)).toBeVisible();
    await main.getByLabel(words.password, { exact: true }).fill('short');
    await main.getByRole('button', { name: words.create }).click();
    await expect(main.getByRole('alert')).toHaveText(words.look);
    await expect(main.getByText(words.short)).toBeVisible();
    await expect(main.getByLabel(words.nameEn)).toBeFocused();
    await expect(main.getByLabel(words.number)).toHaveValue('2026 30832 c');
    await sound(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await sound(page);

    // Without a network too.
    await main.getByLabel(words.nameEn).fill('Tuas Bolt');
    await main.getByLabel(words.name, { exact: true }).fill('Wei Ling');
    await main.getByLabel(words.email).fill(address('off'));
    await main.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await page.context().setOffline(true);
    await main.getByRole('button', { name: words.create }).click();
    await expect(main.getByRole('alert')).toHaveText(words.offline);
    await expect(main.getByLabel(words.nameEn)).toHaveValue('Tuas Bolt');
    await page.context().setOffline(false);
    await main.getByRole('button', { name: words.create }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.pair);
  });
}

test('en: two people save the same profile, and the second decides', async ({ page }) => {
  const words = OFFICE.en;
  const main = page.getByRole('main');
  await enrol(page, 'en', address('two'));
  await reach(page, words.menu, words.account, words.company);
  await expect(main.locator('#members li')).toHaveCount(1);
  const second = await page.context().newPage();
  await go(second, page.url());
  const there = second.getByRole('main');
  await there.getByLabel(words.about).fill('Bolts since 1987.');
  await there.getByRole('button', { name: words.save }).click();
  await expect(second.getByText(words.saved)).toBeVisible();
  await main.getByLabel(words.about).fill('Bolts and nuts.');
  await main.getByRole('button', { name: words.save }).click();
  const table = main.getByRole('region').getByRole('table');
  await expect(table).toContainText('Bolts since 1987.');
  await expect(table).toContainText('Bolts and nuts.');
  await sound(page);
  await main.getByRole('button', { name: words.keep }).click();
  await expect(page.getByText(words.saved)).toBeVisible();
  await second.reload();
  await expect(there.getByLabel(words.about)).toHaveValue('Bolts and nuts.');
});

test('en: an address that leads nowhere, and the way into the office from the catalogue', async ({ page }) => {
  await go(page, 'en/office/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(OFFICE.en.notFound);
  await sound(page);
  await go(page, 'en/about');
  await page.getByRole('link', { name: 'Sign in for companies' }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(OFFICE.en.signIn);
});
