#ifndef HEARSAY_EDIT_H
#define HEARSAY_EDIT_H
#endif
