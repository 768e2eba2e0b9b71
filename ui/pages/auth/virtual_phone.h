#pragma once
#include "ui/pages/auth/lab_flow.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace wemo::pages::auth {

class CodeScreen;
class NumberScreen;
class PhoneScreen;

/// A rider's phone, painted: its status bar, the app's screens, and text messages coming in on top.
class VirtualPhone final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VirtualPhone)

public:
    explicit VirtualPhone(LabFlow &flow, QWidget *parent = nullptr);
    void setNumber(const QString &number);
    void focusFirstField();
    /// Countdowns and the clock move on.
    void tick();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildNotification();
    void onFlowChanged();
    void showMessage(const wemo::auth::HandsetMessage &message);
    void restyleNotification();
    PhoneScreen *screenOf(LabFlow::Step step) const;

    LabFlow &m_flow;
    NumberScreen *m_numberScreen;
    CodeScreen *m_codeScreen;
    PhoneScreen *m_signedInScreen;
    QStackedWidget *m_screens;
    QFrame *m_notification;
    QLabel *m_sender;
    QLabel *m_when;
    QLabel *m_text;
    QPushButton *m_useCode;
    LabFlow::Step m_shown = LabFlow::Step::Number;
    std::optional<wemo::auth::HandsetMessage> m_message;
};

} // namespace wemo::pages::auth
