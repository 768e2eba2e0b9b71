#pragma once
#include "ui/pages/auth/lab_flow.h"
#include "ui/shell/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace wemo::ui {
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::auth {

class ExchangeList;
class TokenPanel;
class VirtualPhone;

/// QA signs in as a rider would, on a virtual phone, and sees every request, answer and token. A place: number.
class AuthLabPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthLabPage)

public:
    static ui::PageSpec spec();

    AuthLabPage(const ui::PageContext &context, QWidget *parent);

    QAction *primaryAction() override { return m_startOver; }
    QList<QAction *> commands() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;
    LabFlow &flow() { return m_flow; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildPhoneColumn();
    QWidget *buildRightColumn();
    void wire();
    void onFlowChanged();
    void showBars();
    void copy(const QString &text);
    void retranslate();

    ui::PageContext m_context;
    LabFlow m_flow;
    QAction *m_startOver;
    QAction *m_showInLog;
    QAction *m_copyAccess;
    ui::MessageBar *m_bar;
    VirtualPhone *m_phone;
    QLabel *m_deviceLabel;
    QLineEdit *m_device;
    QPushButton *m_newDevice;
    QPushButton *m_logLink;
    QTabWidget *m_tabs;
    ExchangeList *m_exchanges;
    TokenPanel *m_tokens;
    QTimer m_tick;
};

} // namespace wemo::pages::auth
