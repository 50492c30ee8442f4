#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include <stddef.h>

// Dense arithmetic of the language network, in single precision.
//
// Every result is one chain of fused multiply-adds in a fixed order, whatever the width of the processor's registers and
// however many rows are computed at once: the same input gives the same bits on every machine.

/// Columns are computed in panels of this many; the column counts of all matrices are multiples of it.
#define HEARSAY_PANEL 16

/// Lays a matrix of `k` rows and `n` columns out in panels of 16 columns, as `hearsay_multiply` reads it. Element (row,
/// column) stands at `b[row * row_stride + column * column_stride]`. Columns up to the next multiple of 16 become 0.
void hearsay_pack(size_t k, size_t n, const float *b, size_t row_stride, size_t column_stride, float *packed);

/// c = a b, or c += a b where `accumulate` is not 0. `a` has `m` rows of `k` values; `packed` is `b` as
/// `hearsay_pack` leaves it; `c` has `m` rows of `n` values, `n` a multiple of 16. Costs m n k multiply-adds.
void hearsay_multiply(
    size_t m, size_t n, size_t k, const float *a, size_t a_row_stride, size_t a_column_stride, const float *packed,
    float *c, size_t c_row_stride, int accumulate);

/// One step of `rows` recurrent cells whose input and forget gates are one (Greff et al. 2017). `gates` holds three blocks
/// of `width` values a row: forget, output, candidate, before their activation, and after it on return. `cells` and
/// `outputs` receive the state; `previous` is the cells' state before, the first `previous_rows` rows of it; the
/// other rows begin with 0.
void hearsay_cell(
    size_t rows, size_t width, float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    float *cells, float *outputs, size_t output_stride);

/// The gradient of `hearsay_cell`. `gates` as that function left them. `d_outputs` is the loss's gradient by the outputs,
/// `d_cells` by the cells from the step after (0 where there is none); on return `d_gates` holds the gradient by the
/// gates before their activation, and `d_cells` that by the previous cells.
void hearsay_cell_gradient(
    size_t rows, size_t width, const float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    const float *cells, const float *d_outputs, size_t d_output_stride, float *d_cells, float *d_gates,
    size_t d_gate_stride);

/// x = exp(x - maximum) for `count` values; returns their sum.
float hearsay_exponentials(size_t count, float *x, float maximum);

/// sum += scale * row for `count` (a multiple of 16) signed bytes.
void hearsay_add_bytes(size_t count, const signed char *row, float scale, float *sum);

/// y += scale * x for `count` values.
void hearsay_add(size_t count, const float *x, float scale, float *y);

/// One step of Adam (Kingma & Ba 2015) for `count` parameters; `rate` includes the correction of the bias.
void hearsay_adam(
    size_t count, float *parameters, const float *gradient, float *mean, float *square, float rate, float beta1,
    float beta2, float epsilon, float scale);

#endif
