"""bm25s beside the engines of the browser, native: python3 peer.py <set> <docs.jsonl> <queries.json> <out>

The same words as the other peers get (../peers.mjs). Writes <out>.tsv (query and document, best first) and <out>.index
(all files of the index, one behind the other); prints milliseconds as JSON.
"""

import json
import pathlib
import re
import shutil
import sys
import time

import bm25s
import Stemmer

# As in ../clock.mjs.
DEEP, PAGE, TIMED, ROUNDS = 1000, 100, 500, 5
# The best of those tried on each set. It knows no fields: a title counts as often as it is repeated.
SETTINGS = {
    "cf": {"title": 5, "stems": "porter", "method": "lucene", "k1": 1.2, "b": 0.4},
    "*": {"title": 1, "stems": "english", "method": "lucene", "k1": 1.2, "b": 0.4},
}
STOP = set("a an and are as at be by for from has in is it of on or that the to was were will with".split())


def words(stems):
    """Lower case, no stop words, stems, each stemmed once."""
    stemmer, known = Stemmer.Stemmer(stems), {}

    def stem(word):
        if word not in known:
            known[word] = stemmer.stemWord(word)
        return known[word]

    return lambda text: [stem(word) for word in re.findall("[a-z0-9]+", text.lower()) if word not in STOP]


def milliseconds(since):
    return (time.perf_counter() - since) * 1000


def main(name, documents, queries, out):
    settings = SETTINGS.get(name, SETTINGS["*"])
    split = words(settings["stems"])
    lines = pathlib.Path(documents).read_text(encoding="utf-8").split("\n")
    documents = [json.loads(line) for line in lines if line.strip()]
    ids = [str(document["id"]) for document in documents]
    queries = json.loads(pathlib.Path(queries).read_text(encoding="utf-8"))

    started = time.perf_counter()
    corpus = [split(one["title"]) * settings["title"] + split(one.get("body") or "") for one in documents]
    index = bm25s.BM25(method=settings["method"], k1=settings["k1"], b=settings["b"])
    index.index(corpus, show_progress=False)
    build = milliseconds(started)

    folder = pathlib.Path(f"{out}.folder")
    index.save(folder, show_progress=False)
    files = sorted(file for file in folder.iterdir() if file.is_file())
    pathlib.Path(f"{out}.index").write_bytes(b"".join(file.read_bytes() for file in files))
    opened = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        index = bm25s.BM25.load(folder)
        opened = min(opened, milliseconds(started))
    shutil.rmtree(folder)

    def find(text, limit):
        known = [word for word in dict.fromkeys(split(text)) if word in index.vocab_dict]
        if not known:
            return []
        limit = min(limit, len(ids))
        rows, scores = index.retrieve([known], k=limit, show_progress=False)
        return [ids[row] for row, score in zip(rows[0], scores[0]) if score > 0]

    with open(f"{out}.tsv", "w", encoding="utf-8") as run:
        for key, text in queries:
            run.writelines(f"{key}\t{hit}\n" for hit in find(text, DEEP))

    count = min(len(queries), TIMED)
    timed = [queries[at * len(queries) // count][1] for at in range(count)]
    best = [float("inf")] * count
    for _ in range(ROUNDS):
        for at, text in enumerate(timed):
            started = time.perf_counter()
            find(text, PAGE)
            best[at] = min(best[at], milliseconds(started))
    best.sort()
    share = lambda percent: best[max(0, -(-count * percent // 100) - 1)]
    print(json.dumps({"build": build, "open": opened, "p50": share(50), "p95": share(95)}))


main(*sys.argv[1:])
