/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and exit statuses of the error codes, made from the one list in the header. */
#include "config.h"

#include "core/base/error.h"

#include <glib.h>

G_DEFINE_QUARK(samsok-error-quark, samsok_error)

static const struct {
    const char *name;
    int exit_status;
} codes[] = {
#define X(code, name, status) {name, status},
    SAMSOK_ERROR_LIST(X)
#undef X
};

const char *samsok_error_name(int code)
{
    if (code < 0 || (size_t)code >= G_N_ELEMENTS(codes)) {
        return codes[SAMSOK_ERROR_INTERNAL].name;
    }
    return codes[code].name;
}

int samsok_error_exit_status(const GError *error)
{
    if (error == NULL) {
        return 0;
    }
    if (error->domain != SAMSOK_ERROR || error->code < 0 ||
        (size_t)error->code >= G_N_ELEMENTS(codes)) {
        return codes[SAMSOK_ERROR_INTERNAL].exit_status;
    }
    return codes[error->code].exit_status;
}
