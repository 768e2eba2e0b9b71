#pragma once
#include "models/blocking/history.h"
#include "services/redis/pool.h"
#include "services/storage/database.h"

#include <QList>

namespace wemo::blocking {

/// What one policy said in a decision, as it is kept.
struct LoggedVerdict {
    QString policyId;
    int subject = 0;                                                            ///< place among the entry's subjects
    enum class What { Counted, Passed, Refused, Blocked } what = What::Counted; ///< Passed: allowed, but not by others
    std::optional<Instant> until;
    bool observes = false;
};

/// One entry of the log: a decision, or what a person did. Two short texts hold subjects and verdicts, as the scripts
/// write them (blocking_decide.lua, blocking_common.lua).
struct LogEntry {
    Id id = 0;
    Instant at{};
    QString what; ///< "decided", or a word of HistoryWhat
    QString event, requestId, actor, note;
    Id actorId = 0;
    bool allowed = true;
    bool banned = false;
    QList<SubjectRef> subjects;
    QList<LoggedVerdict> verdicts;
    QString subjectsText, verdictsText;
    QString undoes; ///< of an act: the token that takes it back
};

/// What a stream entry says: an entry, or that an earlier decision was taken back.
struct StreamEntry {
    std::string place;
    std::optional<LogEntry> entry;
    Id takenBack = 0;
};
StreamEntry streamEntryFrom(const redis::Reply &item);
LogEntry logEntryFrom(const storage::Row &row);
QList<SubjectRef> subjectsFrom(const QString &text);
QList<LoggedVerdict> verdictsFrom(const QString &text);
/// The row id of a place in the stream; sorts by time.
Id idOfPlace(const std::string &place);

/// How the entry looks in the history of that subject: what its own policies said, and whatever refused it.
QList<HistoryEntry> historyOf(const LogEntry &entry, const QString &subjectId);

} // namespace wemo::blocking
