# ---
# jupyter:
#   jupytext:
#     text_representation:
#       format_name: percent
# ---

# %% [markdown]
# # Where did poverty in the villages fall most?
#
# A first question to the data, from the files to an answer that can be checked. Nothing is needed but Python itself.
# VS Code, PyCharm and Spyder open this file as a notebook; JupyterLab does with jupytext; `python3 docs/first-question.py`
# runs it from top to bottom.

# %%
import csv
import os
from decimal import Decimal
from pathlib import Path

# The folder of the data: that of the repository, or of an archive that you unpacked.
DATA = Path(os.environ.get("DATA", Path(globals().get("__file__", "docs/x")).resolve().parent.parent / "output"))


def table(name):
    """The rows of a table. An empty cell is a value that is not there, never 0."""
    with open(DATA / "csv" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]


# %% [markdown]
# ## All values in one table
#
# `observations` has every value of every table, with all keys as columns and the names of the codes beside them. We take
# the shares of poor people in rural areas (`R`), of the regions alone: `KZ` is the whole country.

# %%
rural = [
    row
    for row in table("observations")
    if row["dataset"] == "poverty_rate" and row["area"] == "R" and row["value"] is not None
]
regions = {row["region"]: row["region_en"] for row in rural if row["region"] != "KZ"}
print(len(rural), "values of", len(regions), "regions and the country, in", rural[0]["unit_en"].lower())

# %% [markdown]
# The cities of Astana and Almaty are not among them: they have no villages. Their values are empty, and the status says
# why (`M`, there can be no value).

# %%
empty = [row for row in table("poverty_rate") if row["area"] == "R" and row["percent"] is None]
print(sorted({(row["region"], row["obs_status"]) for row in empty}))

# %% [markdown]
# ## The answer
#
# Shares may be compared, not added: the difference of two of them is in percentage points. Decimals keep what is printed:
# 21.2 less 4.6 is 16.6, which it is not quite in floating point.

# %%
share = {(row["region"], int(row["year"])): Decimal(row["value"]) for row in rural}
first, last = min(year for _, year in share), max(year for _, year in share)
fall = {region: share[region, first] - share[region, last] for region in regions}
for region in sorted(fall, key=fall.get, reverse=True):
    bar = "#" * round(fall[region])
    print(f"{regions[region]:24} {share[region, first]:5.1f} -> {share[region, last]:4.1f}  {-fall[region]:6.1f}  {bar}")
most = max(fall, key=fall.get)

# %% [markdown]
# ## Can it be trusted?
#
# Before a value is used: does the document contradict itself in it (`erratum`), or is it hard to believe (`warning`)?

# %%
used = {row["cell_id"] for row in rural if row["region"] == most and int(row["year"]) in (first, last)}
against = [row for row in table("erratum") if used & set((row["cells"] or "").split())]
doubted = [row for row in table("warning") if row["cell_id"] in used]
print("contradictions:", len(against), "warnings:", len(doubted))
for row in against:
    print(row["description_en"])

# %% [markdown]
# ## Where is it printed?
#
# Each value names the cell that it was read from: page, lines, and the characters as they are printed.

# %%
cells = {row["cell_id"]: row for row in table("cell") if row["cell_id"] in used}
for name, cell in sorted(cells.items()):
    print(f"{name}: page {cell['page']}, line {cell['line_start']}, printed {cell['raw']!r}")

# %% [markdown]
# ## And today?
#
# The codes are those of the time. Today's stand in `code_mapping`; a region that was divided has several.

# %%
for row in table("code_mapping"):
    if row["codelist"] == "region" and row["code"] in (most, "KZ-YUZ") and row["scheme"] == "ISO_3166_2":
        print(row["code"], "->", row["target"], row["target_name"], row["relation"], row["since"] or "")

# %% [markdown]
# What is not to be done with this table stands in `README.md` of the data, at `poverty_rate`: the line below which one is
# poor is the national subsistence minimum, so these shares say nothing beside those of another country.

# %%
print(f"Poverty in the villages fell most in {regions[most]}: by {fall[most]:.1f} percentage points, {first} to {last}.")
