#pragma once
#include "services/blocking/import_store.h"

namespace wemo::blocking {

/// What people do with imports of bans; the work itself is BanImporter's. Thread-safe.
class BanImports {
public:
    static constexpr qint64 mostBytes = 256ll << 20;
    static constexpr qsizetype mostBytesAPart = 900 << 10;
    static constexpr int mostParts = 4'000;

    BanImports(BanDesk desk, std::function<void()> wakeImporter)
        : m_desk(std::move(desk))
        , m_wakeImporter(std::move(wakeImporter)) {}

    struct Start {
        QString name;
        qint64 totalBytes = 0;
        bool waits = true; ///< once it is checked, for commit(); else it is written at once
    };
    Result<BanImport> start(const staff::Account &actor, const Start &start) const;
    /// Parts are numbered from 0 or 1 and may come in any order and more than once. With the last one the check begins.
    Result<BanImport> addPart(Id id, int number, const QByteArray &bytes) const;
    /// Write it: now, or as soon as it is checked. Of one that is past that: nothing. Conflict "parts-missing" with
    /// `missing`.
    Result<BanImport> commit(const staff::Account &actor, Id id) const;
    Result<BanImport> get(Id id) const;
    Result<QList<BanImport>> newest(int limit) const; ///< without their errors
    /// Of one that is being written, what it has added is taken back.
    Result<BanImport> cancel(const staff::Account &actor, Id id) const;
    /// Lifts every ban that this import added and that is still active.
    Result<BanImport> undo(const staff::Account &actor, Id id, const QString &reason) const;

private:
    using Change = std::function<Result<bool>(storage::Connection &, ImportRecord &)>;
    Result<BanImport> change(const staff::Account &actor, Id id, const char *action, const Change &change) const;
    BanDesk m_desk;
    std::function<void()> m_wakeImporter;
};

} // namespace wemo::blocking
