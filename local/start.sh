# `npm start`: brings the assembly and the page up to date, side by side, and runs the stack. The runtime does not wait
# for the page.
case " $* " in *" --help "*) exec node infra/commands/synth.ts --help ;; esac

# What was compiled and stripped of its types once is loaded from here. Node needs it before its first module: with it
# no process loads the type stripper, which costs 40 ms and 15 MB.
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$PWD/node_modules/.cache/node}"

# In a subshell, so that the build does not become a child of the runtime, which would leave a zombie of it.
(node examples/web/build.ts &)
node infra/commands/synth.ts "$@" || exit

# A laptop has better uses for its memory. Without the first, freed memory stays with the threads of the functions;
# without the second, each thread collects up to 48 MB of short-lived objects before it looks at them.
MALLOC_ARENA_MAX=2 exec node --max-semi-space-size=2 local/main.ts
