#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace wemo::ui {
class EmptyState;
class MessageBar;
class SkeletonLoading;
class Timeline;
} // namespace wemo::ui

namespace wemo::pages::blocking {

/// Everything that happened to a subject, newest first, read on by a button.
class HistoryView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryView)

public:
    HistoryView(BlockingSource &source, std::function<Instant()> now, QWidget *parent = nullptr);
    /// Reads from the top; what is shown of the same subject stays until then.
    void show(const SubjectQuery &subject);
    void reload();
    const std::optional<wemo::blocking::SubjectRef> &subject() const { return m_subject; }
    /// Blocks that are in force by what is shown.
    QList<BlockKey> blocksInForce() const;

Q_SIGNALS:
    void loaded();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void ask(const QString &cursor, int limit);
    void fill();
    void retranslate();

    BlockingSource &m_source;
    std::function<Instant()> m_now;
    SubjectQuery m_query;
    std::optional<wemo::blocking::SubjectRef> m_subject;
    QList<HistoryEntry> m_entries;
    QString m_cursor;
    quint64 m_epoch = 0;
    bool m_known = false;
    bool m_failed = false;
    ui::MessageBar *m_error;
    QLabel *m_heading;
    QStackedWidget *m_stack;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    QWidget *m_content;
    ui::Timeline *m_timeline;
    QPushButton *m_more;
};

} // namespace wemo::pages::blocking
