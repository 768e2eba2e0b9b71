#pragma once

/// A named place at which a test may end this process as kill -9 would. The environment variable WEMO_FAILPOINT names
/// the place, "sms.after-claim" or "sms.after-claim:3" for the third passage. Compiled to nothing in release builds.
#ifdef WEMO_FAILPOINTS
namespace wemo::runtime {
void failpoint(const char *name);
}
#define WEMO_FAILPOINT(name) ::wemo::runtime::failpoint(name)
#else
#define WEMO_FAILPOINT(name) static_cast<void>(0)
#endif
