#pragma once
#include "models/core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace wemo {

/// A value, or why there is none. Nothing in this project throws across a module's edge.
template <typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

inline Failure failure(Error error) {
    return Failure(std::move(error));
}

inline Failure failure(ErrorKind kind, QString code, QString message, QString detail = {}) {
    return Failure(Error{kind, std::move(code), std::move(message), std::move(detail)});
}

} // namespace wemo
