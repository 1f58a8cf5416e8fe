# make         installs what is needed and regenerates output/ from sources/, as far as anything has changed
# make test    installs what is needed and passes every check
# make bench   measures the speed of a build against its floor
# make power   changes every printed digit and counts which changes are noticed
# make site    builds the catalogue from output/ into site/dist/; URL=https://... says where it will stand, and with
#              PUBLISH=1 it must be said
# make serve   builds the catalogue and serves it on this machine
# make clean   removes what can be made again, by its lists; what is not ours stays
.PHONY: all installed test bench power site serve clean

# Contents decide what is to be done, not dates: see pipeline/command-line/reading.ts.
all: installed
	@node pipeline/command-line/start.mjs update

# A half-finished installation leaves no mark, so it is done again: the mark of the one before is emptied first. npm
# has a mark of its own, which goes when an installation by hand begins and comes when it is whole.
PACKAGES := package.json package-lock.json .npmrc
installed:
	@test -f node_modules/.package-lock.json && cat $(PACKAGES) | cmp -s - build/installed || \
	  { mkdir -p build && : > build/installed && npm ci && cat $(PACKAGES) > build/installed; }

# The browser and the packages come beside each other: neither waits for the other.
test:
	@tests/site/install-chromium.sh & $(MAKE) --no-print-directory installed || exit; wait; \
	  node_modules/.bin/tsx tests/checks.ts

bench power: installed
	@npm run --silent $@

site: installed
	@node_modules/.bin/tsx site/build.ts $(if $(URL),--url $(URL)) $(if $(PUBLISH),--publish)

serve: site
	@node_modules/.bin/tsx site/serve.ts

clean:
	@node_modules/.bin/tsx release/clean.ts
