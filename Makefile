# make         installs what is needed and regenerates output/ from sources/, as far as anything has changed
# make test    installs what is needed and passes every check
# make bench   measures the speed of a build against its floor
# make power   changes every printed digit and counts which changes are noticed
# make site    builds the catalogue from output/ into site/dist/; URL=https://... says where it will stand
# make serve   builds the catalogue and serves it on this machine
.PHONY: all installed test bench power site serve clean

# Contents decide what is to be done, not dates: see pipeline/command-line/reading.ts.
all: installed
	@node pipeline/command-line/start.mjs update

# A half-finished installation leaves no mark, so it is done again.
PACKAGES := package.json package-lock.json .npmrc
installed:
	@test -d node_modules && cat $(PACKAGES) | cmp -s - build/installed || \
	  { npm ci && mkdir -p build && cat $(PACKAGES) > build/installed; }

test: installed
	@npx --no-install tsx tests/checks.ts

bench power: installed
	@npm run --silent $@

site: installed
	@npx --no-install tsx site/build.ts $(if $(URL),--url $(URL))

serve: site
	@npx --no-install tsx site/serve.ts

clean:
	rm -rf build site/dist node_modules
