# `npm start`. These options only work if they are set before Node starts.

# What was compiled once is loaded from here, by the runtime and by its functions.
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$PWD/node_modules/.cache/node}"

# A laptop has better uses for its memory. Without the first, freed memory stays with the threads of the functions;
# without the second, each thread collects up to 48 MB of short-lived objects before it looks at them.
MALLOC_ARENA_MAX=2 exec node --max-semi-space-size=2 start/start.ts "$@"
