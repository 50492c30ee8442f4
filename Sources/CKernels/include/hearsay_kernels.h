#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include <stddef.h>

// Dense arithmetic of the language network: in single precision for its training, mostly in bytes for its use.
//
// Every sum of Floats is one chain of fused multiply-adds in a fixed order, whatever the width of the processor's registers
// and however many rows are computed at once, and sums of whole numbers are exact: the same input gives the same bits on
// every machine.

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

/// A matrix of signed bytes.
struct hearsay_bytes {
    /// Panels of 16 columns; in each, groups of 4 rows, of which each column's 4 values stand side by side.
    const signed char *values;
    /// What one unit of each column is.
    const float *scales;
    /// What each column's sum is where all of the other factor is 0: `HEARSAY_ZERO` times the column's sum.
    const int *zeros;
};

/// Rows of a matrix of bytes stand in groups of this many, an even number of groups.
#define HEARSAY_GROUP 4
/// In a column of a matrix of bytes, what is positive in one half of a group and the same half of the next has at most
/// this sum, and so has what is negative: times a byte up to 127, it fits into 16 bits.
#define HEARSAY_HALF_SUM 258
/// Unsigned bytes stand for numbers around this one, from 0 to twice it less one.
#define HEARSAY_ZERO 64

/// c = a b + bias (none where NULL), or c += a b where `accumulate` is not 0. `a` has `m` rows of `k` bytes, each of them
/// (byte - HEARSAY_ZERO) times the row's scale, which is 1 / (HEARSAY_ZERO - 1) for all where `row_scales` is NULL; `b` is
/// `k` by `n`, `n` a multiple of 16. Costs m n k multiply-adds.
void hearsay_multiply_bytes(
    size_t m, size_t n, size_t k, const unsigned char *a, size_t a_row_stride, const float *row_scales,
    const struct hearsay_bytes *b, const float *bias, float *c, size_t c_row_stride, int accumulate);

/// One step of `rows` recurrent cells whose input and forget gates are one (Greff et al. 2017). `gates` holds three blocks
/// of `width` values a row: forget, output, candidate, before their activation, and after it on return. `cells` and
/// `outputs` receive the state; `previous` is the cells' state before, the first `previous_rows` rows of it; the
/// other rows begin with 0.
void hearsay_cell(
    size_t rows, size_t width, float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    float *cells, float *outputs, size_t output_stride);

/// As `hearsay_cell` (relative error of its exponentials 4e-5), with outputs as bytes: `HEARSAY_ZERO - 1` units to 1. `gates`
/// keeps what it holds.
void hearsay_cell_bytes(
    size_t rows, size_t width, const float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    float *cells, unsigned char *outputs, size_t output_stride);

/// Writes `count` (a multiple of 16) values as bytes around `HEARSAY_ZERO`; returns what one unit is.
float hearsay_bytes_of_row(size_t count, const float *x, unsigned char *row);

/// The gradient of `hearsay_cell`. `gates` as that function left them. `d_outputs` is the loss's gradient by the outputs,
/// `d_cells` by the cells from the step after (0 where there is none); on return `d_gates` holds the gradient by the
/// gates before their activation, and `d_cells` that by the previous cells.
void hearsay_cell_gradient(
    size_t rows, size_t width, const float *gates, size_t gate_stride, const float *previous, size_t previous_rows,
    const float *cells, const float *d_outputs, size_t d_output_stride, float *d_cells, float *d_gates,
    size_t d_gate_stride);

/// x = exp(x - maximum) for `count` values; returns their sum.
float hearsay_exponentials(size_t count, float *x, float maximum);

/// sum = the `count` rows of `table` whose numbers `rows` gives, each times its scale; a row is `width` (a multiple of 16)
/// signed bytes.
void hearsay_sum_rows(
    size_t width, size_t count, const int *rows, const signed char *table, const float *scales, float *sum);

/// y += scale * x for `count` values.
void hearsay_add(size_t count, const float *x, float scale, float *y);

/// One step of Adam (Kingma & Ba 2015) for `count` parameters; `rate` includes the correction of the bias.
void hearsay_adam(
    size_t count, float *parameters, const float *gradient, float *mean, float *square, float rate, float beta1,
    float beta2, float epsilon, float scale);

#endif
