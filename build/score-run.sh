#!/bin/sh
# Starts a program with the variables of a file. Those that are set already stay as they are.
# usage: score-run.sh FILE PROGRAM [ARGUMENT...]
set -eu
file=$1
shift
already=$(export -p)
set -a
. "$file"
set +a
eval "$already"
exec "$@"
