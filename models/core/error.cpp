#include "models/core/error.h"

#include "models/core/enum_names.h"

namespace wemo {

namespace {
constexpr EnumNames<ErrorKind, 12> names{{
    {ErrorKind::InvalidInput, "invalid-input"},
    {ErrorKind::Unauthorized, "unauthorized"},
    {ErrorKind::Forbidden, "forbidden"},
    {ErrorKind::NotFound, "not-found"},
    {ErrorKind::Conflict, "conflict"},
    {ErrorKind::Expired, "expired"},
    {ErrorKind::TooLarge, "too-large"},
    {ErrorKind::TooManyRequests, "too-many-requests"},
    {ErrorKind::Unavailable, "unavailable"},
    {ErrorKind::Timeout, "timeout"},
    {ErrorKind::Canceled, "canceled"},
    {ErrorKind::Internal, "internal"},
}};
} // namespace

QString toString(ErrorKind kind) {
    return names.toString(kind);
}
std::optional<ErrorKind> errorKindFromString(QStringView text) {
    return names.fromString(text);
}

} // namespace wemo
