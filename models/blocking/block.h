#pragma once
#include "models/blocking/policy.h"
#include "models/blocking/subject_ref.h"

namespace wemo::blocking {

/// Which block is meant: a subject may be blocked by several policies.
struct BlockKey {
    QString kind;
    QString subjectId;
    QString policyId;
    bool operator==(const BlockKey &) const = default;
};

/// A subject that is blocked now, and why.
struct Block {
    SubjectRef subject;
    QString policyId;
    QString event;
    Instant since{};
    Instant until{};
    int strikes = 0;
    qint64 refused = 0; ///< asked in vain since
    QString requestId;  ///< of the request that went over the limit
    Mode mode = Mode::Enforce;
    BlockKey key() const { return {subject.kind, subject.id, policyId}; }
    bool operator==(const Block &) const = default;
};

struct BlockPage {
    QList<Block> items;
    QString nextCursor; ///< empty: this was the last page
};

/// How many were changed, and the token that takes it back; empty = it cannot be.
struct Change {
    qint64 count = 0;
    QString undo;
};

QJsonObject toJson(const BlockKey &key);
/// Strict: part of a request.
Result<BlockKey> blockKeyFromJson(const QJsonObject &json);
QJsonObject toJson(const Block &block);
Result<Block> blockFromJson(const QJsonObject &json);
QJsonObject toJson(const BlockPage &page);
Result<BlockPage> blockPageFromJson(const QJsonObject &json);
/// `verb` names the count: "lifted", "extended", "banned".
QJsonObject toJson(const Change &change, const QString &verb);
Result<Change> changeFromJson(const QJsonObject &json, const QString &verb);

} // namespace wemo::blocking
