#include "services/runtime/failpoint.h"

#ifdef WEMO_FAILPOINTS
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>

namespace wemo::runtime {

void failpoint(const char *name) {
    static const char *const wanted = std::getenv("WEMO_FAILPOINT");
    if (!wanted)
        return;
    static const std::string_view text(wanted);
    static const std::size_t colon = text.find(':');
    static const int nth = colon == std::string_view::npos ? 1 : std::atoi(wanted + colon + 1);
    static std::atomic<int> passages = 0;
    if (text.substr(0, colon) == name && ++passages == nth)
        std::raise(SIGKILL);
}

} // namespace wemo::runtime
#endif
