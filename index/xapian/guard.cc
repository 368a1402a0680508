/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Xapian's exception classes and our error codes: the one table between them. */
#include "config.h"

#include "index/xapian/guard.hh"

#include <exception>
#include <string>

#include <xapian.h>

#include "core/base/error.h"

/* "message (errno text)", as Xapian keeps the two apart. */
static std::string message_of(const Xapian::Error &exception)
{
    const char *system = exception.get_error_string();
    std::string message = exception.get_msg();
    return system == nullptr ? message : message + " (" + system + ")";
}

static void set(GError **error, SamsokErrorCode code, const char *object, const char *message)
{
    g_set_error(error, SAMSOK_ERROR, code, "'%s': %s", object, message);
}

static void set_xapian(GError **error, SamsokErrorCode code, const char *object,
                       const Xapian::Error &exception)
{
    set(error, code, object, message_of(exception).c_str());
}

void samsok_guard_translate(const char *object, GError **error) noexcept
{
    /* The order matters: a derived class stands before its base. */
    try {
        throw;
    } catch (const Xapian::DatabaseLockError &e) {
        set_xapian(error, SAMSOK_ERROR_LOCKED, object, e);
    } catch (const Xapian::DatabaseModifiedError &e) {
        set_xapian(error, SAMSOK_ERROR_STALE, object, e);
    } catch (const Xapian::DatabaseNotFoundError &e) {
        set_xapian(error, SAMSOK_ERROR_MISSING, object, e);
    } catch (const Xapian::DatabaseVersionError &e) {
        set_xapian(error, SAMSOK_ERROR_CORRUPT, object, e);
    } catch (const Xapian::DatabaseCorruptError &e) {
        set_xapian(error, SAMSOK_ERROR_CORRUPT, object, e);
    } catch (const Xapian::DatabaseCreateError &e) {
        set_xapian(error, SAMSOK_ERROR_CREATE, object, e);
    } catch (const Xapian::DatabaseOpeningError &e) {
        /* Without an error of the system it is something else than a database. */
        bool is_other = e.get_error_string() == nullptr;
        set_xapian(error, is_other ? SAMSOK_ERROR_MISSING : SAMSOK_ERROR_IO, object, e);
    } catch (const Xapian::DatabaseError &e) {
        /* Without an error of the system the file is not what it should be: it ends too early. */
        bool is_damaged = e.get_error_string() == nullptr;
        set_xapian(error, is_damaged ? SAMSOK_ERROR_CORRUPT : SAMSOK_ERROR_IO, object, e);
    } catch (const Xapian::NetworkError &e) {
        set_xapian(error, SAMSOK_ERROR_IO, object, e);
    } catch (const Xapian::DocNotFoundError &e) {
        set_xapian(error, SAMSOK_ERROR_MISSING, object, e);
    } catch (const Xapian::SerialisationError &e) {
        set_xapian(error, SAMSOK_ERROR_CORRUPT, object, e);
    } catch (const Xapian::WildcardError &e) {
        set_xapian(error, SAMSOK_ERROR_QUERY, object, e);
    } catch (const Xapian::InvalidArgumentError &e) {
        set_xapian(error, SAMSOK_ERROR_QUERY, object, e);
    } catch (const Xapian::UnimplementedError &e) {
        set_xapian(error, SAMSOK_ERROR_QUERY, object, e);
    } catch (const Xapian::Error &e) {
        set_xapian(error, SAMSOK_ERROR_INTERNAL, object, e);
    } catch (const std::exception &e) {
        set(error, SAMSOK_ERROR_INTERNAL, object, e.what());
    } catch (...) {
        set(error, SAMSOK_ERROR_INTERNAL, object, "unknown exception");
    }
}
