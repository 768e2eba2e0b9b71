#pragma once
#include "ui/pages/sms/message_source.h"

#include <QAction>
#include <QFrame>

class QLabel;
class QPushButton;

namespace wemo::ui {
class DetailPanel;
class KeyValueList;
class MessageBar;
class StatusPill;
class Timeline;
} // namespace wemo::ui

namespace wemo::pages::sms {

class MessageActs;
class QueueStory;
class WhyBox;

/// One message beside the list: why it did or did not arrive, what can be done, its timeline, its job's story, its text
/// and facts. Shows what the row knows at once and reads the rest; live news read it again.
class MessagePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagePanel)

public:
    MessagePanel(ui::ApiClient &client, std::function<Instant()> now, QWidget *parent = nullptr);

    void showMessage(const wemo::sms::Message &message);
    /// What the list knows of it, where nothing newer is known here.
    void showRow(const wemo::sms::Message &message);
    /// By id alone, as a link or a restart knows it.
    void showId(Id id);
    void applyLive(const wemo::sms::Message &message);
    void reload();
    Id messageId() const { return m_id; }
    QList<QAction *> actions() const;
    /// Closes what is being asked; false when nothing is.
    bool backOut();

Q_SIGNALS:
    void closeRequested();
    void acting();
    void noticed(const QString &text);
    /// By an act of this panel.
    void changed(const wemo::sms::Message &message);
    /// The message this one was sent again for, or the one that was sent for it.
    void messageRequested(Id id);
    /// A place of the log, such as all of its batch.
    void filterRequested(const QString &place);
    void queueRequested(const QString &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void load();
    void onDetail(const ui::ApiResult<wemo::sms::MessageDetail> &detail);
    void reveal();
    void fill();
    void fillFacts(const wemo::sms::Message &message);
    void fillCosts(const wemo::sms::Message &message);
    QWidget *numberRow();
    QWidget *linkRow();
    void retranslate();

    ApiMessageSource m_source;
    ui::ApiClient &m_client;
    std::function<Instant()> m_now;
    Id m_id = 0;
    quint64 m_epoch = 0;
    bool m_loading = false;
    bool m_stale = false; ///< news came while reading
    std::optional<wemo::sms::Message> m_message;
    QList<wemo::sms::MessageEvent> m_events;
    QString m_number; ///< in full, once revealed
    ui::DetailPanel *m_panel;
    ui::StatusPill *m_pill;
    ui::MessageBar *m_error;
    WhyBox *m_why;
    MessageActs *m_acts;
    ui::Timeline *m_timeline;
    QueueStory *m_queue;
    QLabel *m_body;
    ui::KeyValueList *m_facts;
    QLabel *m_numberLabel;
    QPushButton *m_reveal;
    QPushButton *m_batch;
    QPushButton *m_origin;
    QLabel *m_bodyHeading;
    QLabel *m_factsHeading;
    QLabel *m_timelineHeading;
    QLabel *m_queueHeading;
};

} // namespace wemo::pages::sms
