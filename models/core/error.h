#pragma once
#include <QJsonObject>
#include <QList>
#include <QString>

namespace wemo {

/// What went wrong, in words that fit every layer. The HTTP status follows from it in one place (services/api).
enum class ErrorKind {
    InvalidInput, ///< the caller's data is wrong; see `fields`
    Unauthorized, ///< who you are is not known, or no longer
    Forbidden,    ///< known, and not allowed
    NotFound,     ///< no such thing, which is not the same as Unavailable
    Conflict,     ///< someone else changed it, or the state does not allow it
    Expired,      ///< it was there and its time is over
    TooLarge,
    TooManyRequests, ///< see `retryAfterMs`
    Unavailable,     ///< a store or a peer is down; trying again may help
    Timeout,
    Canceled,
    Internal, ///< a fault of ours
};

/// One wrong field of an input: where (a JSON path such as "items[2].phone") and what, as a code and as a sentence.
struct FieldError {
    QString path;
    QString code;
    QString message;
    bool operator==(const FieldError &) const = default;
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString code;    ///< stable word for programs, kebab-case, e.g. "challenge-expired"
    QString message; ///< may be told outside: holds no secret, no SQL, no phone number
    QString detail;  ///< for the log only
    QList<FieldError> fields = {};
    qint64 retryAfterMs = 0; ///< 0 = not stated
    QJsonObject extra = {};  ///< further members of the problem details, e.g. checks_left
};

QString toString(ErrorKind kind);
std::optional<ErrorKind> errorKindFromString(QStringView text);

} // namespace wemo
