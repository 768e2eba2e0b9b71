#pragma once
#include "ui/pages/sms/message_source.h"

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

/// One message beside the list: why it did or did not arrive, its facts, and its timeline. Shows what the row knows at
/// once and reads the rest; live news read it again.
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

Q_SIGNALS:
    void closeRequested();
    void numberFilterRequested(const QString &number);
    void noticed(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void load();
    void onDetail(const ui::ApiResult<wemo::sms::MessageDetail> &detail);
    void reveal();
    void fill();
    void fillFacts(const wemo::sms::Message &message);
    QWidget *numberRow();
    void retranslate();

    ApiMessageSource m_source;
    ui::ApiClient &m_client;
    std::function<Instant()> m_now;
    Id m_id = 0;
    quint64 m_epoch = 0;
    bool m_loading = false;
    bool m_stale = false; ///< news came while reading
    std::optional<wemo::sms::Message> m_message;
    QString m_number; ///< in full, once revealed
    ui::DetailPanel *m_panel;
    ui::StatusPill *m_pill;
    ui::MessageBar *m_error;
    QFrame *m_why;
    QLabel *m_sentence;
    QLabel *m_advice;
    QLabel *m_body;
    ui::KeyValueList *m_facts;
    ui::Timeline *m_timeline;
    QList<wemo::sms::MessageEvent> m_events;
    QLabel *m_numberLabel;
    QPushButton *m_reveal;
    QLabel *m_bodyHeading;
    QLabel *m_factsHeading;
    QLabel *m_timelineHeading;
};

} // namespace wemo::pages::sms
