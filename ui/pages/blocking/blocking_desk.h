#pragma once
#include "ui/pages/blocking/blocking_source.h"

namespace wemo::pages::blocking {

/// Does what is asked for, and offers to take it back. What it tells outlives no page: an undo after the page is gone
/// does nothing.
class BlockingDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlockingDesk)

public:
    BlockingDesk(BlockingSource &source, QObject *parent);

    void lift(const QList<BlockKey> &keys, const QString &reason);
    void extend(const QList<BlockKey> &keys, Milliseconds by, const QString &reason);
    void ban(const QList<BlockKey> &keys, const QString &reason, std::optional<Instant> expiresAt);
    void addBan(const wemo::blocking::NewBan &ban);
    void saveBan(const Ban &ban);
    void liftBans(const QList<Id> &ids, const QString &reason);

Q_SIGNALS:
    void begun();
    void done();
    void failed(const wemo::ui::ApiError &error);
    void noticed(const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);

private:
    void offer(const QString &text, const std::function<void()> &undo);
    void settle(const ui::ApiResult<wemo::blocking::Change> &change, const QString &text, bool ofBans);
    void undo(const QString &token, bool ofBans);
    void takeBansBack(const QList<Id> &ids);

    BlockingSource &m_source;
};

} // namespace wemo::pages::blocking
