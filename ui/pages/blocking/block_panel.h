#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace wemo::ui {
class DetailPanel;
class KeyValueList;
class MessageBar;
class StatusPill;
class Timeline;
} // namespace wemo::ui

namespace wemo::pages::blocking {

/// One block beside the list: why, by which policy, since when and how long still, and the newest of its subject's
/// history.
class BlockPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlockPanel)

public:
    BlockPanel(BlockingSource &source, std::function<Instant()> now, QWidget *parent = nullptr);

    /// `policy` may be nothing: it was deleted, or is not read yet.
    void showBlock(const Block &block, const std::optional<PolicyRecord> &policy);
    void clear();
    void reload();
    void tick();

Q_SIGNALS:
    void closeRequested();
    void historyRequested(const QString &kind, const QString &subjectId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildWhy();
    void fill();
    void fillFacts(const Block &block);
    void retranslate();

    BlockingSource &m_source;
    std::function<Instant()> m_now;
    std::optional<Block> m_block;
    std::optional<PolicyRecord> m_policy;
    QList<HistoryEntry> m_entries;
    quint64 m_epoch = 0;
    ui::DetailPanel *m_panel;
    ui::StatusPill *m_pill;
    QFrame *m_why;
    QLabel *m_cause;
    QLabel *m_rule;
    ui::KeyValueList *m_facts;
    ui::MessageBar *m_error;
    ui::Timeline *m_timeline;
    QPushButton *m_history;
    QLabel *m_factsHeading;
    QLabel *m_timelineHeading;
};

} // namespace wemo::pages::blocking
