#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QVBoxLayout;

namespace wemo::ui {
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::blocking {

/// Every version of a policy, newest first: who made it, what changed by it, and a button that brings it back.
class VersionsView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsView)

public:
    explicit VersionsView(BlockingSource &source, QWidget *parent = nullptr);
    void setPolicy(const QString &id, int version, bool mayRestore);
    void reload();

Q_SIGNALS:
    void restoreRequested(int version);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    QWidget *makeRow(int index);

    BlockingSource &m_source;
    QString m_id;
    int m_current = 0;
    bool m_mayRestore = false;
    QList<PolicyRecord> m_versions;
    quint64 m_epoch = 0;
    ui::MessageBar *m_error;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_column;
};

} // namespace wemo::pages::blocking
