#define _GNU_SOURCE
#include "editor.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

size_t utf8_length(unsigned char first) {
    if (first >= 0xF0 && first <= 0xF4) return 4;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xC2 && first < 0xE0) return 2;
    return 1;
}

wchar_t utf8_scalar(const unsigned char *bytes, size_t count) {
    static const unsigned char masks[] = {0x00, 0x7F, 0x1F, 0x0F, 0x07};
    static const wchar_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (count == 1) return bytes[0] < 0x80 ? (wchar_t)bytes[0] : (wchar_t)0xFFFD;
    wchar_t scalar = bytes[0] & masks[count];
    for (size_t index = 1; index < count; index++) {
        if ((bytes[index] & 0xC0) != 0x80) return 0xFFFD;
        scalar = scalar << 6 | (bytes[index] & 0x3F);
    }
    bool surrogate = scalar >= 0xD800 && scalar < 0xE000;
    return scalar < smallest[count] || surrogate || scalar > 0x10FFFF ? (wchar_t)0xFFFD : scalar;
}

wchar_t *wide_from_utf8(const char *text) {
    size_t count = strlen(text);
    wchar_t *wide = calloc(count + 1, sizeof *wide);
    if (!wide) return NULL;
    size_t used = 0;
    for (size_t index = 0; index < count;) {
        size_t length = utf8_length((unsigned char)text[index]);
        if (length > count - index) length = 1;
        wide[used++] = utf8_scalar((const unsigned char *)text + index, length);
        index += length;
    }
    return wide;
}

char *utf8_from_wide(const wchar_t *text, size_t count) {
    char *bytes = malloc(count * 4 + 1);
    if (!bytes) return NULL;
    char *end = bytes;
    for (size_t index = 0; index < count; index++) {
        unsigned long scalar = (unsigned long)text[index];
        if (scalar > 0x10FFFF || (scalar >= 0xD800 && scalar < 0xE000)) scalar = 0xFFFD;
        if (scalar < 0x80) {
            *end++ = (char)scalar;
        } else if (scalar < 0x800) {
            *end++ = (char)(0xC0 | scalar >> 6);
            *end++ = (char)(0x80 | (scalar & 0x3F));
        } else if (scalar < 0x10000) {
            *end++ = (char)(0xE0 | scalar >> 12);
            *end++ = (char)(0x80 | (scalar >> 6 & 0x3F));
            *end++ = (char)(0x80 | (scalar & 0x3F));
        } else {
            *end++ = (char)(0xF0 | scalar >> 18);
            *end++ = (char)(0x80 | (scalar >> 12 & 0x3F));
            *end++ = (char)(0x80 | (scalar >> 6 & 0x3F));
            *end++ = (char)(0x80 | (scalar & 0x3F));
        }
    }
    *end = 0;
    return bytes;
}

void use_utf8_locale(void) {
    // Other categories stay C: numbers must look the same everywhere.
    static const char *const fallbacks[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
    setlocale(LC_CTYPE, "");
    for (size_t index = 0; index < sizeof fallbacks / sizeof *fallbacks; index++) {
        if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
        setlocale(LC_CTYPE, fallbacks[index]);
    }
}
