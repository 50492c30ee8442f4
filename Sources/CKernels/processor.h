// Which of a kernel's ways is taken: the one for this processor, or the one for all.

#include <stdatomic.h>

#if defined(__x86_64__)
static int has_avx2(void) {
    // Several threads may ask first; all of them find the same.
    static _Atomic int known;
    int answer = atomic_load_explicit(&known, memory_order_relaxed);
    if (answer == 0) {
        answer = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? 2 : 1;
        atomic_store_explicit(&known, answer, memory_order_relaxed);
    }
    return answer == 2;
}
#define DISPATCH(call) (has_avx2() ? avx2_##call : portable_##call)
#else
#define DISPATCH(call) (portable_##call)
#endif
