#pragma once
#include "models/core/result.h"

namespace wemo::blocking {

/// Work on an import that ends here and goes on: the service stops, or the import is another's now.
inline Failure importInterrupted() {
    return failure(ErrorKind::Canceled, "import-interrupted", "The import goes on elsewhere or later.");
}

} // namespace wemo::blocking
