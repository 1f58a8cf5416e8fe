# make        installs what is needed and regenerates output/ from sources/
# make test   installs what is needed and passes every check
.PHONY: all test bench clean
INPUTS := $(shell find sources schemas pipeline -type f) package-lock.json

all: build/published
	@test build/published -nt build/.started 2>/dev/null || true

build/installed: package.json package-lock.json .npmrc
	npm ci
	@mkdir -p build && touch $@

build/published: build/installed $(INPUTS) $(wildcard output/SHA256SUMS)
	@npm run --silent etl -- build
	@touch $@

test: build/installed
	@npx --no-install tsx tests/checks.ts

bench: build/installed
	@npm run --silent bench

clean:
	rm -rf build node_modules
