#pragma once
#include "ui/pages/queue/queue_source.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace wemo::ui {
class DetailPanel;
class KeyValueList;
class MessageBar;
class StatusPill;
class Timeline;
} // namespace wemo::ui

namespace wemo::pages::queue {

/// One job beside the list: why it failed, what happened to it, its facts, its data and options, its errors and logs.
class JobPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobPanel)

public:
    JobPanel(QueueSource &source, std::function<Instant()> now, QWidget *parent = nullptr);
    ~JobPanel() override;

    /// Nothing when the id is empty.
    void showJob(const QString &queue, const QString &id);
    /// What the list knows of it, until the rest is read.
    void showRow(const wemo::queue::JobRow &row);
    void reload();
    const QString &jobId() const { return m_id; }

Q_SIGNALS:
    void closeRequested();
    void messageRequested(const QString &messageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Text; ///< a heading with a text in monospace under it; gone while it is empty
    void build();
    QWidget *buildTop();
    QWidget *buildWhy();
    Text *addText(const char *name);
    void load();
    void fill();
    void fillFacts(const wemo::queue::JobRow &row);
    void fillTimeline();
    void fillTexts();
    void setText(Text &text, const QString &heading, const QString &content);
    void retranslate();

    QueueSource &m_source;
    std::function<Instant()> m_now;
    QString m_queue;
    QString m_id;
    quint64 m_epoch = 0;
    std::optional<wemo::queue::JobRow> m_row;
    std::optional<wemo::queue::JobDetail> m_detail;
    std::vector<std::unique_ptr<Text>> m_texts; ///< data, options, return value, errors, logs
    ui::DetailPanel *m_panel;
    ui::StatusPill *m_pill;
    ui::MessageBar *m_error;
    QFrame *m_why;
    QLabel *m_reason;
    QPushButton *m_message;
    ui::Timeline *m_timeline;
    ui::KeyValueList *m_facts;
    QLabel *m_timelineHeading;
    QLabel *m_factsHeading;
};

} // namespace wemo::pages::queue
