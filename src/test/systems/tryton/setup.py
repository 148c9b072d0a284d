"""Fills a fresh Tryton database with what a shop has: a company, complaint types, the hub's user and a clerk.

Usage: setup.py <trytond.conf> <database>
"""
import sys

from trytond.config import config

config.update_etc(sys.argv[1])
database = sys.argv[2]

from trytond.pool import Pool  # noqa: E402  the pool reads the configuration when it is imported
from trytond.transaction import Transaction  # noqa: E402

TYPES = ["Product fault", "Delivery", "Installation", "Return or refund", "Repair", "Other"]

Pool.start()
Pool(database).init()
with Transaction().start(database, 0) as transaction:
    pool = Pool()
    Party, Company, Currency = map(pool.get, ["party.party", "company.company", "currency.currency"])
    User, Group, Model = map(pool.get, ["res.user", "res.group", "ir.model"])
    Type = pool.get("sale.complaint.type")

    currency, = Currency.create([{"name": "Renminbi", "code": "CNY", "symbol": "¥", "digits": 2}])
    party, = Party.create([{"name": "Example Home"}])
    company, = Company.create([{"party": party.id, "currency": currency.id}])
    sale, = Model.search([("model", "=", "sale.sale")])
    Type.create([{"name": name, "origin": sale.id} for name in TYPES])

    def groups(*names):
        found = Group.search([("name", "in", names)])
        assert len(found) == len(names), "groups %s: found %s" % (names, [group.name for group in found])
        return [("add", [group.id for group in found])]

    def user(login, name, *of):
        User.create([{
            "login": login, "name": name, "password": login + "-sandbox-only",
            "companies": [("add", [company.id])], "company": company.id, "groups": groups(*of)}])

    user("redress", "Redress", "Sales", "Party Administration")
    user("clerk", "Clerk", "Sales", "Sales Administrator")
    transaction.commit()
print("Tryton has a company, %d complaint types and the users redress and clerk." % len(TYPES))
