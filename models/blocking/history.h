#pragma once
#include "models/blocking/subject_ref.h"

namespace wemo::blocking {

enum class HistoryWhat { Counted, Refused, Observed, Blocked, Lifted, Extended, Banned, BanLifted };
QString toString(HistoryWhat what); ///< "counted", "ban-lifted", …
std::optional<HistoryWhat> historyWhatFromString(QStringView text);

/// One thing that happened to a subject.
struct HistoryEntry {
    Instant at{};
    HistoryWhat what = HistoryWhat::Counted;
    QString policyId;
    QString event;
    QString requestId; ///< that caused it
    QString actor;     ///< the name of who did it; empty = the service
    QString note;      ///< the reason a person gave
    std::optional<Instant> until;
    bool operator==(const HistoryEntry &) const = default;
};

struct HistoryPage {
    std::optional<SubjectRef> subject; ///< as the value was understood
    QList<HistoryEntry> items;         ///< newest first
    QString nextCursor;                ///< empty: this was the last page
};

QJsonObject toJson(const HistoryEntry &entry);
Result<HistoryEntry> historyEntryFromJson(const QJsonObject &json);
QJsonObject toJson(const HistoryPage &page);
Result<HistoryPage> historyPageFromJson(const QJsonObject &json);

} // namespace wemo::blocking
