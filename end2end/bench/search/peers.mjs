// The engines that somebody would pick instead, each behind the same four calls, in the browser.
//   build(documents) -> index     store(index) -> string     open(string) -> index     find(index, text, limit) -> ids
// All get the same words: lower case, no stop words, Porter's stems; the settings are the best of those tried on each set.

/** Settings by set; `*` where a set has none of its own. */
const SETTINGS = {
  minisearch: { cf: { title: 5 }, '*': { title: 1 } },
  flexsearch: { cf: { resolution: 9 }, '*': { resolution: 20 } },
  orama: { cf: { title: 3 }, '*': { title: 1 } },
  lunr: { cf: { title: 3, b: 0.3, k1: 0.6 }, '*': { title: 1, b: 0.5, k1: 1.2 } },
};

const STOP = new Set(
  'a an and are as at be by for from has in is it of on or that the to was were will with'.split(' '),
);

/** Porter's stemmer with a memory, since every engine stems the same words again and again. */
function stems(stemmer) {
  const known = new Map();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) known.set(word, (stem = stemmer(word)));
    return stem;
  };
}

const words = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const content = (text) => words(text).filter((word) => !STOP.has(word));

/** A classic script that leaves its library in a global. */
function script(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${address} does not load`));
    document.head.append(element);
  });
}

const ENGINES = {
  async minisearch(settings) {
    const { default: MiniSearch } = await import('/modules/minisearch/dist/es/index.js');
    const { stemmer } = await import('/modules/stemmer/index.js');
    const stem = stems(stemmer);
    const options = {
      fields: ['title', 'body'],
      tokenize: words,
      processTerm: (word) => (STOP.has(word) ? null : stem(word)),
      searchOptions: { boost: { title: settings.title }, combineWith: 'OR', prefix: false, fuzzy: false },
    };
    return {
      build(documents) {
        const index = new MiniSearch(options);
        index.addAll(documents);
        return index;
      },
      store: (index) => JSON.stringify(index),
      open: (stored) => MiniSearch.loadJSON(stored, options),
      find: (index, text, limit) => index.search(text).slice(0, limit).map((hit) => hit.id),
    };
  },

  async flexsearch(settings) {
    const { Index } = await import('/modules/flexsearch/dist/flexsearch.bundle.module.min.mjs');
    const { stemmer } = await import('/modules/stemmer/index.js');
    const stem = stems(stemmer);
    const encode = (text) => content(text).map(stem);
    const fresh = () => {
      const one = () => new Index({ tokenize: 'strict', resolution: settings.resolution, encode });
      return { title: one(), body: one() };
    };
    return {
      build(documents) {
        const index = fresh();
        for (const { id, title, body } of documents) {
          index.title.add(id, title);
          if (body) index.body.add(id, body);
        }
        return index;
      },
      store(index) {
        const stored = {};
        for (const field of ['title', 'body']) {
          stored[field] = [];
          index[field].export((key, value) => stored[field].push([key, value]));
        }
        return JSON.stringify(stored);
      },
      open(text) {
        const index = fresh();
        for (const [field, entries] of Object.entries(JSON.parse(text))) {
          for (const [key, value] of entries) index[field].import(key, value);
        }
        return index;
      },
      // It knows no weights of fields: what the titles give comes first, then what the bodies add.
      find(index, text, limit) {
        const found = new Set(index.title.search(text, { limit, suggest: true }));
        for (const id of index.body.search(text, { limit, suggest: true })) found.add(id);
        return [...found].slice(0, limit);
      },
    };
  },

  async orama(settings) {
    const orama = await import('/modules/@orama/orama/dist/browser/index.js');
    const { stemmer } = await import('/modules/stemmer/index.js');
    const stem = stems(stemmer);
    // A query's words match as beginnings; a mark at the end of every word makes them match as wholes, which is better.
    const tokenizer = {
      language: 'english',
      normalizationCache: new Map(),
      tokenize: (text) =>
        typeof text === 'string' ? [...new Set(content(text).map((word) => `${stem(word)}\u0001`))] : [text],
    };
    const fresh = () =>
      orama.create({ schema: { title: 'string', body: 'string' }, components: { tokenizer } });
    return {
      build(documents) {
        const index = fresh();
        for (const { id, title, body } of documents) orama.insert(index, { id: String(id), title, body });
        return index;
      },
      store: (index) => JSON.stringify(orama.save(index)),
      open(stored) {
        const index = fresh();
        orama.load(index, JSON.parse(stored));
        return index;
      },
      find(index, term, limit) {
        const { hits } = orama.search(index, {
          term,
          limit,
          properties: ['title', 'body'],
          boost: { title: settings.title, body: 1 },
          threshold: 1,
          tolerance: 0,
          relevance: { k: 1.2, b: 0.3, d: 0.5 },
        });
        return hits.map((hit) => hit.id);
      },
    };
  },

  async lunr(settings) {
    await script('/modules/lunr/lunr.js');
    const { lunr } = window;
    return {
      build(documents) {
        const builder = new lunr.Builder();
        builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
        builder.searchPipeline.add(lunr.stemmer);
        builder.ref('id');
        builder.field('title', { boost: settings.title });
        builder.field('body');
        builder.b(settings.b);
        builder.k1(settings.k1);
        for (const document of documents) builder.add(document);
        return builder.build();
      },
      store: (index) => JSON.stringify(index),
      open: (stored) => lunr.Index.load(JSON.parse(stored)),
      find(index, text, limit) {
        const hits = index.query((query) => {
          for (const word of words(text)) query.term(word, { usePipeline: true });
        });
        return hits.slice(0, limit).map((hit) => hit.ref);
      },
    };
  },
};

export const NAMES = Object.keys(ENGINES);

/** An engine with its settings for this set. */
export function peer(name, set) {
  return ENGINES[name](SETTINGS[name][set] ?? SETTINGS[name]['*']);
}
