#include "hearsay_kernels.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "processor.h"

// Integer sums are exact: their order does not matter, and every processor's way gives the same.

// The order of every sum is written out: nothing may be contracted or reordered.
#pragma STDC FP_CONTRACT OFF

#define LANES HEARSAY_PANEL
#define GROUP HEARSAY_GROUP

typedef float lanes __attribute__((vector_size(LANES * 4)));
typedef int counts __attribute__((vector_size(LANES * 4)));

// Wide vectors are passed between static functions only, which are inlined: no calling convention is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

struct product {
    size_t n, k;
    const unsigned char *a;
    size_t a_row_stride;
    const float *row_scales;
    const struct hearsay_bytes *b;
    // What the sums are added to: c itself, a bias that all rows share, or 0 for all.
    const float *start;
    size_t start_row_stride, start_column_stride;
    float *c;
    size_t c_row_stride;
};

// What the sums of a row's panel mean, written where they belong.
static inline __attribute__((always_inline)) void finish(
    const struct product *product, size_t row, size_t column, counts sums
) {
    lanes scales, values;
    counts zeros;
    __builtin_memcpy(&scales, product->b->scales + column, sizeof scales);
    __builtin_memcpy(&zeros, product->b->zeros + column, sizeof zeros);
    __builtin_memcpy(&values, product->start + row * product->start_row_stride + column * product->start_column_stride,
                     sizeof values);
    const lanes row_scale = (lanes){0} + (product->row_scales ? product->row_scales[row] : 1.0f / (HEARSAY_ZERO - 1));
    values = __builtin_elementwise_fma(__builtin_convertvector(sums - zeros, lanes), row_scale * scales, values);
    __builtin_memcpy(product->c + row * product->c_row_stride + column, &values, sizeof values);
}

static void portable_rows(const struct product *product, size_t from, size_t to) {
    for (size_t column = 0; column < product->n; column += LANES) {
        for (size_t row = from; row < to; row++) {
            const unsigned char *a = product->a + row * product->a_row_stride;
            const signed char *b = product->b->values + column * product->k;
            counts sums = {0};
            for (size_t at = 0; at < product->k; at += GROUP, b += LANES * GROUP) {
                for (size_t lane = 0; lane < LANES; lane++) {
                    for (size_t byte = 0; byte < GROUP; byte++) sums[lane] += a[at + byte] * b[lane * GROUP + byte];
                }
            }
            finish(product, row, column, sums);
        }
    }
}

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

// Four bytes of a row and all columns' four of theirs: the sums of two products each, in 16 bits.
static inline __attribute__((always_inline)) __m256i avx2_pairs(const unsigned char *a, const signed char *b) {
    int group;
    memcpy(&group, a, sizeof group);
    return _mm256_maddubs_epi16(_mm256_set1_epi32(group), _mm256_loadu_si256((const __m256i *)b));
}

// Up to four rows by sixteen columns, held in registers over all of k. Sums stay in 16 bits over two groups, which
// HEARSAY_HALF_SUM makes room for: three multiplications do where four would.
static inline __attribute__((always_inline)) void avx2_tile(
    const int rows, const struct product *product, size_t row, size_t column
) {
    __m256i left[4], right[4];
    const __m256i ones = _mm256_set1_epi16(1);
    const unsigned char *a = product->a + row * product->a_row_stride;
    const signed char *b = product->b->values + column * product->k;
#pragma clang loop unroll(full)
    for (int at = 0; at < rows; at++) left[at] = right[at] = _mm256_setzero_si256();
    for (size_t at = 0; at < product->k; at += 2 * GROUP, b += 2 * LANES * GROUP) {
#pragma clang loop unroll(full)
        for (int index = 0; index < rows; index++) {
            const unsigned char *bytes = a + index * product->a_row_stride + at;
            const __m256i lower = _mm256_add_epi16(avx2_pairs(bytes, b), avx2_pairs(bytes + GROUP, b + LANES * GROUP));
            const __m256i upper = _mm256_add_epi16(avx2_pairs(bytes, b + 32),
                                                   avx2_pairs(bytes + GROUP, b + LANES * GROUP + 32));
            left[index] = _mm256_add_epi32(left[index], _mm256_madd_epi16(lower, ones));
            right[index] = _mm256_add_epi32(right[index], _mm256_madd_epi16(upper, ones));
        }
    }
#pragma clang loop unroll(full)
    for (int index = 0; index < rows; index++) {
        counts sums;
        memcpy(&sums, &left[index], sizeof left[index]);
        memcpy((char *)&sums + sizeof left[index], &right[index], sizeof right[index]);
        finish(product, row + index, column, sums);
    }
}

static void avx2_rows(const struct product *product, size_t from, size_t to) {
    for (size_t column = 0; column < product->n; column += LANES) {
        size_t row = from;
        for (; row + 4 <= to; row += 4) avx2_tile(4, product, row, column);
        switch (to - row) {
        case 3: avx2_tile(3, product, row, column); break;
        case 2: avx2_tile(2, product, row, column); break;
        case 1: avx2_tile(1, product, row, column); break;
        default: break;
        }
    }
}

#pragma clang attribute pop
#endif

void hearsay_multiply_bytes(
    size_t m, size_t n, size_t k, const unsigned char *a, size_t a_row_stride, const float *row_scales,
    const struct hearsay_bytes *b, const float *bias, float *c, size_t c_row_stride, int accumulate
) {
    static const float nothing[LANES];
    const struct product product = {
        n, k, a, a_row_stride, row_scales, b,
        accumulate ? c : bias ? bias : nothing, accumulate ? c_row_stride : 0, accumulate || bias ? 1 : 0,
        c, c_row_stride,
    };
    DISPATCH(rows(&product, 0, m));
}
