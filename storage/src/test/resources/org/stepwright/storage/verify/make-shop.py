"""Writes shop.sql and answers.json: a small shop, and what Python's sqlite3 answers to queries on it.

Run it in this folder: python3 make-shop.py
"""

import json
import random
import sqlite3

random.seed(7)
towns = ["Paris", "Lyon", "Köln", "Łódź", None]
lines = [
    "CREATE TABLE customer(id INTEGER PRIMARY KEY, name TEXT NOT NULL, town TEXT);",
    "CREATE TABLE product(sku TEXT PRIMARY KEY, title TEXT, price REAL, stock, picture BLOB) WITHOUT ROWID;",
    "CREATE TABLE orders(id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customer(id), sku TEXT, pieces INTEGER, day TEXT);",
    "CREATE VIEW spent AS SELECT c.id, c.name, sum(o.pieces * p.price) AS total FROM customer c JOIN orders o ON o.customer = c.id JOIN product p USING (sku) GROUP BY c.id;",
]
for i in range(1, 21):
    town = towns[i % 5]
    lines.append(f"INSERT INTO customer VALUES({i}, 'Customer ''{i}''', {'NULL' if town is None else repr(town)});")
for i in range(1, 9):
    stock = i * 3 if i % 2 else f"'{i * 3}'"
    lines.append(f"INSERT INTO product VALUES('S{i}', 'Thing {i}', {round(i * 1.1, 2)}, {stock}, x'{'%02x' % i * i}');")
for i in range(1, 101):
    lines.append(
        f"INSERT INTO orders VALUES({i}, {random.randint(1, 18)}, 'S{random.randint(1, 8)}', {random.randint(1, 9)}, '2024-{random.randint(1, 12):02}-{random.randint(1, 28):02}');"
    )

queries = [
    "SELECT * FROM customer",
    "SELECT * FROM product",
    "SELECT count(*) FROM orders",
    "SELECT name, total FROM spent ORDER BY total DESC",
    "SELECT town, count(*) FROM customer GROUP BY town",
    "SELECT avg(price), min(price), max(price), sum(price) FROM product",
    "SELECT DISTINCT town FROM customer WHERE town IS NOT NULL ORDER BY 1",
    "SELECT c.name FROM customer c LEFT JOIN orders o ON o.customer = c.id WHERE o.id IS NULL",
    "SELECT substr(day, 1, 7) AS month, sum(pieces) FROM orders GROUP BY month HAVING sum(pieces) > 30",
    "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 12) SELECT i, i * i FROM n",
    "SELECT sku, pieces, rank() OVER (PARTITION BY sku ORDER BY pieces DESC, id) FROM orders LIMIT 40",
    "VALUES (1, 'a'), (2, NULL), (3.5, x'00ff')",
    "SELECT typeof(stock), stock FROM product",
    "SELECT upper(town), length(town), hex(town) FROM customer",
    "SELECT julianday('2024-03-01') - julianday('2024-02-01')",
    "SELECT group_concat(sku, '|') FROM (SELECT sku FROM product ORDER BY sku)",
    "SELECT 9223372036854775807, -9223372036854775808, 1e300, 1.0 / 3, 2 / 3",
    "SELECT name FROM customer WHERE name LIKE '%''1_''' -- a comment; with a semicolon",
    "SELECT CASE WHEN pieces > 5 THEN 'many' ELSE 'few' END AS k, count(*) FROM orders GROUP BY k",
    "SELECT json_extract('{\"a\": [1, 2]}', '$.a[1]'), coalesce(NULL, 'x'), round(2.567, 1)",
    "SELECT title FROM product WHERE sku IN (SELECT sku FROM orders GROUP BY sku ORDER BY count(*) DESC LIMIT 3);",
    "SELECT * FROM customer WHERE 1 = 0",
]


def cell(value):
    return {"blob": value.hex()} if isinstance(value, bytes) else value


db = sqlite3.connect(":memory:")
db.executescript("\n".join(lines))
answers = [{"sql": q, "rows": [[cell(v) for v in row] for row in db.execute(q)]} for q in queries]
with open("shop.sql", "w", encoding="utf-8") as out:
    out.write("\n".join(lines) + "\n")
with open("answers.json", "w", encoding="utf-8") as out:
    out.write("[\n" + ",\n".join(json.dumps(a, ensure_ascii=False) for a in answers) + "\n]\n")
