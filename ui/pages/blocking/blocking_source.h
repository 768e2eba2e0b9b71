#pragma once
#include "models/blocking/ban.h"
#include "models/blocking/ban_import.h"
#include "models/blocking/block.h"
#include "models/blocking/history.h"
#include "models/blocking/policy_preview.h"
#include "models/blocking/policy_record.h"
#include "models/blocking/trial.h"
#include "ui/client/api_client.h"
#include "ui/widgets/paged_model.h"

namespace wemo::pages::blocking {

using wemo::blocking::Ban;
using wemo::blocking::BanImport;
using wemo::blocking::Block;
using wemo::blocking::BlockKey;
using wemo::blocking::HistoryEntry;
using wemo::blocking::PolicyRecord;

/// What the list of blocks is narrowed to. A value goes in a body, never in a URL.
struct BlockFilter {
    QString kind;
    QString policyId;
    QString value; ///< whole, as a person wrote it
    bool operator==(const BlockFilter &) const = default;
    bool isEmpty() const { return *this == BlockFilter(); }
};

/// Whose history: by value, or by the id a list knows it by.
struct SubjectQuery {
    QString kind;
    QString value;
    QString id;
    bool operator==(const SubjectQuery &) const = default;
};

/// The service: what is blocked and banned, why, and what staff may do about it.
class BlockingSource final {
public:
    template <typename T>
    using Answer = QFuture<ui::ApiResult<T>>;
    using Change = wemo::blocking::Change;

    explicit BlockingSource(ui::ApiClient &client)
        : m_client(client) {}

    Answer<QList<PolicyRecord>> policies();
    /// A new one has version 0. A stale save is a Conflict with code "stale", see stalePolicy().
    Answer<PolicyRecord> savePolicy(const PolicyRecord &record);
    Answer<void> removePolicy(const QString &id, int version);
    Answer<QList<PolicyRecord>> versions(const QString &id); ///< newest first
    Answer<PolicyRecord> restorePolicy(const QString &id, int version);
    Answer<wemo::blocking::PolicyPreview> preview(const PolicyRecord &record, int days);

    Answer<ui::RowPage<Block>> blocks(const BlockFilter &filter, const QString &cursor, int limit);
    Answer<Change> lift(const QList<BlockKey> &keys, const QString &reason);
    Answer<Change> extend(const QList<BlockKey> &keys, Milliseconds by, const QString &reason);
    Answer<Change> undoBlocks(const QString &token);
    /// The ids of the bans that were made.
    Answer<QList<Id>> banBlocks(const QList<BlockKey> &keys, const QString &reason, std::optional<Instant> expiresAt);

    Answer<ui::RowPage<Ban>> bans(const wemo::blocking::BanFilter &filter, const QString &cursor, int limit);
    Answer<QList<Ban>> bansThatCatch(const QString &value);
    Answer<Ban> addBan(const wemo::blocking::NewBan &ban);
    Answer<Ban> saveBan(const Ban &ban); ///< reason and expiry, at its version
    Answer<Change> liftBans(const QList<Id> &ids, const QString &reason);
    Answer<Change> undoBans(const QString &token);

    Answer<ui::RowPage<BanImport>> imports(const QString &cursor, int limit);
    Answer<BanImport> beginImport(const QString &name, qint64 bytes);
    Answer<void> sendPart(Id import, int number, const QByteArray &bytes);
    Answer<BanImport> commitImport(Id import);
    Answer<BanImport> import(Id import);
    Answer<void> cancelImport(Id import);
    Answer<BanImport> undoImport(Id import, const QString &reason);

    Answer<wemo::blocking::HistoryPage> history(const SubjectQuery &subject, const QString &cursor, int limit);
    Answer<wemo::blocking::Trial> trial(const QString &kind, const QString &value);

private:
    ui::ApiClient &m_client;
};

/// What the other saved meanwhile, of a Conflict.
std::optional<PolicyRecord> stalePolicy(const ui::ApiError &error);
std::optional<Ban> staleBan(const ui::ApiError &error);

} // namespace wemo::pages::blocking
