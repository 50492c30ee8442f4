// The kernels' bodies; `kernels.c` includes this once for each kind of processor, with KERNEL naming the copy.

static inline v16 KERNEL(load)(const float *p) {
    v16 v;
    __builtin_memcpy(&v, p, sizeof v);
    return v;
}

static inline void KERNEL(store)(float *p, v16 v) { __builtin_memcpy(p, &v, sizeof v); }

// e^x by 2^n times a polynomial on [-ln 2 / 2, ln 2 / 2] (degree 6, relative error about 1e-7).
static inline v16 KERNEL(exp)(v16 x) {
    const v16 low = SPLAT(-87.0f), high = SPLAT(87.0f);
    x = __builtin_elementwise_min(__builtin_elementwise_max(x, low), high);
    const v16 magic = SPLAT(12582912.0f);
    v16 n = FMA(x, SPLAT(1.44269504f), magic);
    i16 exponent = (i16)n << 23;
    n = n - magic;
    v16 r = FMA(n, SPLAT(-0.693145752f), x);
    r = FMA(n, SPLAT(-1.42860677e-6f), r);
    v16 p = SPLAT(1.3888889e-3f);
    p = FMA(p, r, SPLAT(8.3333333e-3f));
    p = FMA(p, r, SPLAT(4.1666667e-2f));
    p = FMA(p, r, SPLAT(1.6666667e-1f));
    p = FMA(p, r, SPLAT(0.5f));
    p = FMA(p, r, SPLAT(1.0f));
    p = FMA(p, r, SPLAT(1.0f));
    return (v16)((i16)p + exponent);
}

static inline v16 KERNEL(sigmoid)(v16 x) { return SPLAT(1.0f) / (SPLAT(1.0f) + KERNEL(exp)(-x)); }

static inline v16 KERNEL(tanh)(v16 x) {
    return FMA(SPLAT(2.0f), KERNEL(sigmoid)(x + x), SPLAT(-1.0f));
}

// Up to six rows by sixteen columns, held in registers over all of k.
static inline __attribute__((always_inline)) void KERNEL(tile)(
    const int rows, size_t k, const float *a, size_t a_row_stride, size_t a_column_stride, const float *packed, float *c,
    size_t c_row_stride, int accumulate
) {
    v8 left[6], right[6];
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
        if (accumulate) {
            __builtin_memcpy(&left[row], c + row * c_row_stride, sizeof(v8));
            __builtin_memcpy(&right[row], c + row * c_row_stride + 8, sizeof(v8));
        } else {
            left[row] = right[row] = (v8){0};
        }
    }
    for (size_t at = 0; at < k; at++) {
        v8 b0, b1;
        __builtin_memcpy(&b0, packed + at * HEARSAY_PANEL, sizeof b0);
        __builtin_memcpy(&b1, packed + at * HEARSAY_PANEL + 8, sizeof b1);
#pragma clang loop unroll(full)
        for (int row = 0; row < rows; row++) {
            const float value = a[row * a_row_stride + at * a_column_stride];
            const v8 wide = {value, value, value, value, value, value, value, value};
            left[row] = __builtin_elementwise_fma(wide, b0, left[row]);
            right[row] = __builtin_elementwise_fma(wide, b1, right[row]);
        }
    }
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
        __builtin_memcpy(c + row * c_row_stride, &left[row], sizeof(v8));
        __builtin_memcpy(c + row * c_row_stride + 8, &right[row], sizeof(v8));
    }
}

static void KERNEL(multiply)(
    size_t m, size_t n, size_t k, const float *a, size_t a_row_stride, size_t a_column_stride, const float *packed,
    float *c, size_t c_row_stride, int accumulate
) {
    // Blocks of k keep a panel in the nearest cache.
    for (size_t from = 0; from < k || from == 0; from += BLOCK) {
        const size_t depth = k - from < BLOCK ? k - from : BLOCK;
        const int adds = accumulate || from > 0;
        for (size_t column = 0; column < n; column += HEARSAY_PANEL) {
            const float *panel = packed + column * k + from * HEARSAY_PANEL;
            size_t row = 0;
            for (; row + 6 <= m; row += 6)
                KERNEL(tile)(6, depth, a + row * a_row_stride + from * a_column_stride, a_row_stride, a_column_stride,
                             panel, c + row * c_row_stride + column, c_row_stride, adds);
            const float *rest = a + row * a_row_stride + from * a_column_stride;
            float *out = c + row * c_row_stride + column;
            switch (m - row) {
            case 5: KERNEL(tile)(5, depth, rest, a_row_stride, a_column_stride, panel, out, c_row_stride, adds); break;
            case 4: KERNEL(tile)(4, depth, rest, a_row_stride, a_column_stride, panel, out, c_row_stride, adds); break;
            case 3: KERNEL(tile)(3, depth, rest, a_row_stride, a_column_stride, panel, out, c_row_stride, adds); break;
            case 2: KERNEL(tile)(2, depth, rest, a_row_stride, a_column_stride, panel, out, c_row_stride, adds); break;
            case 1: KERNEL(tile)(1, depth, rest, a_row_stride, a_column_stride, panel, out, c_row_stride, adds); break;
            default: break;
            }
        }
    }
}

// What 16 cells make of their gates: the gates' activations, and the cells.
typedef struct {
    v16 forget, output, candidate, cell;
} KERNEL(step);

static inline KERNEL(step) KERNEL(next)(const float *gate, size_t width, v16 before) {
    KERNEL(step) step;
    step.forget = KERNEL(sigmoid)(KERNEL(load)(gate));
    step.output = KERNEL(sigmoid)(KERNEL(load)(gate + width));
    step.candidate = KERNEL(tanh)(KERNEL(load)(gate + 2 * width));
    step.cell = FMA(step.forget, before - step.candidate, step.candidate);
    return step;
}

static void KERNEL(cell)(
    size_t rows, size_t width, float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    float *cells, float *outputs, size_t output_stride
) {
    for (size_t row = 0; row < rows; row++) {
        float *gate = gates + row * gate_stride;
        for (size_t at = 0; at < width; at += 16) {
            const v16 before = row < previous_rows ? KERNEL(load)(previous + row * width + at) : SPLAT(0.0f);
            const KERNEL(step) step = KERNEL(next)(gate + at, width, before);
            KERNEL(store)(gate + at, step.forget);
            KERNEL(store)(gate + width + at, step.output);
            KERNEL(store)(gate + 2 * width + at, step.candidate);
            KERNEL(store)(cells + row * width + at, step.cell);
            KERNEL(store)(outputs + row * output_stride + at, step.output * KERNEL(tanh)(step.cell));
        }
    }
}

// Numbers within HEARSAY_ZERO - 1 of 0, to the nearest whole one: what is cut off is positive.
static inline b16 KERNEL(bytes)(v16 x) {
    return __builtin_convertvector(__builtin_convertvector(x + SPLAT(HEARSAY_ZERO + 0.5f), i16), b16);
}

// e^-x, near enough for numbers that become bytes (relative error 4e-5), between e^-40 and e^40: the product of two has room.
static inline v16 KERNEL(decay)(v16 x) {
    x = __builtin_elementwise_min(__builtin_elementwise_max(x, SPLAT(-40.0f)), SPLAT(40.0f));
    const v16 magic = SPLAT(12582912.0f);
    v16 n = FMA(x, SPLAT(-1.44269504f), magic);
    i16 exponent = (i16)n << 23;
    v16 r = FMA(n - magic, SPLAT(-0.693147181f), -x);
    v16 p = FMA(SPLAT(4.1666667e-2f), r, SPLAT(1.6666667e-1f));
    p = FMA(p, r, SPLAT(0.5f));
    p = FMA(p, r, SPLAT(1.0f));
    p = FMA(p, r, SPLAT(1.0f));
    return (v16)((i16)p + exponent);
}

// sigmoid(x) = 1 / (1 + e^-x) and tanh(y) = (1 - e^-2y) / (1 + e^-2y) share one division where both are needed.
static void KERNEL(cell_bytes)(
    size_t rows, size_t width, const float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    float *cells, unsigned char *outputs, size_t output_stride
) {
    for (size_t row = 0; row < rows; row++) {
        const float *gate = gates + row * gate_stride;
        for (size_t at = 0; at < width; at += 16) {
            const v16 before = row < previous_rows ? KERNEL(load)(previous + row * width + at) : SPLAT(0.0f);
            const v16 one = SPLAT(1.0f);
            const v16 forget = KERNEL(decay)(KERNEL(load)(gate + at));
            const v16 output = KERNEL(decay)(KERNEL(load)(gate + width + at));
            v16 candidate = KERNEL(load)(gate + 2 * width + at);
            candidate = KERNEL(decay)(candidate + candidate);
            // (before + e^-forget tanh(candidate)) / (1 + e^-forget)
            v16 cell = FMA(before, one + candidate, forget * (one - candidate));
            cell = cell / ((one + forget) * (one + candidate));
            KERNEL(store)(cells + row * width + at, cell);
            const v16 state = KERNEL(decay)(cell + cell);
            const v16 value = (one - state) / ((one + output) * (one + state));
            const b16 bytes = KERNEL(bytes)(value * SPLAT(HEARSAY_ZERO - 1.0f));
            __builtin_memcpy(outputs + row * output_stride + at, &bytes, sizeof bytes);
        }
    }
}

static float KERNEL(bytes_of_row)(size_t count, const float *x, unsigned char *row) {
    v16 highest = SPLAT(0.0f);
    for (size_t at = 0; at < count; at += 16)
        highest = __builtin_elementwise_max(highest, __builtin_elementwise_abs(KERNEL(load)(x + at)));
    const float maximum = __builtin_reduce_max(highest);
    const float scale = maximum > 0 ? (HEARSAY_ZERO - 1.0f) / maximum : 0;
    for (size_t at = 0; at < count; at += 16) {
        const b16 bytes = KERNEL(bytes)(KERNEL(load)(x + at) * SPLAT(scale));
        __builtin_memcpy(row + at, &bytes, sizeof bytes);
    }
    return maximum / (HEARSAY_ZERO - 1.0f);
}

static void KERNEL(cell_gradient)(
    size_t rows, size_t width, const float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    const float *cells, const float *d_outputs, size_t d_output_stride, float *d_cells, float *d_gates,
    size_t d_gate_stride
) {
    const v16 one = SPLAT(1.0f);
    for (size_t row = 0; row < rows; row++) {
        const float *gate = gates + row * gate_stride;
        float *d_gate = d_gates + row * d_gate_stride;
        for (size_t at = 0; at < width; at += 16) {
            const v16 forget = KERNEL(load)(gate + at);
            const v16 output = KERNEL(load)(gate + width + at);
            const v16 candidate = KERNEL(load)(gate + 2 * width + at);
            const v16 before = row < previous_rows ? KERNEL(load)(previous + row * width + at) : SPLAT(0.0f);
            const v16 squashed = KERNEL(tanh)(KERNEL(load)(cells + row * width + at));
            const v16 d_output = KERNEL(load)(d_outputs + row * d_output_stride + at);
            const v16 d_cell =
                KERNEL(load)(d_cells + row * width + at) + d_output * output * (one - squashed * squashed);
            KERNEL(store)(d_gate + at, d_cell * (before - candidate) * forget * (one - forget));
            KERNEL(store)(d_gate + width + at, d_output * squashed * output * (one - output));
            KERNEL(store)(d_gate + 2 * width + at, d_cell * (one - forget) * (one - candidate * candidate));
            KERNEL(store)(d_cells + row * width + at, d_cell * forget);
        }
    }
}

static float KERNEL(exponentials)(size_t count, float *x, float maximum) {
    float sum = 0;
    size_t at = 0;
    for (; at + 16 <= count; at += 16) {
        KERNEL(store)(x + at, KERNEL(exp)(KERNEL(load)(x + at) - SPLAT(maximum)));
        for (size_t lane = 0; lane < 16; lane++) sum += x[at + lane];
    }
    if (at < count) {
        v16 rest = SPLAT(-87.0f);
        for (size_t lane = 0; at + lane < count; lane++) rest[lane] = x[at + lane] - maximum;
        rest = KERNEL(exp)(rest);
        for (size_t lane = 0; at + lane < count; lane++) sum += x[at + lane] = rest[lane];
    }
    return sum;
}

// Thirty-two columns at a time are held in registers over all rows.
static void KERNEL(sum_rows)(
    size_t width, size_t count, const int *rows, const signed char *table, const float *scales, float *sum
) {
    for (size_t at = 0; at < width; at += 32) {
        const size_t second = at + 16 < width ? 16 : 0;
        v16 left = SPLAT(0.0f), right = SPLAT(0.0f);
        for (size_t index = 0; index < count; index++) {
            const signed char *row = table + (size_t)rows[index] * width + at;
            const v16 scale = SPLAT(scales[rows[index]]);
            b16 bytes;
            __builtin_memcpy(&bytes, row, sizeof bytes);
            left = FMA(__builtin_convertvector(bytes, v16), scale, left);
            __builtin_memcpy(&bytes, row + second, sizeof bytes);
            right = FMA(__builtin_convertvector(bytes, v16), scale, right);
        }
        KERNEL(store)(sum + at, left);
        if (second) KERNEL(store)(sum + at + second, right);
    }
}

static void KERNEL(add)(size_t count, const float *x, float scale, float *y) {
    size_t at = 0;
    for (; at + 16 <= count; at += 16)
        KERNEL(store)(y + at, FMA(KERNEL(load)(x + at), SPLAT(scale), KERNEL(load)(y + at)));
    for (; at < count; at++) y[at] = __builtin_fmaf(x[at], scale, y[at]);
}

static void KERNEL(adam)(
    size_t count, float *parameters, const float *gradient, float *mean, float *square, float rate, float beta1,
    float beta2, float epsilon, float scale
) {
    for (size_t at = 0; at < count; at += 16) {
        const v16 g = KERNEL(load)(gradient + at) * SPLAT(scale);
        const v16 m = FMA(SPLAT(1 - beta1), g, SPLAT(beta1) * KERNEL(load)(mean + at));
        const v16 s = FMA(SPLAT(1 - beta2), g * g, SPLAT(beta2) * KERNEL(load)(square + at));
        KERNEL(store)(mean + at, m);
        KERNEL(store)(square + at, s);
        KERNEL(store)(parameters + at, KERNEL(load)(parameters + at)
            - SPLAT(rate) * m / (__builtin_elementwise_sqrt(s) + SPLAT(epsilon)));
    }
}
