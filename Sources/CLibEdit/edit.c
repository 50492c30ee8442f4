#include "hearsay_edit.h"
