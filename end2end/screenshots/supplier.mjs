// A supplier of no other picture, who has written some goods: signed up through the API, as the page is open.
const GOODS = [
  ['M8x40', '100:0.42;500:0.36', '100'], ['M10x40', '100:0.58;500:0.49', '150'], ['M12x50', '50:0.94;250:0.81', '50'],
  ['M16x60', '50:1.72;250:1.55', '50'], ['M20x80', '20:3.40;100:3.05', '20'], ['M24x90', '10:6.10;50:5.60', '10'],
];

/** Returns the address of the supplier's own catalogue, below the language. */
export async function supplier(page, base) {
  await page.goto(new URL('en/about', base).href);
  const company = await page.evaluate(async (goods) => {
    const id = () => {
      const time = Date.now().toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
    };
    const ask = async (method, path, body) => {
      const headers = { 'hub-client': 'pictures', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(new URL(`v1/${path}`, document.baseURI), { method, headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    };
    const [email, password, company] = [`${crypto.randomUUID()}@bolt.example`, 'correct horse battery', id()];
    await ask('POST', 'sign-up', { email, name: 'Wei', password });
    await ask('POST', 'sign-in', { email, password });
    const name = { en: 'Tuas Bolt', zh: '大士螺栓' };
    const registration = { scheme: 'uen', number: '202630832C' };
    await ask('PUT', `companies/${company}`, { kind: 'supplier', registration, name, about: { en: '', zh: '' } });
    const page = {
      code: `tuas-${company.slice(-12)}`, name_en: name.en, name_zh: name.zh, legal_name: 'Tuas Bolt Pte Ltd', summary_en: 'Bolts',
      summary_zh: '螺栓', address: '1 Tuas Road, Singapore', founded: '1999', employees: '20', payment_terms_en: '30 days',
      payment_terms_zh: '三十天',
    };
    await ask('PUT', `companies/${company}/drafts/${company}`, { kind: 'profile', content: { cells: page } });
    await ask('PUT', `companies/${company}/listings/${company}`, { draft: 1 });
    const products = goods.map(([size, price_breaks, moq]) => ({
      id: id(),
      content: {
        cells: {
          sku: `HB-${size}`, category: 'hex-bolts', name_en: `Hex bolt, ${size.replace('x', ' × ')}, 8.8, zinc`,
          name_zh: `外六角螺栓 ${size.replace('x', '×')} 8.8级 镀锌`, unit: 'C62', price_breaks, currency: 'SGD', moq, order_multiple: '10',
          stock: '12000', lead_time_days: '3', origin: 'SG', hs_code: '731815', gross_weight_kg: '0.02', carton_quantity: '500',
          carton_size_cm: '40x30x25', carton_weight_kg: '10.5', sample: 'free', attributes: 'length=40',
        },
      },
    }));
    await ask('POST', `companies/${company}/drafts`, { products });
    return company;
  }, GOODS);
  return `office/company/${company}/catalogue`;
}
