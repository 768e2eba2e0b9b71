#pragma once
#include "ui/pages/sms/message_source.h"

#include <QAction>
#include <QWidget>

class QPushButton;

namespace wemo::ui {
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::sms {

class ReasonForm;

/// What can be done to the message in the details: send it again, withdraw it before its time, ask the gateway what
/// became of it. What the role may not do, or what the state leaves no room for, is not offered.
class MessageActs final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageActs)

public:
    MessageActs(ApiMessageSource &source, ui::ApiClient &client, QWidget *parent = nullptr);
    /// Nothing when there is no message.
    void setMessage(const std::optional<wemo::sms::Message> &message);
    /// For the palette.
    QList<QAction *> actions() const { return {m_resend, m_cancel, m_poll}; }
    /// False when nothing was being asked.
    bool backOut();

Q_SIGNALS:
    void acting();
    void noticed(const QString &text);
    /// The message as it is now.
    void changed(const wemo::sms::Message &message);
    void sentAgain(const wemo::sms::Message &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *makeButton(QAction *action);
    void offer();
    void askResend();
    void askCancel();
    void poll();
    void act(QFuture<ui::ApiResult<wemo::sms::Message>> answer, std::function<void(const wemo::sms::Message &)> done);
    void setBusy(bool busy);
    void retranslate();

    ApiMessageSource &m_source;
    ui::ApiClient &m_client;
    std::optional<wemo::sms::Message> m_message;
    bool m_busy = false;
    QAction *m_resend;
    QAction *m_cancel;
    QAction *m_poll;
    QWidget *m_row;
    ReasonForm *m_form;
    ui::MessageBar *m_error;
};

} // namespace wemo::pages::sms
