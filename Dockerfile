# The engine as a container: etl in /engine, the folder that it works in at /data.
#
#   docker build --tag etl .
#   docker run --rm --network none --user "$(id -u):$(id -g)" --volume "$PWD:/data" etl build --document ./wells --out data
#
# Written by the rules and checked by tests/container.test.ts as far as that goes without a daemon: it was never built.

# Compiles the programs, as `npm run package` does.
FROM node:24-bookworm-slim AS packed
WORKDIR /engine
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.package.json ./
COPY pipeline pipeline
RUN node pipeline/command-line/packed.mjs

# What a package of the engine holds, with what it uses.
FROM node:24-bookworm-slim
WORKDIR /engine
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=packed /engine/dist dist
COPY schemas schemas
USER node
WORKDIR /data
ENTRYPOINT ["node", "/engine/dist/start.mjs"]
CMD ["--help"]
