# `npm start`. These options only work if they are set before Node starts.

# What was compiled once is loaded from here, by the runtime and by its functions.
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$PWD/node_modules/.cache/node}"

# A laptop has better uses for its memory. Otherwise freed memory stays with the threads of the functions (arenas), and
# large blocks stay with the process (threshold); and each thread collects up to 48 MB of short-lived objects before it
# looks at them (semi-space).
export MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=65536
exec node --max-semi-space-size=2 start/start.ts "$@"
