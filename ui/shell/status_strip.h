#pragma once
#include "ui/client/about.h"
#include "ui/client/api_client.h"
#include "ui/widgets/status_pill.h"

#include <QFrame>

class QLabel;
class QMenu;
class QPushButton;

namespace wemo::ui {

/// Along the bottom: environment in its own colour, server, connection in words, latency, who is signed in.
class StatusStrip final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusStrip)

public:
    explicit StatusStrip(ApiClient &client, QWidget *parent = nullptr);
    void setAbout(const std::optional<About> &about);
    void setLive(bool live);
    /// Shown by the button with the person's name.
    void setMenu(QMenu *menu);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showConnection();
    void showAccount();
    void showLatency();

    ApiClient &m_client;
    std::optional<About> m_about;
    bool m_live = false;
    QLabel *m_environment;
    QLabel *m_server;
    StatusPill *m_connection;
    QLabel *m_latency;
    QPushButton *m_account;
};

/// "Customer service", "QA", …
QString roleName(staff::Role role);

} // namespace wemo::ui
