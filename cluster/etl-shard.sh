#!/bin/sh
# One shard of a corpus, for a scheduler: etl-shard.sh GLOB I N DIR
# ETL is the command that builds ("etl", or "node dist/start.mjs"); ETL_OPTIONS is added to it (--workers 4).
# A shard in which documents were refused is done: what is wrong with them stands in the result. Everything else that
# goes wrong is an error of the task, which its scheduler may try again: what is built already is not built twice.
set -u
${ETL:-etl} build --documents "$1" --shard "$2/$3" --out "$4" --quiet ${ETL_OPTIONS:-}
status=$?
[ "$status" -eq 3 ] && exit 0
exit "$status"
