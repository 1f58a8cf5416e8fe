# make         installs what is needed and regenerates output/ from sources/
# make test    installs what is needed and passes every check
# make bench   measures the speed of a build against its floor
# make power   changes every printed digit and counts which changes are noticed
# make site    builds the catalogue from output/ into site/dist/; URL=https://... says where it will stand
# make serve   builds the catalogue and serves it on this machine
.PHONY: all test bench power site serve clean

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

site: build/installed
	@npx --no-install tsx site/build.ts $(if $(URL),--url $(URL))

serve: site
	@npx --no-install tsx site/serve.ts

clean:
	rm -rf build site/dist node_modules
