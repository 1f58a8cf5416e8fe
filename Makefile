# make         installs what is needed and regenerates output/ from sources/
# make test    installs what is needed and passes every check
# make bench   measures the speed of a build against its floor
# make power   changes every printed digit and counts which changes are noticed
.PHONY: all test bench power clean

INPUTS := $(shell find pipeline schemas sources -type f) package.json package-lock.json

all: build/published

# A folder of a half-finished installation has no mark, so it is installed again.
build/installed: package.json package-lock.json .npmrc
	npm ci
	@mkdir -p build
	@touch $@

build/published: build/installed $(INPUTS) output/SHA256SUMS
	@npm run --silent etl -- build
	@touch $@

# Without the output folder there is something to build, whatever the mark says.
output/SHA256SUMS:
	@rm -f build/published

test: build/installed
	@npx --no-install tsx tests/checks.ts

bench power: build/installed
	@npm run --silent $@

clean:
	rm -rf build node_modules
