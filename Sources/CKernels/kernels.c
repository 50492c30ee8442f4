#include "hearsay_kernels.h"

#include "processor.h"

// The order of every sum is written out: nothing may be contracted or reordered.
#pragma STDC FP_CONTRACT OFF

typedef float v8 __attribute__((vector_size(32)));
typedef float v16 __attribute__((vector_size(64)));
typedef int i16 __attribute__((vector_size(64)));
typedef signed char b16 __attribute__((vector_size(16)));

// Wide vectors are passed between static functions only, which are inlined: no calling convention is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

#define BLOCK 256
#define FMA(a, b, c) __builtin_elementwise_fma(a, b, c)
#define SPLAT(x) ((v16)((v16){0} + (x)))

#define KERNEL(name) portable_##name
#include "kernels.h"
#undef KERNEL

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define KERNEL(name) avx2_##name
#include "kernels.h"
#undef KERNEL
#pragma clang attribute pop
#endif

void hearsay_pack(size_t k, size_t n, const float *b, size_t row_stride, size_t column_stride, float *packed) {
    for (size_t column = 0; column < n; column += HEARSAY_PANEL) {
        for (size_t row = 0; row < k; row++) {
            for (size_t lane = 0; lane < HEARSAY_PANEL; lane++) {
                *packed++ = column + lane < n ? b[row * row_stride + (column + lane) * column_stride] : 0;
            }
        }
    }
}

void hearsay_multiply(
    size_t m, size_t n, size_t k, const float *a, size_t a_row_stride, size_t a_column_stride, const float *packed,
    float *c, size_t c_row_stride, int accumulate
) {
    DISPATCH(multiply(m, n, k, a, a_row_stride, a_column_stride, packed, c, c_row_stride, accumulate));
}

void hearsay_cell(
    size_t rows, size_t width, float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    float *cells, float *outputs, size_t output_stride
) {
    DISPATCH(cell(rows, width, gates, gate_stride, previous, previous_rows, cells, outputs, output_stride));
}

void hearsay_cell_bytes(
    size_t rows, size_t width, const float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    float *cells, unsigned char *outputs, size_t output_stride
) {
    DISPATCH(cell_bytes(rows, width, gates, gate_stride, previous, previous_rows, cells, outputs, output_stride));
}

float hearsay_bytes_of_row(size_t count, const float *x, unsigned char *row) {
    return DISPATCH(bytes_of_row(count, x, row));
}

void hearsay_cell_gradient(
    size_t rows, size_t width, const float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    const float *cells, const float *d_outputs, size_t d_output_stride, float *d_cells, float *d_gates,
    size_t d_gate_stride
) {
    DISPATCH(cell_gradient(rows, width, gates, gate_stride, previous, previous_rows, cells, d_outputs, d_output_stride,
                           d_cells, d_gates, d_gate_stride));
}

float hearsay_exponentials(size_t count, float *x, float maximum) { return DISPATCH(exponentials(count, x, maximum)); }

void hearsay_sum_rows(
    size_t width, size_t count, const int *rows, const signed char *table, const float *scales, float *sum
) {
    DISPATCH(sum_rows(width, count, rows, table, scales, sum));
}

void hearsay_add(size_t count, const float *x, float scale, float *y) { DISPATCH(add(count, x, scale, y)); }

void hearsay_adam(
    size_t count, float *parameters, const float *gradient, float *mean, float *square, float rate, float beta1,
    float beta2, float epsilon, float scale
) {
    DISPATCH(adam(count, parameters, gradient, mean, square, rate, beta1, beta2, epsilon, scale));
}
