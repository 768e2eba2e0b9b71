#include "ui/pages/blocking/blocking_desk.h"

#include <QPointer>

#include <limits>

namespace wemo::pages::blocking {

using ui::ApiResult;
using wemo::blocking::Change;

namespace {
int whole(qint64 count) {
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}
} // namespace

BlockingDesk::BlockingDesk(BlockingSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source) {}

void BlockingDesk::lift(const QList<BlockKey> &keys, const QString &reason) {
    Q_EMIT begun();
    m_source.lift(keys, reason).then(this, [this](const ApiResult<Change> &change) {
        settle(change, change ? tr("%n block(s) lifted", nullptr, whole(change->count)) : QString(), false);
    });
}

void BlockingDesk::extend(const QList<BlockKey> &keys, Milliseconds by, const QString &reason) {
    Q_EMIT begun();
    m_source.extend(keys, by, reason).then(this, [this](const ApiResult<Change> &change) {
        settle(change, change ? tr("%n block(s) extended", nullptr, whole(change->count)) : QString(), false);
    });
}

void BlockingDesk::ban(const QList<BlockKey> &keys, const QString &reason, std::optional<Instant> expiresAt) {
    Q_EMIT begun();
    m_source.banBlocks(keys, reason, expiresAt).then(this, [this](const ApiResult<QList<Id>> &ids) {
        if (!ids)
            return Q_EMIT failed(ids.error());
        offer(tr("%n put on the ban list", nullptr, whole(ids->size())), [this, ids = *ids] { takeBansBack(ids); });
        Q_EMIT done();
    });
}

void BlockingDesk::addBan(const wemo::blocking::NewBan &ban) {
    Q_EMIT begun();
    m_source.addBan(ban).then(this, [this](const ApiResult<Ban> &added) {
        if (!added)
            return Q_EMIT failed(added.error());
        offer(tr("%1 is on the ban list").arg(added->masked), [this, id = added->id] { takeBansBack({id}); });
        Q_EMIT done();
    });
}

void BlockingDesk::saveBan(const Ban &ban) {
    Q_EMIT begun();
    m_source.saveBan(ban).then(this, [this](const ApiResult<Ban> &saved) {
        if (!saved)
            return Q_EMIT failed(saved.error());
        Q_EMIT noticed(tr("Saved"));
        Q_EMIT done();
    });
}

void BlockingDesk::liftBans(const QList<Id> &ids, const QString &reason) {
    Q_EMIT begun();
    m_source.liftBans(ids, reason).then(this, [this](const ApiResult<Change> &change) {
        settle(change, change ? tr("%n ban(s) lifted", nullptr, whole(change->count)) : QString(), true);
    });
}

void BlockingDesk::settle(const ApiResult<Change> &change, const QString &text, bool ofBans) {
    if (!change)
        return Q_EMIT failed(change.error());
    if (change->undo.isEmpty())
        Q_EMIT noticed(text);
    else
        offer(text, [this, token = change->undo, ofBans] { undo(token, ofBans); });
    Q_EMIT done();
}

/// The toast outlives the page.
void BlockingDesk::offer(const QString &text, const std::function<void()> &undo) {
    const QPointer<BlockingDesk> desk(this);
    Q_EMIT undoOffered(text, [desk, undo] {
        if (desk)
            undo();
    });
}

void BlockingDesk::undo(const QString &token, bool ofBans) {
    Q_EMIT begun();
    const auto answer = ofBans ? m_source.undoBans(token) : m_source.undoBlocks(token);
    QFuture<ApiResult<Change>>(answer).then(this, [this](const ApiResult<Change> &undone) {
        if (!undone)
            return Q_EMIT failed(undone.error());
        Q_EMIT noticed(tr("As before"));
        Q_EMIT done();
    });
}

void BlockingDesk::takeBansBack(const QList<Id> &ids) {
    Q_EMIT begun();
    m_source.liftBans(ids, tr("Taken back right after it was added")).then(this, [this](const ApiResult<Change> &gone) {
        if (!gone)
            return Q_EMIT failed(gone.error());
        Q_EMIT noticed(tr("As before"));
        Q_EMIT done();
    });
}

} // namespace wemo::pages::blocking
