#pragma once
#include "ui/client/service_launcher.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace wemo::ui {

class MessageBar;

/// How the bundled service is doing, while it is anything but well: its steps as it starts, that it died and comes
/// back, why it cannot start and a way to try again. Also says when a remote service cannot be reached.
class ServiceNotice final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceNotice)

public:
    /// `launcher` may be null: the service is not ours.
    ServiceNotice(class ApiClient &client, ServiceLauncher *launcher, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void onProgress(const ServiceLauncher::Progress &progress);
    void showStarting();
    void showOffline();

    class ApiClient &m_client;
    ServiceLauncher *m_launcher;
    ServiceLauncher::Progress m_progress;
    MessageBar *m_bar;
    QLabel *m_step;
    QProgressBar *m_done;
};

} // namespace wemo::ui
