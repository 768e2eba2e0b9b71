#pragma once
#include "models/core/json_reader.h"

#include <QList>

namespace wemo::blocking {

/// Whom something is counted against. The kind is a word of the policies ("number", "address", "device", …), so a new
/// kind is data and not code.
struct Subject {
    QString kind;
    QString value; ///< in the one form it has everywhere, e.g. E.164
};

enum class Mode {
    Enforce,
    Observe ///< counts and tells what it would do, and lets everything through
};
QString toString(Mode mode);
std::optional<Mode> modeFromString(QStringView text);

/// How often something may happen to a subject, and what follows when it happens more often.
struct Policy {
    QString id;          ///< short; its counts live under it, so a changed id starts anew
    QString subjectKind; ///< of the subjects it looks at
    QString event;       ///< what it counts: "code-requested", "sign-in-failed", …
    int limit = 5;       ///< within any span of `window`; the next is refused and is a strike
    Milliseconds window{3'600'000};
    Milliseconds blockTime{0}; ///< after the first strike, twice that after the second, …; 0 = until the window lets go
    Milliseconds longestBlock{0};         ///< no block is longer, however many strikes
    Milliseconds strikeDecay{86'400'000}; ///< one strike is forgotten after each such time without a new one
    Mode mode = Mode::Enforce;
    bool operator==(const Policy &) const = default;
};

constexpr int mostCounted = 100'000; ///< each is remembered by its time

QJsonObject toJson(const Policy &policy);
/// Strict: unknown members and impossible values are InvalidInput, all at once.
Result<Policy> policyFromJson(const QJsonObject &json);

/// What one policy says about one subject.
struct Verdict {
    QString policyId;
    int subject = 0; ///< which of the subjects asked about
    Mode mode = Mode::Enforce;
    bool allows = true;
    int left = 0;         ///< how many more it allows; where this one was counted, after it
    Milliseconds wait{0}; ///< until it allows again
    int strikes = 0;      ///< in force now
};

/// A ban that caught a subject.
struct BanHit {
    Subject subject;              ///< that was asked about
    QString match;                ///< "exact", "prefix", "cidr"
    std::optional<Instant> until; ///< nothing = it does not end by itself
};

/// What all policies together say. Only the service knows the verdicts: outside there is "try again later" and a time.
struct Decision {
    bool allowed = true;
    Milliseconds wait{0}; ///< the longest of those that refuse; of a ban, a time that looks like a block's
    QList<Verdict> verdicts;
    QList<BanHit> bans; ///< where there is one, it is refused and nothing counted
    Instant at{};       ///< now, as all engines see it
};

} // namespace wemo::blocking
