#include "models/blocking/policy_edit.h"

namespace wemo::blocking {

namespace {
using std::chrono::hours;
using std::chrono::minutes;
constexpr Milliseconds none{0};

struct Row {
    const char *id, *kind, *event;
    int limit;
    Milliseconds window, block, longest, decay;
    const char *note;
};

/// The limits of one-time codes (NIST 800-63B, ASVS 6, Twilio Verify) and of staff's sign-in. Blocks without a time of
/// their own last until the window lets go.
constexpr Row rows[] = {
    {"number-hour", "number", "code-requested", 5, hours(1), none, none, hours(24), "Codes a number gets in an hour"},
    {"number-day", "number", "code-requested", 10, hours(24), none, none, hours(24), "Codes a number gets in a day"},
    {"pair-hour", "pair", "code-requested", 4, hours(1), none, none, hours(24),
     "One requester gets less than the whole for a number, so that nobody locks its owner out"},
    {"pair-day", "pair", "code-requested", 8, hours(24), none, none, hours(24), "The same for a day"},
    {"owner-hour", "owner", "code-requested", 5, hours(1), none, none, hours(24),
     "A device that has proven the number counts for itself, not among strangers"},
    {"owner-day", "owner", "code-requested", 10, hours(24), none, none, hours(24), "The same for a day"},
    {"device-day", "device", "code-requested", 40, hours(24), hours(1), hours(24), hours(24 * 7),
     "One device that asks for many numbers"},
    {"address-day", "address", "code-requested", 1'000, hours(24), none, none, hours(24),
     "Budget of a network address; many riders share one on mobile networks"},
    {"prefix-day", "prefix", "code-requested", 5'000, hours(24), none, none, hours(24),
     "Budget of a number's first four digits, against SMS pumping"},
    {"tenant-day", "tenant", "code-requested", 50'000, hours(24), none, none, hours(24), "Budget of the whole company"},
    {"code-wrong-pair", "pair", "code-wrong", 15, hours(1), minutes(15), hours(24), hours(24),
     "Wrong codes from one requester for a number"},
    {"code-wrong-device", "device", "code-wrong", 30, hours(1), minutes(15), hours(24), hours(24),
     "Wrong codes from one device"},
    {"code-wrong-address", "address", "code-wrong", 500, hours(1), minutes(15), hours(24), hours(24),
     "Wrong codes from one network address"},
    {"staff-pair", "pair", "sign-in-failed", 10, minutes(15), none, none, hours(24),
     "Attempts on an account from one address, so that a stranger far away locks no colleague out"},
    {"staff-account", "account", "sign-in-failed", 100, minutes(15), none, none, hours(24),
     "Attempts on an account from anywhere"},
    {"staff-address", "address", "sign-in-failed", 100, minutes(15), none, none, hours(24),
     "Attempts from one address on any account"},
    {"redemption-device", "device", "redemption-failed", 10, hours(1), minutes(15), hours(24), hours(24),
     "Codes that do not exist, tried by one device"},
    {"redemption-number", "number", "redemption-failed", 10, hours(1), minutes(15), hours(24), hours(24),
     "Codes that do not exist, tried for one rider"},
};
} // namespace

QList<PolicyRecord> defaultPolicies() {
    QList<PolicyRecord> all;
    for (const Row &row : rows) {
        PolicyRecord record;
        record.policy = {row.id,    row.kind,    row.event, row.limit,    row.window,
                         row.block, row.longest, row.decay, Mode::Enforce};
        record.note = QString::fromUtf8(row.note);
        all.append(record);
    }
    return all;
}

} // namespace wemo::blocking
